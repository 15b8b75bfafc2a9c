import { affiliatedOn } from './affiliation.ts';
import type { HeldActors, HeldStance } from './standing-held.ts';
import { dayOfStance, type Side } from './standing-sides.ts';
import { isPosition } from './standing-words.ts';
import type { ReplyState } from './vocabulary.ts';

/** What somebody said to a claim that it bears on, or that it was asked about. */
export interface ReplyTold {
  readonly actor: number;
  readonly state: ReplyState;
  /** The stance that shows it; null where nobody asked. */
  readonly stance: number | null;
  /** Whether the claim bears on it; else it was asked and no more. */
  readonly isConcerned: boolean;
}

/** Who answered a claim, who did not, and who disputes it. */
export interface Answers {
  /** Of those whom it bears on, in the order told, and then of all others that were asked. */
  readonly replies: readonly ReplyTold[];
  /** The actors that are against it, themselves or as a side, by key. */
  readonly against: readonly number[];
  /** How much it is disputed: more than of another claim, where this is the larger number. */
  readonly dispute: number;
}

/** What the stances on a claim come to, as far as it matters here. */
interface Heard {
  /** Those in force that no retraction carried off, in the order of their times. */
  readonly heard: readonly HeldStance[];
  readonly sides: readonly Side[];
}

export function answersTo(
  concerned: readonly number[],
  { heard, sides }: Heard,
  actors: HeldActors,
): Answers {
  const asked = heard.filter(({ polarity }) => polarity === 'NONE');
  const askedOf = new Map<number, HeldStance[]>();
  for (const stance of asked) {
    const earlier = askedOf.get(stance.actor);
    if (earlier === undefined) askedOf.set(stance.actor, [stance]);
    else earlier.push(stance);
  }
  const isConcerned = new Set(concerned);
  const named = new Set([...concerned, ...askedOf.keys()]);
  const membersFor = findingMembers(sides, actors);
  return {
    replies: [...named].map((actor) => ({
      actor,
      ...answerIn(membersFor(actor), (askedOf.get(actor) ?? []).toReversed()),
      isConcerned: isConcerned.has(actor),
    })),
    against: againstIn(sides),
    dispute: disputeOf(sides),
  };
}

/** The stances of a side that count, the one that counts for it first. */
function membersOf({ voice, spoken }: Side): readonly HeldStance[] {
  return [...new Set([voice, ...spoken.toReversed()])];
}

/**
 * Finds the stances that count of the side of an actor: the one that is its own, that it has a stance in, or that it would speak for on
 * the day of its stance; none where it has no side.
 */
function findingMembers(sides: readonly Side[], { affiliations }: HeldActors) {
  const byPrincipal = new Map(
    sides.map((side) => [side.actor, { ...side, members: membersOf(side) }]),
  );
  const byMember = new Map(
    [...byPrincipal.values()].flatMap(({ members }) =>
      members.map(({ actor }) => [actor, members] as const),
    ),
  );
  const isSpokenFor = (side: Side, actor: number): boolean => {
    const on = { day: dayOfStance(side.voice), kinds: ['SPEAKS_FOR'] as const };
    const [principal, ...more] = affiliatedOn(affiliations, actor, on);
    return principal === side.actor && more.length === 0;
  };
  const spokenFor = (actor: number) =>
    (affiliations.get(actor) ?? [])
      .flatMap(({ of }) => byPrincipal.get(of) ?? [])
      .find((side) => isSpokenFor(side, actor));
  return (actor: number): readonly HeldStance[] =>
    byPrincipal.get(actor)?.members ?? byMember.get(actor) ?? spokenFor(actor)?.members ?? [];
}

/** What its side said or, where nothing counts of what it said when it was asked, that: the latest first. */
function answerIn(
  members: readonly HeldStance[],
  asked: readonly HeldStance[],
): Pick<ReplyTold, 'state' | 'stance'> {
  const answer = members.find(isPosition);
  if (answer !== undefined) return { state: 'ANSWERED', stance: answer.facts.stance };
  for (const said of [members, asked]) {
    const declines = said.find(({ facts }) => facts.kind === 'DECLINES');
    if (declines !== undefined) return { state: 'DECLINED', stance: declines.facts.stance };
    const noReply = said.find(({ facts }) => facts.kind === 'NO_REPLY');
    if (noReply !== undefined) return { state: 'NO_REPLY', stance: noReply.facts.stance };
  }
  return { state: 'NOT_ASKED', stance: null };
}

function againstIn(sides: readonly Side[]): readonly number[] {
  const against = sides.flatMap((side) => [
    ...(side.voice.polarity === 'AGAINST' ? [side.actor] : []),
    ...membersOf(side).flatMap(({ actor, polarity }) => (polarity === 'AGAINST' ? actor : [])),
  ]);
  return [...new Set(against)].sort((a, b) => a - b);
}

// No claim has as many sides.
const lesserWeighs = 1_000_000;

/** By the lesser of the number of sides against it and of those for it or relaying it, then by their sum. */
function disputeOf(sides: readonly Side[]): number {
  const against = sides.filter(({ voice }) => voice.polarity === 'AGAINST').length;
  const carried = sides.filter(
    ({ voice: { polarity } }) => polarity === 'FOR' || polarity === 'RELAYED',
  ).length;
  return Math.min(against, carried) * lesserWeighs + against + carried;
}

/** Replies as they are stored: JSON without names. */
type StoredReply = readonly [
  actor: number,
  state: ReplyState,
  stance: number | null,
  isConcerned: 0 | 1,
];

/** The text that is stored of replies: the same of the same. */
export function storedReplies(replies: readonly ReplyTold[]): string {
  const stored = replies.map(
    ({ actor, state, stance, isConcerned }): StoredReply => [
      actor,
      state,
      stance,
      isConcerned ? 1 : 0,
    ],
  );
  return JSON.stringify(stored);
}

/** The replies of which this text is stored. */
export function repliesIn(text: string): readonly ReplyTold[] {
  // Nobody writes it but the function above.
  const stored = JSON.parse(text) as readonly StoredReply[];
  return stored.map(([actor, state, stance, isConcerned]) => ({
    actor,
    state,
    stance,
    isConcerned: isConcerned === 1,
  }));
}
