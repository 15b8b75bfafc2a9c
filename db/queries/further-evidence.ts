import { and, eq, sql } from 'drizzle-orm';
import { among, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { stances } from '../tables/stance.ts';

/**
 * For each of `keys`, in their order: the newest listed stance of the same actor and kind on the same claim, or on one
 * that says the same in the same words. Null where there is none, and for what is no draft.
 */
export const stanceShownAlready = statement(
  select({
    stance: sql<number | null>`(
      select known.key from stances known
      join claims on claims.key = known.claim
      join claims drafted on drafted.key = ${stances.claim}
      where known.shown_actor = ${stances}.shown_actor and known.listed = 1 and known.kind = ${stances.kind}
        and (claims.key = drafted.key or claims.text = drafted.text and claims.language = drafted.language)
      order by claims.key = drafted.key desc, known.key desc limit 1)`,
  })
    .from(among)
    .leftJoin(stances, and(eq(stances.key, among.parent), eq(stances.review, 'DRAFT')))
    .orderBy(among.place),
);
