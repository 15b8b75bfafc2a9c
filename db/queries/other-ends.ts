import { type SQL, sql } from 'drizzle-orm';

/** A table of judgements, each of two: are they one, or not? */
interface Judgements {
  readonly table: SQL;
  readonly ends: readonly [from: SQL, to: SQL];
}

export const merges: Judgements = {
  table: sql`actor_merges`,
  ends: [sql`from_actor`, sql`into_actor`],
};

export const links: Judgements = {
  table: sql`claim_links`,
  ends: [sql`from_claim`, sql`to_claim`],
};

/** `judgement` keeps out of the choice of an index by its plus: whoever is next is found by key. */
export const wasConfirmed = sql.raw("+judgement = 'CONFIRMED'");
export const isConfirmed = sql.raw("+judgement = 'CONFIRMED' and revoked_at is null");

export const isSameAs = sql.raw("kind = 'SAME_AS'");

interface Going {
  /** A set and the column of it that is gone on from, as in `whole.actor`. */
  readonly of: `${string}.${string}`;
  /** Which judgements are meant. */
  readonly by: SQL;
  /** What each takes along from the one before it. */
  readonly along?: SQL;
}

/**
 * Two terms for a recursive set: whoever stands at the other end of a judgement with one that is in it. Each way is a term
 * of its own, by an index of its own, and a cross join is read from its left side.
 */
export function otherEnds(
  { ends: [from, to], table }: Judgements,
  { along = sql``, by, of }: Going,
): SQL {
  const set = sql.raw(of.slice(0, of.indexOf('.')));
  const member = sql.raw(of);
  return sql`select ${to}${along} from ${set} cross join ${table} on ${from} = ${member} and ${by}
      union select ${from}${along} from ${set} cross join ${table} on ${to} = ${member} and ${by}`;
}
