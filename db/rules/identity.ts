import { InputInvalid } from './errors.ts';
import type { Path } from './reference.ts';
import { cited } from './sentence.ts';

/** The judgement that two are one. While it is in force they are, and with them all that are one with either. */
export interface Joining<Member = number> {
  readonly key: number;
  readonly one: Member;
  readonly other: Member;
  readonly recordedAt: number;
  /** Null while it is in force. */
  readonly revokedAt: number | null;
}

type Pair<Member> = Pick<Joining<Member>, 'one' | 'other'>;

/** The members that are one, each with the one before it on the shortest way from where they were reached; null at the start. */
export type Whole<Member> = ReadonlyMap<Member, Member | null>;

/** All that are one with a member, itself first; `nextTo` tells whom a judgement in force joins with one. */
export function wholeOf<Member>(
  start: Member,
  nextTo: (member: Member) => Iterable<Member>,
): Whole<Member> {
  const whole = new Map<Member, Member | null>([[start, null]]);
  // A map goes on to what is added while it is read.
  for (const member of whole.keys()) {
    for (const next of nextTo(member)) if (!whole.has(next)) whole.set(next, member);
  }
  return whole;
}

/** The shortest way from where a whole was reached to one of its members, both included; null where it is none. */
export function wayTo<Member>(whole: Whole<Member>, member: Member): readonly Member[] | null {
  if (!whole.has(member)) return null;
  const way: Member[] = [];
  let at: Member | null | undefined = member;
  while (at !== null && at !== undefined) {
    way.unshift(at);
    at = whole.get(at);
  }
  return way;
}

/** Why two may not be one. */
export type ApartBecause = 'REJECTED' | 'CONTRADICTS';

const said: Readonly<Record<ApartBecause, string>> = {
  REJECTED: 'are judged not to be the same',
  CONTRADICTS: 'contradict each other',
};

/** Who is judged to be one with whom, and who may not be, by judgements in force. Members are known by their slugs. */
export class Identities {
  readonly #joined = new Map<string, Set<string>>();
  readonly #apart = new Map<string, Map<string, ApartBecause>>();

  join({ one, other }: Pair<string>): void {
    at(this.#joined, one, () => new Set<string>()).add(other);
    at(this.#joined, other, () => new Set<string>()).add(one);
  }

  part({ one, other }: Pair<string>, because: ApartBecause): void {
    at(this.#apart, one, () => new Map<string, ApartBecause>()).set(other, because);
    at(this.#apart, other, () => new Map<string, ApartBecause>()).set(one, because);
  }

  /** Takes in what others tell. */
  take(others: Identities): void {
    for (const [one, joined] of others.#joined)
      for (const other of joined) this.join({ one, other });
    for (const [one, apart] of others.#apart) {
      for (const [other, because] of apart) this.part({ one, other }, because);
    }
  }

  wholeOf(member: string): Whole<string> {
    return wholeOf(member, (one) => this.#joined.get(one) ?? []);
  }

  /** The members that may not be one with this one, and why. */
  apartFrom(member: string): Iterable<readonly [member: string, because: ApartBecause]> {
    return this.#apart.get(member) ?? [];
  }
}

/**
 * Passes when two may become one: no two that may not would be one by way of them.
 * @throws InputInvalid
 */
export function assertMayBeOne({ one, other }: Pair<string>, known: Identities, path: Path): void {
  const [left, right] = [known.wholeOf(one), known.wholeOf(other)];
  for (const member of left.keys()) {
    for (const [apart, because] of known.apartFrom(member)) {
      const there = wayTo(right, apart);
      if (there === null) continue;
      const way = [...(wayTo(left, member) ?? []).toReversed(), ...there];
      const message = `${pairCited(member, apart)} ${said[because]}: they may not become one by way of ${wayCited(way)}.`;
      throw new InputInvalid(message, path);
    }
  }
}

/**
 * Passes when two may be judged not to be the same, or to contradict each other: they are not one.
 * @throws InputInvalid
 */
export function assertMayBeApart(
  { one, other }: Pair<string>,
  known: Identities,
  path: Path,
): void {
  const way = wayTo(known.wholeOf(one), other);
  if (way === null) return;
  const message = `${pairCited(one, other)} are one by way of ${wayCited(way)}: that has to be revoked first.`;
  throw new InputInvalid(message, path);
}

const pairCited = (one: string, other: string): string => `${cited(one)} and ${cited(other)}`;

const wayCited = (way: readonly string[]): string => way.map(cited).join(' > ');

function at<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
