import { type Span, surroundings } from '../../../db/rules/quote.ts';
import type { EvidenceFacts, ProjectedStance, StanceFacts } from '../../../db/rules/standing.ts';
import {
  type ClaimKind,
  type EvidenceMode,
  polarityOf,
  type Review,
  type StanceKind,
} from '../../../db/rules/vocabulary.ts';
import { attributions, evidence } from '../../../db/tables/evidence.ts';
import { reviewLog } from '../../../db/tables/review.ts';
import type { stances } from '../../../db/tables/stance.ts';
import type { Cast } from './actors.ts';
import type { QuotableArticle } from './articles.ts';
import type { Ledger } from './ledger.ts';
import { type Random, weighted } from './random.ts';

/** What somebody will have said: chosen, and not yet on record. */
export interface PlannedStance {
  readonly actor: number;
  readonly kind: StanceKind;
  readonly review: Review;
  readonly saidIn: number | null;
}

/** A stance on record, without what the rules of standings say of it. */
export interface RecordedStance {
  readonly row: Omit<typeof stances.$inferInsert, 'listed' | keyof ProjectedStance> & {
    readonly key: number;
  };
  readonly facts: StanceFacts;
}

export interface Occasion {
  readonly claimKind: ClaimKind;
  /** Who has taken a position on the claim before. */
  readonly holders: readonly number[];
  /** Claims that something can have been said in. */
  readonly meetings: readonly number[];
}

const dayMs = 86_400_000;

const kindWeights: readonly (readonly [StanceKind, number])[] = [
  ['ASSERTS', 40],
  ['CONFIRMS', 10],
  ['REPORTS', 20],
  ['QUALIFIES', 5],
  ['QUESTIONS', 6],
  ['DECLINES', 4],
  ['NO_REPLY', 3],
  ['DENIES', 10],
  ['RETRACTS', 2],
];
const kind = weighted(kindWeights.map(([, weight]) => weight));
const ofPositions: Partial<Record<StanceKind, StanceKind>> = {
  ASSERTS: 'SUPPORTS',
  CONFIRMS: 'SUPPORTS',
  DENIES: 'OPPOSES',
};

export function planStance({ random }: Ledger, cast: Cast, occasion: Occasion): PlannedStance {
  const drawn = kindWeights[kind(random)]?.[0] ?? 'ASSERTS';
  const retracts = drawn === 'RETRACTS' && occasion.holders.length > 0;
  const actor = retracts ? random.pick(occasion.holders) : cast.speaker(random);
  return {
    actor,
    kind: retracts ? 'RETRACTS' : fitting(drawn, occasion.claimKind),
    review: random.chance(0.02) ? 'DRAFT' : 'VERIFIED',
    saidIn:
      random.chance(0.08) && occasion.meetings.length > 0 ? random.pick(occasion.meetings) : null,
  };
}

function fitting(drawn: StanceKind, claimKind: ClaimKind): StanceKind {
  if (drawn === 'RETRACTS') return 'REPORTS';
  return (claimKind === 'POSITION' ? ofPositions[drawn] : undefined) ?? drawn;
}

interface Recording {
  readonly claim: number;
  readonly plan: PlannedStance;
  readonly sources: readonly QuotableArticle[];
}

/** Records the stance with its first review, its event and its evidence, all of one moment. */
export function recordStance(ledger: Ledger, cast: Cast, recording: Recording): RecordedStance {
  const { claim, plan, sources } = recording;
  const { bulk, random } = ledger;
  const at = ledger.tick();
  const key = ledger.nextKey('stance');
  const { saidPhrase, ...said } = timeOf(random, sources);
  bulk.insert(reviewLog, {
    key: ledger.nextKey('review'),
    stance: key,
    review: plan.review,
    recordedAt: at,
  });
  ledger.append({
    type: 'STANCE_ADDED',
    noun: 'stance',
    subject: key,
    at,
    visibility: plan.review === 'VERIFIED' ? 'PUBLIC' : 'EDITORS',
  });
  const pieces = 1 + Number(random.chance(0.12));
  return {
    row: {
      ...plan,
      ...said,
      key,
      claim,
      id: ledger.id('stance', at),
      slug: `stance-${key}`,
      polarity: polarityOf[plan.kind],
      certainty: random.pick(['PLAIN', 'PLAIN', 'FIRM', 'HEDGED']),
      saidPhrase,
      recordedAt: at,
    },
    facts: {
      stance: key,
      actor: plan.actor,
      kind: plan.kind,
      told: { ...said, saidIn: plan.saidIn, note: null },
      corrections: [],
      knownBy: null,
      recordedAt: at,
      withdrawnAt: null,
      reviews: [{ review: plan.review, recordedAt: at }],
      evidence: Array.from({ length: pieces }, () =>
        recordEvidence(ledger, {
          stance: key,
          at,
          article: random.pick(sources),
          chain: chainTo(plan.actor, cast, random),
        }),
      ),
    },
  };
}

function timeOf(random: Random, sources: readonly QuotableArticle[]) {
  const published = sources[0]?.facts.told.publishedAt ?? null;
  const moment = published === null ? null : published - random.below(3 * dayMs);
  const precision = random.next();
  const date = moment === null ? null : new Date(moment).toISOString().slice(0, 10);
  return {
    saidAt: precision < 0.2 ? moment : null,
    saidOn: precision < 0.7 ? date : null,
    saidPhrase: precision < 0.3 ? 'on that day' : null,
  };
}

/** The whole chain: nobody stands in it twice, and a publisher that holds the stance needs nobody else. */
function chainFrom(publisher: number, chain: readonly number[]): readonly number[] {
  const holder = chain.at(-1);
  if (holder === undefined || holder === publisher) return [publisher];
  const links = [publisher, ...chain.slice(0, -1)].filter((link) => link !== holder);
  return [...new Set(links), holder];
}

/** Through whom the words reached the publisher; the last is the holder. */
function chainTo(actor: number, cast: Cast, random: Random): readonly number[] {
  const granting = cast.facts.get(actor)?.grantedBy ?? null;
  if (granting !== null) return [granting, actor];
  if (random.chance(0.1)) return [random.pick(cast.outlets), actor];
  if (random.chance(0.1)) {
    const source = random.pick(cast.unnamed);
    return [cast.facts.get(source)?.grantedBy ?? 1, source, actor];
  }
  return [actor];
}

interface Showing {
  readonly stance: number;
  readonly at: number;
  readonly article: QuotableArticle;
  /** The chain behind the publisher. */
  readonly chain: readonly number[];
}

const modes: readonly EvidenceMode[] = ['DIRECT', 'MIXED', 'INDIRECT', 'INDIRECT', 'NARRATED'];

function recordEvidence(ledger: Ledger, { stance, at, article, chain }: Showing): EvidenceFacts {
  const { bulk, random } = ledger;
  const key = ledger.nextKey('evidence');
  const span: Span = random.pick(article.sentences);
  const row = {
    ...span,
    ...surroundings(article.text, span.start, span.end),
    key,
    id: ledger.id('evidence', at),
    stance,
    article: article.facts.article,
    quote: article.text.slice(span.start, span.end),
    mode: random.pick(modes),
    recordedAt: at,
  };
  bulk.insert(evidence, row);
  const attribution = chainFrom(article.outlet, chain);
  for (const [position, actor] of attribution.entries()) {
    bulk.insert(attributions, { evidence: key, position, actor });
  }
  return {
    evidence: key,
    article: row.article,
    mode: row.mode,
    attribution,
    versions: [],
    recordedAt: at,
    withdrawnAt: null,
  };
}
