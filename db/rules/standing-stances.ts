import { isHearsay } from './attribution.ts';
import { dayOf, startOf } from './date.ts';
import { happenedBy } from './moment.ts';
import type {
  EvidenceFacts,
  StanceFacts,
  StandingFacts,
  StandingMoment,
} from './standing-facts.ts';
import { type Polarity, polarityOf } from './vocabulary.ts';

/** A stance with what the record held of it at the moment asked about. */
export interface WeighedStance {
  readonly facts: StanceFacts;
  readonly polarity: Polarity;
  readonly time: number;
  /** Evidence that is not withdrawn, nor its article. */
  readonly evidence: readonly EvidenceFacts[];
  readonly hearsay: boolean;
  /** Whether it was on record then, verified, shown by something, and said by then. */
  readonly inForce: boolean;
}

/** What an actor's stances on a claim come to. */
export interface LastWord {
  /** The current stance, after the earlier ones of its polarity that it goes on with; empty after a retraction. */
  readonly upheld: readonly WeighedStance[];
  readonly retraction: Retraction | null;
}

interface Retraction {
  readonly stance: WeighedStance;
  /** The polarity of the stance that was current before it. */
  readonly of: Polarity | null;
  /** Whether the actor had been FOR the claim or relayed it. */
  readonly ofCarrying: boolean;
}

/** When a stance was taken: `saidAt`, else `saidOn`, else when it was first published, else when it was recorded. */
export function timeOfStance(stance: StanceFacts, asOf: number | null = null): number {
  return timeShownBy(stance, liveEvidence(stance, asOf));
}

/** The day on which a stance was taken, in UTC unless the text names it. */
export function dayOfStance({ facts, time }: WeighedStance): string {
  return facts.saidAt === null && facts.saidOn !== null ? facts.saidOn : dayOf(time);
}

/** Stances as the record held them at the moment, in the order in which they were taken. */
export function weighedStances(
  stances: readonly StanceFacts[],
  actors: StandingFacts['actors'],
  moment: StandingMoment,
): readonly WeighedStance[] {
  const kindOf = (actor: number) => actors.get(actor)?.kind;
  return stances
    .map((facts) => {
      const evidence = liveEvidence(facts, moment.asOf);
      const time = timeShownBy(facts, evidence);
      const shown = evidence.length > 0 || facts.hasNote;
      return {
        facts,
        polarity: polarityOf[facts.kind],
        time,
        evidence,
        hearsay: isHearsay(
          evidence.map(({ attribution }) => attribution),
          kindOf,
        ),
        inForce: shown && isVerified(facts, moment.asOf) && happenedBy(time, moment.saidBy),
      };
    })
    .sort(byTime);
}

/** Orders stances by their time, ties by when they were recorded. */
export function byTime(a: WeighedStance, b: WeighedStance): number {
  return (
    a.time - b.time || a.facts.recordedAt - b.facts.recordedAt || a.facts.stance - b.facts.stance
  );
}

/** What each actor's stances come to; they are given in the order in which they were taken. */
export function lastWords(stances: readonly WeighedStance[]): ReadonlyMap<number, LastWord> {
  const words = new Map<number, { upheld: WeighedStance[]; retraction: Retraction | null }>();
  const carriers = new Set<number>();
  for (const stance of stances) {
    const { actor } = stance.facts;
    const word = words.get(actor) ?? { upheld: [], retraction: null };
    words.set(actor, word);
    const current = word.upheld.at(-1);
    if (isCarrying(stance)) carriers.add(actor);
    if (stance.polarity === 'WITHDRAWN') {
      const of = current?.polarity ?? word.retraction?.of ?? null;
      word.retraction = { stance, of, ofCarrying: carriers.has(actor) };
      word.upheld = [];
    } else if (current?.polarity === stance.polarity) {
      word.upheld.push(stance);
    } else if (current === undefined || mayReplace(stance, current)) {
      word.upheld = [stance];
    }
  }
  return words;
}

/** The actors that took back what they said and have not been FOR the claim nor relayed it since. */
export function retractedCarriers(words: ReadonlyMap<number, LastWord>): ReadonlySet<number> {
  const carriers = new Set<number>();
  for (const [actor, { upheld, retraction }] of words) {
    const current = upheld.at(-1);
    if (retraction !== null && !(current && isCarrying(current))) carriers.add(actor);
  }
  return carriers;
}

/** Whether every chain passes through an actor that retracted. What an actor takes back itself is no such case. */
export function isCarrierRetracted(stance: WeighedStance, carriers: ReadonlySet<number>): boolean {
  const passes = ({ attribution }: EvidenceFacts) =>
    attribution.slice(0, -1).some((link) => carriers.has(link));
  return (
    stance.polarity !== 'WITHDRAWN' && stance.evidence.length > 0 && stance.evidence.every(passes)
  );
}

/** Whether a stance puts its claim about, vouching for it or not. */
export function isCarrying({ polarity }: WeighedStance): boolean {
  return polarity === 'FOR' || polarity === 'RELAYED';
}

function mayReplace(stance: WeighedStance, current: WeighedStance): boolean {
  const isPosition = (polarity: Polarity) =>
    polarity === 'FOR' || polarity === 'AGAINST' || polarity === 'MIXED';
  return isPosition(stance.polarity) || !isPosition(current.polarity);
}

function timeShownBy(stance: StanceFacts, evidence: readonly EvidenceFacts[]): number {
  if (stance.saidAt !== null) return stance.saidAt;
  if (stance.saidOn !== null) return startOf(stance.saidOn);
  let earliest: number | null = null;
  for (const { publishedAt } of evidence) {
    if (publishedAt !== null && (earliest === null || publishedAt < earliest))
      earliest = publishedAt;
  }
  return earliest ?? stance.recordedAt;
}

function liveEvidence(stance: StanceFacts, asOf: number | null): readonly EvidenceFacts[] {
  return stance.evidence.filter(
    ({ recordedAt, withdrawnAt, articleWithdrawals }) =>
      happenedBy(recordedAt, asOf) &&
      !happenedBy(withdrawnAt, asOf) &&
      !articleWithdrawals.some(
        (withdrawal) =>
          happenedBy(withdrawal.recordedAt, asOf) && !happenedBy(withdrawal.restoredAt, asOf),
      ),
  );
}

function isVerified(stance: StanceFacts, asOf: number | null): boolean {
  const review = stance.reviews.findLast(({ recordedAt }) => happenedBy(recordedAt, asOf));
  return (
    review?.review === 'VERIFIED' &&
    happenedBy(stance.recordedAt, asOf) &&
    !happenedBy(stance.withdrawnAt, asOf)
  );
}
