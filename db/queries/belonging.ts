import { sql } from 'drizzle-orm';
import { listed, placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { stances } from '../tables/stance.ts';

/** What these `stances`, and those shown by this `evidence`, belong to. Both are JSON arrays of keys. */
export const belongingsOfStances = statement(
  select({
    stance: stances.key,
    claim: stances.claim,
    shownClaim: stances.shownClaim,
    actor: stances.actor,
    shownActor: stances.shownActor,
    /** As JSON, the articles whose words show it. */
    articles: sql<string>`(select json_group_array(article) from evidence where stance = stances.key) || ''`,
  })
    .from(stances)
    .where(
      sql`${stances.key} in (
        select value from json_each(${placeholder('stances')})
        union select stance from evidence where key in ${listed('evidence')})`,
    ),
);
