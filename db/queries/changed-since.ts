import { eq, type SQL, sql } from 'drizzle-orm';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { events } from '../tables/event.ts';
import { eventColumns } from './event.ts';

/**
 * The last event after the number `after` that told of a change of the row of this `noun` and `key`, and by whose token; no row
 * where nothing changed it. A stance changes with its evidence, an actor with its merges, a claim with its links; what is only
 * worked out of a claim, its standing, is no change of it.
 */
export const lastChangeSince = statement(
  select({
    ...eventColumns,
    name: sql<string | null>`(select name from tokens where key = by_token)`,
  })
    .from(events)
    .where(
      eq(
        events.seq,
        sql`(select max(one.seq) from (
            select ${placeholder('noun')} as noun, ${placeholder('key')} as subject
            ${partsOf('stance', 'evidence', sql`evidence where stance`)}
            ${partsOf('actor', 'merge', sql`actor_merges where from_actor`)}
            ${partsOf('actor', 'merge', sql`actor_merges where into_actor`)}
            ${partsOf('claim', 'link', sql`claim_links where from_claim`)}
            ${partsOf('claim', 'link', sql`claim_links where to_claim`)}
          ) told cross join events one
          on one.noun = told.noun and one.subject = told.subject and one.seq > ${placeholder('after')}
          and one.type <> 'STANDING_CHANGED')`,
      ),
    ),
);

/** What belongs to a row of one noun, as rows of another. */
function partsOf(whole: 'actor' | 'claim' | 'stance', part: string, rows: SQL): SQL {
  return sql`union all select ${sql.raw(`'${part}'`)}, key from ${rows} = ${placeholder('key')}
    and ${placeholder('noun')} = ${sql.raw(`'${whole}'`)}`;
}
