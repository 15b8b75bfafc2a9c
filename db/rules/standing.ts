import { type AffiliationsByActor, affiliationsAsOf } from './affiliation.ts';
import { happenedBy } from './moment.ts';
import type {
  ProjectedRetraction,
  ProjectedStance,
  ProjectedStanding,
  StandingFacts,
  StandingMoment,
} from './standing-facts.ts';
import { originsOf } from './standing-origins.ts';
import { projectedSide, type Side, sidesOf } from './standing-sides.ts';
import {
  byTime,
  isCarrierRetracted,
  isCarrying,
  type LastWord,
  lastWords,
  retractedCarriers,
  type WeighedStance,
  weighedStances,
} from './standing-stances.ts';
import { type Polarity, type StandingStatus, standingStatuses } from './vocabulary.ts';

export type {
  ActorFacts,
  AffiliationFacts,
  ClaimFacts,
  EvidenceFacts,
  LinkFacts,
  ProjectedSide,
  ProjectedStance,
  ProjectedStanding,
  StanceFacts,
  StandingFacts,
  StandingMoment,
} from './standing-facts.ts';

const now: StandingMoment = { asOf: null, saidBy: null };

/** A question about a record: what it holds, the two clocks, and what it knew of affiliations by them. */
interface Question {
  readonly facts: StandingFacts;
  readonly moment: StandingMoment;
  readonly affiliations: AffiliationsByActor;
}

/** What the stances on one claim come to. */
interface Weighed {
  readonly stances: readonly WeighedStance[];
  readonly words: ReadonlyMap<number, LastWord>;
  readonly carriers: ReadonlySet<number>;
  /** Each actor's current stance, retractions excluded, in the order in which they were taken. */
  readonly counting: readonly WeighedStance[];
  readonly sides: readonly Side[];
  readonly origins: readonly number[];
  readonly status: StandingStatus;
}

/** Who says what of a claim, with the reasons, as far as was on record and had been said at the moment. */
export function standingOf(
  facts: StandingFacts,
  claim: number,
  moment: StandingMoment = now,
): ProjectedStanding {
  const question = questionAbout(facts, moment);
  const { words, counting, sides, origins, status } = weigh(question, claim);
  const articles = counting.flatMap(({ evidence }) => evidence.map(({ article }) => article));
  return {
    status,
    rule: standingStatuses.indexOf(status) + 1,
    counts: countsOf(counting),
    sides: sides.map(projectedSide),
    retracted: retractions(words),
    origins,
    articleCount: new Set(articles).size,
    disputedVia: disputedVia(question, claim, counting),
    onlyUnnamedSources: onlyUnnamedSources(question, words),
  };
}

/** What the rules say of every stance on one claim, withdrawn ones and drafts included. */
export function stancesProjected(
  facts: StandingFacts,
  claim: number,
  moment: StandingMoment = now,
): readonly ProjectedStance[] {
  const { stances, carriers, counting } = weigh(questionAbout(facts, moment), claim);
  const counts = new Set(counting);
  return stances.map((stance) => ({
    stance: stance.facts.stance,
    counting: counts.has(stance),
    hearsay: stance.hearsay,
    carrierRetracted: isCarrierRetracted(stance, carriers),
  }));
}

function questionAbout(facts: StandingFacts, moment: StandingMoment): Question {
  return { facts, moment, affiliations: affiliationsAsOf(facts.affiliations, moment.asOf) };
}

function weigh({ facts, moment, affiliations }: Question, claim: number): Weighed {
  const recorded = facts.claims.get(claim)?.stances ?? [];
  const stances = weighedStances(recorded, facts.actors, moment);
  const inForce = stances.filter((stance) => stance.inForce);
  const carriers = retractedCarriers(lastWords(inForce));
  const isCarriedOff = (stance: WeighedStance) => isCarrierRetracted(stance, carriers);
  const words = lastWords(inForce.filter((stance) => !isCarriedOff(stance)));
  const counting = [...words.values()].flatMap(({ upheld }) => upheld.at(-1) ?? []).sort(byTime);
  const sides = sidesOf(counting, affiliations);
  const origins = originsOf(sides, facts.actors, affiliations);
  const retracted =
    inForce.some((stance) => isCarrying(stance) && isCarriedOff(stance)) ||
    [...words.values()].some(({ retraction }) => retraction?.ofCarrying === true);
  const held = new Set(sides.map(({ voice }) => voice.polarity));
  const status = statusOf({ held, retracted, origins: origins.length });
  return { stances, words, carriers, counting, sides, origins, status };
}

