import { eq, sql } from 'drizzle-orm';
import type { Source } from '../read/page.ts';
import { place } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { eventLog } from './timeline.ts';

const fields = {
  place,
  key: eventLog.key,
  at: eventLog.at,
  text: sql<string>`${eventLog.payload} -> 'before' ->> 'text'`,
  /** What it was called until it was corrected next, from this change on; what it is called where it never was. */
  language: sql<string>`coalesce((select payload -> 'before' ->> 'language' from events later
    where later.noun = 'claim' and later.subject = events.subject and later.seq >= events.seq
      and +later.type = 'CLAIM_CHANGED' and later.payload -> 'before' ->> 'language' is not null
    order by later.seq limit 1), (select language from claims where claims.key = events.subject))`,
};

/** Words of a claim that were corrected. */
export type CorrectionOnRecord = RowOf<typeof fields>;
export const correctionShape = rowShape(fields);

/** How each of `keys`, which are claims, was worded before it was corrected, as far as everyone could read it. */
export const correctionsOfClaims: Source = {
  name: 'correctionsOfClaims',
  table: eventLog,
  from: eventLog,
  key: eventLog.key,
  // Little else is told of a claim.
  isIndexed: true,
  where: (parent) => [
    sql`${eventLog.noun} = 'claim'`,
    eq(eventLog.subject, parent),
    sql`+${eventLog.type} = 'CLAIM_CHANGED'`,
    sql`+${eventLog.visibility} = 'PUBLIC'`,
    sql`${eventLog.payload} -> 'before' ->> 'text' is not null`,
  ],
};
