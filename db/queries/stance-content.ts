import { sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { statement } from '../read/read.ts';
import { evidence } from '../tables/evidence.ts';

/** Where the evidence of a stance stands, in the order of the record; its chains as JSON. */
export const evidenceOfStance = statement(
  new QueryBuilder()
    .select({
      key: evidence.key,
      article: evidence.article,
      quote: evidence.quote,
      start: evidence.start,
      end: evidence.end,
      // As text: inside a packed answer it would be JSON or text as the planner likes.
      attribution: sql<string>`(
        select json_group_array(actor) from
          (select actor from attributions where evidence = ${evidence}.key order by position)) || ''`,
    })
    .from(evidence)
    .where(sql`${evidence.stance} = ${sql.placeholder('stance')}`)
    .orderBy(evidence.key),
);

/** The holder of a stance and all whom its chains name. */
export const actorsOfStance = statement(
  new QueryBuilder().select({ actor: sql<number>`actor` }).from(
    sql`(select actor from stances where key = ${sql.placeholder('stance')}
      union select actor from attributions where evidence in (
        select key from evidence where stance = ${sql.placeholder('stance')} and withdrawn_at is null)) named`,
  ),
);