/** The first rule that fits; `standingStatuses` has their order, and the domain guide their words. */
function statusOf({
  held,
  retracted,
  origins,
}: {
  readonly held: ReadonlySet<Polarity>;
  readonly retracted: boolean;
  readonly origins: number;
}): StandingStatus {
  const carried = held.has('FOR') || held.has('RELAYED');
  if (held.has('AGAINST')) return carried ? 'DISPUTED' : 'DENIED';
  if (retracted && !carried && !held.has('MIXED')) return 'RETRACTED';
  if (held.has('MIXED')) return 'QUESTIONED';
  if (origins >= 2) return 'CORROBORATED';
  if (held.has('FOR')) return 'ASSERTED';
  return held.has('RELAYED') ? 'REPORTED' : 'UNADDRESSED';
}

function countsOf(counting: readonly WeighedStance[]): Record<Polarity, number> {
  const counts = { FOR: 0, RELAYED: 0, MIXED: 0, NONE: 0, AGAINST: 0, WITHDRAWN: 0 };
  for (const { polarity } of counting) counts[polarity] += 1;
  return counts;
}

function retractions(words: ReadonlyMap<number, LastWord>): readonly ProjectedRetraction[] {
  return [...words.values()]
    .flatMap(({ upheld, retraction }) => {
      const current = upheld.at(-1)?.polarity ?? 'NONE';
      return retraction !== null && current === 'NONE' ? [retraction] : [];
    })
    .sort((a, b) => byTime(a.stance, b.stance))
    .map(({ stance: { facts }, of }) => ({ actor: facts.actor, stance: facts.stance, of }));
}

function onlyUnnamedSources({ facts }: Question, words: ReadonlyMap<number, LastWord>): boolean {
  const upheld = [...words.values()].flatMap((word) => word.upheld);
  const forIt = upheld.filter(({ polarity }) => polarity === 'FOR');
  const isUnnamed = (actor: number) => facts.actors.get(actor)?.kind === 'UNNAMED_SOURCE';
  return (
    forIt.length > 0 && forIt.every((stance) => stance.hearsay || isUnnamed(stance.facts.actor))
  );
}

/** The disputed or denied claims that this one rests on, or on whose occasion it was spoken of. */
function disputedVia(
  question: Question,
  claim: number,
  counting: readonly WeighedStance[],
): readonly number[] {
  const occasions = counting.flatMap(({ facts }) => facts.saidIn ?? []);
  const grounds = new Set([...presupposedBy(question, claim), ...occasions]);
  grounds.delete(claim);
  const isContested = (ground: number) => {
    const { status } = weigh(question, ground);
    return status === 'DISPUTED' || status === 'DENIED';
  };
  return [...grounds].filter(isContested).sort((a, b) => a - b);
}

/** What a claim presupposes, directly or not; in a circle, itself as well. */
function presupposedBy({ facts, moment }: Question, claim: number): ReadonlySet<number> {
  const reached = new Set<number>();
  const ahead = [claim];
  for (let from = ahead.pop(); from !== undefined; from = ahead.pop()) {
    for (const { to, recordedAt, revokedAt } of facts.claims.get(from)?.presupposes ?? []) {
      const holds = happenedBy(recordedAt, moment.asOf) && !happenedBy(revokedAt, moment.asOf);
      if (!holds || reached.has(to)) continue;
      reached.add(to);
      ahead.push(to);
    }
  }
  return reached;
}
