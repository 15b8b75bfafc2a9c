import { type AffiliationsByActor, affiliationsAsOf } from './affiliation.ts';
import { chainAsRead, isHearsay } from './attribution.ts';
import { toldAsOf } from './correction.ts';
import { happenedBy } from './moment.ts';
import { type Shown, shownActors, type Whole, wholesOf } from './shown.ts';
import { type EffectiveTime, effectiveTime } from './stance-time.ts';
import { type HeldArticles, heldArticles } from './standing-articles.ts';
import type { EvidenceFacts, StanceFacts, StandingFacts } from './standing-facts.ts';
import { type ActorKind, type EvidenceMode, type Polarity, polarityOf } from './vocabulary.ts';

/**
 * What the record held at a moment: corrections made later are undone, merged actors are one, wordings of one claim
 * are one. The rules of standings look at this and at nothing else.
 */
export interface HeldRecord {
  readonly actors: HeldActors;
  readonly articles: HeldArticles;
  /** The claim that these words are one with; themselves, where no other is. */
  wholeOf(claim: number): Whole;
  /** The actors whom a claim bears on in any of its wordings, by whom is shown, each once. */
  concernedBy(claim: number): readonly number[];
  /** What a claim presupposes directly, by the claims that are shown. */
  presupposedBy(claim: number): readonly number[];
  /** All that was taken towards a claim in any of its wordings, drafts and withdrawn ones included, in the order of their times. */
  stancesOn(claim: number): readonly HeldStance[];
}

export interface HeldActors {
  readonly shownOf: Shown;
  /** A recorded chain as it is read. */
  chainOf(attribution: readonly number[]): readonly number[];
  namesOf(actor: number): readonly number[];
  kindOf(actor: number): ActorKind | undefined;
  /** Who granted an unnamed source its anonymity. */
  grantorOf(actor: number): number | null;
  readonly affiliations: AffiliationsByActor;
}

/** A stance with what the record held of it. */
export interface HeldStance {
  readonly facts: StanceFacts;
  /** Who is shown as its holder. */
  readonly actor: number;
  readonly polarity: Polarity;
  readonly time: EffectiveTime;
  readonly saidOn: string | null;
  readonly saidIn: number | null;
  /** Evidence that is not withdrawn, nor its article. */
  readonly evidence: readonly HeldEvidence[];
  readonly hearsay: boolean;
  /** Whether it was on record then, verified, and shown by something. */
  readonly stands: boolean;
}

export interface HeldEvidence {
  readonly article: number;
  readonly mode: EvidenceMode;
  /** Its chain as it is read: each actor once, by whom is shown. */
  readonly chain: readonly number[];
  /** The agency that its article is credited to. */
  readonly creditedTo: number | null;
}

export function recordHeld(facts: StandingFacts, asOf: number | null): HeldRecord {
  const actors = heldActors(facts, asOf);
  const articles = heldArticles(facts, actors.shownOf, asOf);
  const wholeOf = wholesHeld(facts, asOf);
  const grounds = new Map<number, Set<number>>();
  for (const { kind, from, to, recordedAt, revokedAt } of facts.links) {
    if (kind !== 'PRESUPPOSES') continue;
    if (!happenedBy(recordedAt, asOf) || happenedBy(revokedAt, asOf)) continue;
    const resting = wholeOf(from).shown;
    grounds.set(resting, (grounds.get(resting) ?? new Set()).add(wholeOf(to).shown));
  }
  return {
    actors,
    articles,
    wholeOf,
    concernedBy(claim) {
      const { shown, members } = wholeOf(claim);
      const told = [shown, ...members].flatMap((key) => facts.claims.get(key)?.concerns ?? []);
      return [...new Set(told.map(actors.shownOf))];
    },
    presupposedBy: (claim) => [...(grounds.get(wholeOf(claim).shown) ?? [])],
    stancesOn: (claim) =>
      wholeOf(claim)
        .members.flatMap((member) => facts.claims.get(member)?.stances ?? [])
        .map((stance) => heldStance(stance, { actors, articles, asOf }))
        .sort(byTime),
  };
}

function wholesHeld(facts: StandingFacts, asOf: number | null): (claim: number) => Whole {
  const isSeveral = facts.links.some(({ kind }) => kind === 'SAME_AS');
  const wordings = [...(isSeveral ? facts.claims.values() : [])].map(
    ({ claim, withdrawnAt, stances }) => ({
      claim,
      withdrawnAt,
      publicSince: publicSince(stances),
    }),
  );
  const wholes = wholesOf(wordings, facts.links, asOf);
  return (claim) => wholes.get(claim) ?? { shown: claim, members: [claim] };
}

