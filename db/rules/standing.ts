import { type Answers, answersTo } from './answers.ts';
import { happenedBy } from './moment.ts';
import type { Whole } from './shown.ts';
import type {
  ProjectedRetraction,
  ProjectedStance,
  ProjectedStanding,
  StandingFacts,
  StandingMoment,
} from './standing-facts.ts';
import { byTime, type HeldRecord, type HeldStance, recordHeld } from './standing-held.ts';
import { originsOf } from './standing-origins.ts';
import { projectedSide, type Side, sidesOf } from './standing-sides.ts';
import {
  isCarrierRetracted,
  isCarrying,
  type LastWord,
  lastWords,
  retractedCarriers,
} from './standing-words.ts';
import { splitsAmong, turnsAmong } from './turns.ts';
import { type Polarity, type StandingStatus, standingStatuses } from './vocabulary.ts';

export type {
  ActorFacts,
  AffiliationFacts,
  ArticleFacts,
  ClaimFacts,
  EvidenceFacts,
  LinkFacts,
  MergeFacts,
  ProjectedOrigin,
  ProjectedSide,
  ProjectedStance,
  ProjectedStanding,
  StanceFacts,
  StandingFacts,
  StandingMoment,
} from './standing-facts.ts';

/** What the rules say of the claims in some facts, at one moment. Each claim is worked out once. */
export interface Standings {
  /** Who says what of a claim, with the reasons, as far as was on record and had been said. */
  of(claim: number): ProjectedStanding;
  /** What that comes to, alone. */
  statusOf(claim: number): StandingStatus;
  /** Who answered it, who did not, and who disputes it. */
  answersTo(claim: number): Answers;
  /** What the rules say of every stance on a claim in any of its wordings, withdrawn ones and drafts included. */
  stancesOn(claim: number): readonly ProjectedStance[];
  /** The claim that these words are one with, and the wording of it that is shown. */
  wholeOf(claim: number): Whole;
  /** All actors that are one with this one, itself included, as they were recorded. */
  namesOf(actor: number): readonly number[];
}

/** What the stances on one claim come to. */
interface Weighed {
  readonly stances: readonly HeldStance[];
  readonly words: ReadonlyMap<number, LastWord>;
  readonly carriers: ReadonlySet<number>;
  /** The stances in force that no retraction carried off. */
  readonly heard: readonly HeldStance[];
  /** Each actor's current stance, retractions excluded, in the order in which they were taken. */
  readonly counting: readonly HeldStance[];
  readonly sides: readonly Side[];
  readonly origins: ProjectedStanding['origins'];
  readonly status: StandingStatus;
}

const now: StandingMoment = { asOf: null, saidBy: null };

export function standingsIn(facts: StandingFacts, moment: StandingMoment = now): Standings {
  const record = recordHeld(facts, moment.asOf);
  const known = new Map<number, Weighed>();
  const weighed = (claim: number): Weighed => {
    const { shown } = record.wholeOf(claim);
    const found = known.get(shown) ?? weigh(record, shown, moment.saidBy);
    known.set(shown, found);
    return found;
  };
  return {
    wholeOf: record.wholeOf,
    namesOf: record.actors.namesOf,
    statusOf: (claim) => weighed(claim).status,
    answersTo: (claim) => answersTo(record.concernedBy(claim), weighed(claim), record.actors),
    of(claim) {
      const { words, counting, sides, origins, status } = weighed(claim);
      return {
        status,
        rule: standingStatuses.indexOf(status) + 1,
        counts: countsOf(counting),
        sides: sides.map(projectedSide),
        retracted: retractions(words),
        origins,
        ...articlesCounted(record, words),
        disputedVia: groundsOf(record, claim, counting)
          .filter((ground) => isContested(weighed(ground).status))
          .sort((a, b) => a - b),
        onlyUnnamedSources: onlyUnnamedSources(record, words),
      };
    },
    stancesOn(claim) {
      const { stances, carriers, counting, heard, sides } = weighed(claim);
      const counts = new Set(counting);
      const turns = turnsAmong(heard);
      const splits = splitsAmong(sides);
      return stances.map((stance) => ({
        stance: stance.facts.stance,
        shownClaim: record.wholeOf(claim).shown,
        shownActor: stance.actor,
        effectiveAt: stance.time.at,
        effectiveBasis: stance.time.basis,
        counting: counts.has(stance),
        hearsay: stance.hearsay,
        carrierRetracted: isCarrierRetracted(stance, carriers),
        turnedFrom: turns.get(stance.facts.stance) ?? null,
        splitFrom: splits.get(stance.facts.stance)?.from ?? null,
        splitOf: splits.get(stance.facts.stance)?.of ?? null,
      }));
    },
  };
}

