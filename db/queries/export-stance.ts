import { asc, eq, sql } from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core';
import { statement } from '../read/read.ts';
import type { EvidenceMode } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import { claims } from '../tables/claim.ts';
import { stances } from '../tables/stance.ts';
import { among, firstReview, following } from './export.ts';

const select = new QueryBuilder();

/** A piece of evidence as the statements below pack it. */
export interface PackedEvidence {
  readonly article: string;
  readonly quote: string | null;
  readonly start: number;
  readonly end: number;
  readonly mode: EvidenceMode;
  readonly cue: string | null;
  readonly attribution: readonly string[];
  readonly spokenLanguage: string | null;
  readonly confidence: number | null;
  readonly extractor: string | null;
  readonly withdrawnReason: string | null;
}

const holder = alias(actors, 'holder');
const saidInClaim = alias(claims, 'said_in_claim');

// Without the empty text at its end it would be JSON inside the cell, and not a text.
const packedEvidence = sql<string>`(
  select json_group_array(json_object(
    'article', (select a.slug from articles a where a.key = e.article),
    'quote', e.quote, 'start', e.start, 'end', e.end, 'mode', e.mode, 'cue', e.cue,
    'attribution', (select json_group_array(slug) from (
      select p.slug from attributions c join actors p on p.key = c.actor where c.evidence = e.key order by c.position)),
    'spokenLanguage', e.spoken_language, 'confidence', e.confidence, 'extractor', e.extractor, 'withdrawnReason', e.withdrawn_reason))
  from evidence e where e.stance = ${stances.key}) || ''`;

const stanceContent = () =>
  select
    .select({
      slug: stances.slug,
      claim: claims.slug,
      actor: holder.slug,
      kind: stances.kind,
      certainty: stances.certainty,
      saidAt: stances.saidAt,
      saidOn: stances.saidOn,
      saidPhrase: stances.saidPhrase,
      saidIn: saidInClaim.slug,
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
    .orderBy(asc(stances.slug))
    .$dynamic();

export const stancesBySlug = statement(stanceContent().where(among(stances.slug)));
export const stancesInOrder = statement(
  stanceContent().where(following(stances)).limit(sql.placeholder('limit')),
);
