import { storedReplies } from '../../../db/rules/answers.ts';
import type { LinkFacts } from '../../../db/rules/standing.ts';
import type { ClaimKind } from '../../../db/rules/vocabulary.ts';
import { claimParties, claims, claimTopics } from '../../../db/tables/claim.ts';
import { claimLinks } from '../../../db/tables/claim-link.ts';
import { reviewLog } from '../../../db/tables/review.ts';
import { stances } from '../../../db/tables/stance.ts';
import { standings } from '../../../db/tables/standing.ts';
import type { Cast } from './actors.ts';
import type { QuotableArticle } from './articles.ts';
import { firstMoment, type Ledger } from './ledger.ts';
import { type ClaimKnown, type ClaimProjected, projectedClaim, unaddressed } from './projection.ts';
import { type Random, zipf } from './random.ts';
import { planStance, type RecordedStance, recordStance } from './stances.ts';

/** What the claims of a record have in common. */
export interface Scene {
  readonly ledger: Ledger;
  readonly cast: Cast;
  /** Claims that others presuppose and were said in: no more is said of them, so what rests on them stays. */
  readonly meetings: Map<number, ClaimKnown>;
  /** The keys of the latest, to pick from. */
  readonly meetingKeys: number[];
}

/** A claim of which more may be said: what follows from its stances is written when it is closed. */
export interface OpenClaim {
  readonly row: Omit<typeof claims.$inferInsert, keyof ClaimProjection> & { readonly key: number };
  readonly sources: readonly QuotableArticle[];
  readonly stances: RecordedStance[];
  readonly presupposes: LinkFacts[];
  publicAt: number | null;
  standingChangedAt: number;
  /** As of the latest stance or link. */
  projected: ClaimProjected;
}

type ClaimProjection = Pick<
  typeof claims.$inferInsert,
  | 'publicAt'
  | 'toldAt'
  | 'listed'
  | 'allTopics'
  | 'status'
  | 'onlyUnnamedSources'
  | 'replies'
  | 'dispute'
  | 'standingChangedAt'
>;

const dayMs = 86_400_000;
const topicRank = zipf(400, 0.8);
const claimKinds: readonly ClaimKind[] = ['FACT', 'FACT', 'FACT', 'POSITION', 'COMMITMENT'];

/** Records a claim with its first stances. */
export function openClaim(
  scene: Scene,
  sources: readonly QuotableArticle[],
  firstStances: number,
): OpenClaim {
  const { ledger } = scene;
  const recordedAt = ledger.tick();
  const claim = draftClaim(ledger, sources, recordedAt);
  const { key } = claim.row;
  ledger.bulk.insert(reviewLog, {
    key: ledger.nextKey('review'),
    claim: key,
    review: 'VERIFIED',
    recordedAt,
  });
  const plans = Array.from({ length: firstStances }, () => plan(scene, claim));
  const holders = plans.filter(({ review }) => review === 'VERIFIED').map(({ actor }) => actor);
  if (holders.length > 0) publish(ledger, claim, { at: recordedAt, holders });
  else {
    ledger.append({
      type: 'CLAIM_RECORDED',
      noun: 'claim',
      subject: key,
      at: recordedAt,
      visibility: 'EDITORS',
    });
  }
  for (const planned of plans) {
    claim.stances.push(recordStance(ledger, scene.cast, { claim: key, plan: planned, sources }));
  }
  settle(scene, claim, plans.length);
  return claim;
}

/** Records one more stance on the claim. */
export function addStance(scene: Scene, claim: OpenClaim): void {
  const { ledger, cast } = scene;
  const planned = plan(scene, claim);
  const { key } = claim.row;
  const { sources } = claim;
  claim.stances.push(recordStance(ledger, cast, { claim: key, plan: planned, sources }));
  if (planned.review === 'VERIFIED' && claim.publicAt === null) {
    publish(ledger, claim, { at: ledger.tick(), holders: [planned.actor] });
  }
  settle(scene, claim, 1);
}

/** Records that the claim presupposes one of the meetings. */
export function presuppose(scene: Scene, claim: OpenClaim): void {
  const { ledger, meetingKeys } = scene;
  const to = ledger.random.pick(meetingKeys);
  const at = ledger.tick();
  const key = ledger.nextKey('link');
  const link = {
    from: claim.row.key,
    to,
    kind: 'PRESUPPOSES',
    shown: null,
    recordedAt: at,
    revokedAt: null,
  } as const;
  const id = ledger.id('link', at);
  ledger.bulk.insert(claimLinks, { ...link, key, id, judgement: 'CONFIRMED' });
  ledger.append({ type: 'CLAIMS_LINKED', noun: 'link', subject: key, at });
  claim.presupposes.push(link);
  claim.projected = projectedClaim(scene, claim);
}

