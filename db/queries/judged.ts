import { type SQL, sql } from 'drizzle-orm';
import { isConfirmed, isSameAs, links, merges, otherEnds } from './other-ends.ts';

const isRejected = sql.raw("+judgement = 'REJECTED' and revoked_at is null");

/**
 * The keys of the actors that need not be offered for the actor `key`: those that it is, by judgements in force, and those
 * that it is not, by the REJECTED one of any of their names.
 */
export const actorsJudged = (key: SQL): SQL => judged(merges, key, sql`true`);

/** The same of the claims that `key` says again, by links SAME_AS. */
export const claimsJudged = (key: SQL): SQL => judged(links, key, isSameAs);

function judged(judgements: typeof merges, key: SQL, isMeant: SQL): SQL {
  const confirmed = sql`${isMeant} and ${isConfirmed}`;
  return sql`(
    with recursive whole(key) as (
      select ${key} union ${otherEnds(judgements, { of: 'whole.key', by: confirmed })}
    ), apart(key) as (
      ${otherEnds(judgements, { of: 'whole.key', by: sql`${isMeant} and ${isRejected}` })}
      union ${otherEnds(judgements, { of: 'apart.key', by: confirmed })}
    )
    select key from whole union all select key from apart)`;
}
