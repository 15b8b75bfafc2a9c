import { asc, eq, sql } from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core';
import { type Statement, statement } from '../read/read.ts';
import type { RecordedEvidence, RecordedStance } from '../rules/record-view.ts';
import { actors } from '../tables/actor.ts';
import { claims } from '../tables/claim.ts';
import { stances } from '../tables/stance.ts';
import { firstReview, following, isAmong } from './export.ts';

const select = new QueryBuilder();

const holder = alias(actors, 'holder');
const saidInClaim = alias(claims, 'said_in_claim');

// Without the empty text at its end it would be JSON inside the cell, and not a text.
const packedEvidence = sql<string>`(
  select json_group_array(json_object(
    'key', e.key, 'id', e.id,
    'article', (select a.slug from articles a where a.key = e.article),
    'quote', e.quote, 'start', e.start, 'end', e.end, 'mode', e.mode, 'cue', e.cue,
    'attribution', (select json_group_array(slug) from (
      select p.slug from attributions c join actors p on p.key = c.actor where c.evidence = e.key order by c.position)),
    'spokenLanguage', e.spoken_language, 'confidence', e.confidence, 'extractor', e.extractor, 'withdrawnReason', e.withdrawn_reason))
  from (select * from evidence where stance = ${stances.key} order by key) e) || ''`;

const stanceContent = () =>
  select
    .select({
      key: stances.key,
      id: stances.id,
      slug: stances.slug,
      claim: claims.slug,
      actor: holder.slug,
      kind: stances.kind,
      certainty: stances.certainty,
      saidAt: stances.saidAt,
      saidOn: stances.saidOn,
      saidPhrase: stances.saidPhrase,
      saidIn: saidInClaim.slug,
      knownBy: stances.knownBy,
      recordedAt: stances.recordedAt,
      note: stances.note,
      review: stances.review,
      firstReview: firstReview(sql`stance = ${stances.key}`),
      withdrawnReason: stances.withdrawnReason,
      evidence: packedEvidence,
    })
    .from(stances)
    .innerJoin(claims, eq(claims.key, stances.claim))
    .innerJoin(holder, eq(holder.key, stances.actor))
    .leftJoin(saidInClaim, eq(saidInClaim.key, stances.saidIn))
    .$dynamic();

export const stancesBySlug = statement(stanceContent().where(isAmong(stances.slug)));
export const stancesInOrder = statement(
  stanceContent()
    .where(following(stances))
    .orderBy(asc(stances.key))
    .limit(sql.placeholder('limit')),
);

/** All stances on the claims of these slugs. */
export const recordedStancesOn = statement(stanceContent().where(isAmong(claims.slug)));

type StanceRow = typeof stancesBySlug extends Statement<infer Row> ? Row : never;

/** What a row of the statements above says. */
export function recordedStance(row: StanceRow): RecordedStance {
  const evidence: readonly RecordedEvidence[] = JSON.parse(row.evidence);
  return {
    key: row.key,
    id: row.id,
    slug: row.slug,
    claim: row.claim,
    actor: row.actor,
    kind: row.kind,
    certainty: row.certainty,
    saidAt: row.saidAt,
    saidOn: row.saidOn,
    saidPhrase: row.saidPhrase,
    saidIn: row.saidIn,
    knownBy: row.knownBy,
    note: row.note,
    review: row.review,
    firstReview: row.firstReview,
    withdrawnReason: row.withdrawnReason,
    evidence,
  };
}