/** Writes the claim and its stances with all that follows from them. */
export function closeClaim({ ledger: { bulk } }: Scene, claim: OpenClaim): void {
  const { answers, standing, stances: projected } = claim.projected;
  const listed = claim.publicAt !== null;
  bulk.insert(claims, {
    ...claim.row,
    publicAt: claim.publicAt,
    toldAt: claim.publicAt,
    listed,
    allTopics: claim.row.topics,
    status: standing.status,
    onlyUnnamedSources: standing.onlyUnnamedSources,
    replies: storedReplies(answers.replies),
    dispute: answers.dispute,
    standingChangedAt: claim.standingChangedAt,
  });
  for (const topic of claim.row.topics) bulk.insert(claimTopics, { topic, claim: claim.row.key });
  for (const actor of answers.against) {
    bulk.insert(claimParties, { role: 'AGAINST', actor, claim: claim.row.key });
  }
  bulk.insert(standings, { claim: claim.row.key, rule: standing.rule, standing });
  for (const { row } of claim.stances) {
    const rule = projected.get(row.key);
    if (rule === undefined) throw new Error(`The rules know no stance ${row.key}.`);
    bulk.insert(stances, { ...row, ...rule, listed: listed && row.review === 'VERIFIED' });
  }
}

function draftClaim(
  ledger: Ledger,
  sources: readonly QuotableArticle[],
  recordedAt: number,
): OpenClaim {
  const { random, language } = ledger;
  const key = ledger.nextKey('claim');
  const happened = random.chance(0.4)
    ? new Date(firstMoment - random.below(700) * dayMs).toISOString().slice(0, 10)
    : null;
  return {
    row: {
      key,
      id: ledger.id('claim', recordedAt),
      slug: `claim-${key}`,
      text: `${language.sentence(random, 7 + random.below(12))}.`,
      kind: random.pick(claimKinds),
      language: random.chance(0.9) ? 'en' : 'ru',
      topics: topicsOf(random),
      happenedFrom: happened,
      happenedUntil: happened,
      review: 'VERIFIED',
      recordedAt,
    },
    sources,
    stances: [],
    presupposes: [],
    publicAt: null,
    standingChangedAt: recordedAt,
    projected: unaddressed,
  };
}

function topicsOf(random: Random): readonly string[] {
  const topics = Array.from({ length: 1 + random.below(3) }, () => `topic-${topicRank(random)}`);
  return [...new Set(topics)];
}

function plan({ ledger, cast, meetingKeys }: Scene, claim: OpenClaim) {
  return planStance(ledger, cast, {
    claimKind: claim.row.kind,
    holders: claim.stances.map(({ facts }) => facts.actor),
    meetings: meetingKeys,
  });
}

function publish(
  ledger: Ledger,
  claim: OpenClaim,
  { at, holders }: { readonly at: number; readonly holders: readonly number[] },
): void {
  const { key, kind, language, topics } = claim.row;
  claim.publicAt = at;
  ledger.append({
    type: 'CLAIM_ADDED',
    noun: 'claim',
    subject: key,
    at,
    payload: { kind, language, topics, actors: [...new Set(holders)] },
  });
}

/** Tells of a new status, and of the stance that brought it: one of the `latest`. */
function settle(scene: Scene, claim: OpenClaim, latest: number): void {
  const before = claim.projected;
  claim.projected = projectedClaim(scene, claim);
  const { standing, actors, statusAsOf } = claim.projected;
  if (standing.status === before.standing.status) return;
  const recorded = claim.stances.slice(-latest).map(({ facts }) => facts);
  const other = recorded.findLastIndex(
    ({ recordedAt }, i) => i < latest - 1 && statusAsOf(recordedAt) !== standing.status,
  );
  const cause = recorded[other + 1];
  if (cause === undefined) throw new Error('A status changes with a stance.');
  claim.standingChangedAt = cause.recordedAt;
  const { key, kind, language, topics } = claim.row;
  scene.ledger.append({
    type: 'STANDING_CHANGED',
    noun: 'claim',
    subject: key,
    at: scene.ledger.tick(),
    payload: {
      kind,
      language,
      topics,
      actors: [...new Set([...before.actors, ...actors])],
      from: before.standing.status,
      to: standing.status,
      because: { noun: 'stance', key: cause.stance },
      causedAt: cause.recordedAt,
    },
  });
}
