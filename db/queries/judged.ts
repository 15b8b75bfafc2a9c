import { type SQL, sql } from 'drizzle-orm';

/** Where pairs are judged to be one or not: a table, its two ends, and which of its rows are meant. */
interface Judgements {
  readonly table: SQL;
  readonly ends: readonly [from: SQL, to: SQL];
  readonly isMeant: SQL;
}

const merges: Judgements = {
  table: sql`actor_merges`,
  ends: [sql`from_actor`, sql`into_actor`],
  isMeant: sql`revoked_at is null`,
};

const sameAs: Judgements = {
  table: sql`claim_links`,
  ends: [sql`from_claim`, sql`to_claim`],
  isMeant: sql`kind = 'SAME_AS' and revoked_at is null`,
};

/**
 * The keys of the actors that need not be offered for the actor `key`: those that it is, by judgements in force, and those
 * that it is not, by the REJECTED one of any of their names.
 */
export const actorsJudged = (key: SQL): SQL => judged(merges, key);

/** The same of the claims that `key` says again, by links SAME_AS. */
export const claimsJudged = (key: SQL): SQL => judged(sameAs, key);

function judged(judgements: Judgements, key: SQL): SQL {
  return sql`(
    with recursive whole(key) as (
      select ${key} union ${otherEnds(judgements, 'CONFIRMED', sql`whole`)}
    ), apart(key) as (
      ${otherEnds(judgements, 'REJECTED', sql`whole`)}
      union ${otherEnds(judgements, 'CONFIRMED', sql`apart`)}
    )
    select key from whole union all select key from apart)`;
}

/** Both ways, each a term of its own, so that each goes by its own index. */
function otherEnds(
  { ends: [from, to], isMeant, table }: Judgements,
  judgement: 'CONFIRMED' | 'REJECTED',
  of: SQL,
): SQL {
  const isJudged = sql`judgement = ${sql.raw(`'${judgement}'`)} and ${isMeant}`;
  return sql`select ${to} from ${of} cross join ${table} on ${from} = ${of}.key and ${isJudged}
      union select ${from} from ${of} cross join ${table} on ${to} = ${of}.key and ${isJudged}`;
}