/** Whether a status says that somebody is against the claim. */
export function isContested(status: StandingStatus): boolean {
  return status === 'DISPUTED' || status === 'DENIED';
}

function weigh(record: HeldRecord, claim: number, saidBy: number | null): Weighed {
  const stances = record.stancesOn(claim);
  const inForce = stances.filter(({ stands, time }) => stands && happenedBy(time.at, saidBy));
  const carriers = retractedCarriers(lastWords(inForce));
  const isCarriedOff = (stance: HeldStance) => isCarrierRetracted(stance, carriers);
  const heard = inForce.filter((stance) => !isCarriedOff(stance));
  const words = lastWords(heard);
  const counting = [...words.values()].flatMap(({ upheld }) => upheld.at(-1) ?? []).sort(byTime);
  const sides = sidesOf(counting, record.actors);
  const origins = originsOf({ sides, words, articles: articlesShowing(stances) }, record);
  const retracted =
    inForce.some((stance) => isCarrying(stance) && isCarriedOff(stance)) ||
    [...words.values()].some(({ retraction }) => retraction?.ofCarrying === true);
  const held = new Set(sides.map(({ voice }) => voice.polarity));
  const status = statusOf({ held, retracted, origins: origins.length });
  return { stances, words, carriers, heard, counting, sides, origins, status };
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

/** The articles that show stances in force, whenever these were taken: copies are the record’s, not the speakers’. */
function articlesShowing(stances: readonly HeldStance[]): ReadonlySet<number> {
  const articles = new Set<number>();
  for (const { stands, evidence } of stances) {
    if (stands) for (const { article } of evidence) articles.add(article);
  }
  return articles;
}

function countsOf(counting: readonly HeldStance[]): Record<Polarity, number> {
  const counts = { FOR: 0, RELAYED: 0, MIXED: 0, NONE: 0, AGAINST: 0, WITHDRAWN: 0 };
  for (const { polarity } of counting) counts[polarity] += 1;
  return counts;
}

/** The articles of what counts and of what it goes on with, and their outlets. */
function articlesCounted(
  { articles }: HeldRecord,
  words: ReadonlyMap<number, LastWord>,
): Pick<ProjectedStanding, 'articleCount' | 'outletCount'> {
  const counted = new Set<number>();
  const outlets = new Set<number>();
  for (const { upheld } of words.values()) {
    for (const { article } of upheld.flatMap(({ evidence }) => evidence)) {
      counted.add(articles.oneOf(article));
      const outlet = articles.outletOf(article);
      if (outlet !== null) outlets.add(outlet);
    }
  }
  return { articleCount: counted.size, outletCount: outlets.size };
}

function retractions(words: ReadonlyMap<number, LastWord>): readonly ProjectedRetraction[] {
  return [...words.values()]
    .flatMap(({ upheld, retraction }) => {
      const current = upheld.at(-1)?.polarity ?? 'NONE';
      return retraction !== null && current === 'NONE' ? [retraction] : [];
    })
    .sort((a, b) => byTime(a.stance, b.stance))
    .map(({ stance, of }) => ({ actor: stance.actor, stance: stance.facts.stance, of }));
}

function onlyUnnamedSources({ actors }: HeldRecord, words: ReadonlyMap<number, LastWord>): boolean {
  const upheld = [...words.values()].flatMap((word) => word.upheld);
  const forIt = upheld.filter(({ polarity }) => polarity === 'FOR');
  const isUnnamed = (actor: number) => actors.kindOf(actor) === 'UNNAMED_SOURCE';
  return forIt.length > 0 && forIt.every(({ hearsay, actor }) => hearsay || isUnnamed(actor));
}

/** The other claims that this one rests on, directly or not, and those on whose occasion it was spoken of. */
function groundsOf(
  record: HeldRecord,
  claim: number,
  counting: readonly HeldStance[],
): readonly number[] {
  const self = record.wholeOf(claim).shown;
  const reached = new Set<number>();
  const ahead = [self];
  for (let from = ahead.pop(); from !== undefined; from = ahead.pop()) {
    for (const ground of record.presupposedBy(from)) {
      if (reached.has(ground)) continue;
      reached.add(ground);
      ahead.push(ground);
    }
  }
  for (const { saidIn } of counting) {
    if (saidIn !== null) reached.add(record.wholeOf(saidIn).shown);
  }
  reached.delete(self);
  return [...reached];
}