/** Orders stances by their time; at one and the same moment what is taken back comes last, and then the order of recording decides. */
export function byTime(a: HeldStance, b: HeldStance): number {
  const takesBack = ({ polarity }: HeldStance) => Number(polarity === 'WITHDRAWN');
  return a.time.at - b.time.at || takesBack(a) - takesBack(b) || a.facts.stance - b.facts.stance;
}

function heldActors(facts: StandingFacts, asOf: number | null): HeldActors {
  const shownOf = shownActors(facts.merges, asOf);
  const hasMerges = facts.merges.length > 0;
  const affiliations = hasMerges ? affiliationsShown(facts, shownOf) : facts.affiliations;
  let names: ReadonlyMap<number, readonly number[]> | undefined;
  return {
    shownOf,
    chainOf: (attribution) => (hasMerges ? chainAsRead(attribution.map(shownOf)) : attribution),
    namesOf(actor) {
      if (!hasMerges) return [actor];
      names ??= namesByShown(facts, shownOf);
      return names.get(shownOf(actor)) ?? [actor];
    },
    affiliations: affiliationsAsOf(affiliations, asOf),
    kindOf: (actor) => {
      const known = facts.actors.get(shownOf(actor));
      return known && toldAsOf(known, asOf).kind;
    },
    grantorOf: (actor) => {
      const grantor = facts.actors.get(shownOf(actor))?.grantedBy ?? null;
      return grantor === null ? null : shownOf(grantor);
    },
  };
}

function namesByShown({ actors }: StandingFacts, shownOf: Shown) {
  const names = new Map<number, number[]>();
  for (const actor of actors.keys()) {
    const shown = shownOf(actor);
    const others = names.get(shown);
    if (others === undefined) names.set(shown, [actor]);
    else others.push(actor);
  }
  return names;
}

/** Affiliations between the actors that are shown; one between two that are one is none. */
function affiliationsShown({ affiliations }: StandingFacts, shownOf: Shown) {
  return affiliations.flatMap((affiliation) => {
    const [actor, of] = [shownOf(affiliation.actor), shownOf(affiliation.of)];
    return actor === of ? [] : [{ ...affiliation, actor, of }];
  });
}

interface Holding {
  readonly actors: HeldActors;
  readonly articles: HeldArticles;
  readonly asOf: number | null;
}

function heldStance(facts: StanceFacts, { actors, articles, asOf }: Holding): HeldStance {
  const { kind } = facts;
  const told = toldAsOf(facts, asOf);
  const isDated = told.saidAt !== null || told.saidOn !== null;
  const live = facts.evidence.filter((piece) => isLive(piece, articles, asOf));
  const evidence = live.map(({ article, mode, attribution }) => ({
    article,
    mode,
    chain: actors.chainOf(attribution),
    creditedTo: articles.creditedTo(article),
  }));
  return {
    facts,
    actor: actors.shownOf(facts.actor),
    polarity: polarityOf[kind],
    time: effectiveTime({
      kind,
      saidAt: told.saidAt,
      saidOn: told.saidOn,
      issuedAt: isDated ? null : articles.earliestIssue(live, kind),
      knownBy: facts.knownBy,
      recordedAt: facts.recordedAt,
    }),
    saidOn: told.saidOn,
    saidIn: told.saidIn,
    evidence,
    hearsay: isHearsay(
      evidence.map(({ chain }) => chain),
      actors.kindOf,
    ),
    stands: (live.length > 0 || told.note !== null) && isVerified(facts, asOf),
  };
}

function isLive(
  { article, recordedAt, withdrawnAt }: EvidenceFacts,
  articles: HeldArticles,
  asOf: number | null,
): boolean {
  const isOnRecord = happenedBy(recordedAt, asOf) && !happenedBy(withdrawnAt, asOf);
  return isOnRecord && !articles.isWithdrawn(article);
}

function isVerified({ reviews, recordedAt, withdrawnAt }: StanceFacts, asOf: number | null) {
  const review = reviews.findLast((judged) => happenedBy(judged.recordedAt, asOf));
  return (
    review?.review === 'VERIFIED' && happenedBy(recordedAt, asOf) && !happenedBy(withdrawnAt, asOf)
  );
}

/** When a claim first had a verified stance in these words. */
function publicSince(stances: readonly StanceFacts[]): number | null {
  let since: number | null = null;
  for (const { reviews } of stances) {
    const first = reviews.find(({ review }) => review === 'VERIFIED')?.recordedAt;
    if (first !== undefined && (since === null || first < since)) since = first;
  }
  return since;
}
