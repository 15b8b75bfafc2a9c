import { asc, eq, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { type Statement, statement } from '../read/read.ts';
import type { EvidenceMode, Review } from '../rules/vocabulary.ts';
import { evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';

const content = {
  key: stances.key,
  id: stances.id,
  slug: stances.slug,
  claim: stances.claim,
  actor: stances.actor,
  kind: stances.kind,
  certainty: stances.certainty,
  saidAt: stances.saidAt,
  saidOn: stances.saidOn,
  saidPhrase: stances.saidPhrase,
  saidIn: stances.saidIn,
  note: stances.note,
  review: stances.review,
  firstReview: sql<Review>`(
    select review from reviews where stance = ${stances}.key order by key limit 1)`,
  withdrawnReason: stances.withdrawnReason,
  // As text: inside a packed answer it would be JSON or text as the planner likes.
  evidence: sql<string>`(
    select json_group_array(json_array(article, quote, "start", "end", mode, cue,
      (select json_group_array(actor) from
        (select actor from attributions where evidence = shown.key order by position)),
      spoken_language, confidence, withdrawn_reason, key, id))
    from (select * from ${evidence} where stance = ${stances}.key order by key) shown) || ''`,
};

/** What the stances of these slugs say; `names` is a JSON array. */
export const stancesOfSlugs = contentsWhere(
  sql`${stances.slug} in (select value from json_each(${sql.placeholder('names')}))`,
);

/** What all stances on a claim say. */
export const stancesOfClaim = contentsWhere(eq(stances.claim, sql.placeholder('claim')));

/** The holder of a stance and all whom its chains name. */
export const actorsOfStance = statement(
  new QueryBuilder().select({ actor: sql<number>`actor` }).from(
    sql`(select actor from stances where key = ${sql.placeholder('stance')}
      union select actor from attributions where evidence in (
        select key from evidence where stance = ${sql.placeholder('stance')} and withdrawn_at is null)) named`,
  ),
);

/** One piece of evidence, as `StanceContentRow.evidence` packs it. */
export type EvidenceCells = readonly [
  article: number,
  quote: string | null,
  start: number,
  end: number,
  mode: EvidenceMode,
  cue: string | null,
  attribution: readonly number[],
  spokenLanguage: string | null,
  confidence: number | null,
  withdrawnReason: string | null,
  key: number,
  id: string,
];

export type StanceContentRow = typeof stancesOfClaim extends Statement<infer Row> ? Row : never;

function contentsWhere(condition: SQL) {
  return statement(
    new QueryBuilder().select(content).from(stances).where(condition).orderBy(asc(stances.key)),
  );
}
