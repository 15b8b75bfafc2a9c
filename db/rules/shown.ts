import { createBonds } from './bonds.ts';
import { happenedBy } from './moment.ts';
import type { LinkFacts, MergeFacts } from './standing-facts.ts';

/** Whom, or what, the record shows where this one is named. */
export type Shown = (key: number) => number;

/**
 * The actor that is shown where one is named. Merges are given in the order in which they were recorded: each makes
 * what stands for `from` and for `into` one, shown as what stands for `into`.
 */
export function shownActors(merges: readonly MergeFacts[], asOf: number | null): Shown {
  if (merges.length === 0) return (actor) => actor;
  const into = new Map<number, number>();
  const shownOf: Shown = (actor) => {
    let shown = actor;
    for (let next = into.get(shown); next !== undefined; next = into.get(shown)) shown = next;
    return shown;
  };
  for (const merge of merges) {
    if (!isInForce(merge, asOf)) continue;
    const [from, to] = [shownOf(merge.from), shownOf(merge.into)];
    if (from !== to) into.set(from, to);
  }
  return shownOf;
}

/** One wording of a claim. */
export interface Wording {
  readonly claim: number;
  /** When it first had a verified stance of its own. */
  readonly publicSince: number | null;
  readonly withdrawnAt: number | null;
}

/** The wordings that are one claim, each in the order of the record, and the one that is shown. */
export interface Whole {
  readonly shown: number;
  readonly members: readonly number[];
}

/** The wholes that these wordings come to, by each of their members. A withdrawn wording is one by itself. */
export function wholesOf(
  wordings: readonly Wording[],
  links: readonly LinkFacts[],
  asOf: number | null,
): ReadonlyMap<number, Whole> {
  const bonds = createBonds<number>();
  const setAside = new Set<number>();
  for (const link of links) {
    if (link.kind !== 'SAME_AS' || !isInForce(link, asOf)) continue;
    bonds.join(link.from, link.to);
    if (link.shown !== null) setAside.add(link.shown === 'FROM' ? link.to : link.from);
  }
  const wholes = new Map<number, Wording[]>();
  const found = new Map<number, Whole>();
  for (const wording of [...wordings].sort((a, b) => a.claim - b.claim)) {
    const { claim, withdrawnAt } = wording;
    if (happenedBy(withdrawnAt, asOf)) {
      found.set(claim, { shown: claim, members: [claim] });
      continue;
    }
    const root = bonds.rootOf(claim);
    const others = wholes.get(root);
    if (others === undefined) wholes.set(root, [wording]);
    else others.push(wording);
  }
  for (const members of wholes.values()) {
    const whole = {
      shown: shownAmong(members, setAside, asOf),
      members: members.map(({ claim }) => claim),
    };
    for (const { claim } of members) found.set(claim, whole);
  }
  return found;
}

/** The topics of several wordings, each once; those of the first come first. */
export function allTopicsOf(topics: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(topics.flat())];
}

/** Of the public wordings that no link sets aside the first; where all are set aside, the first. */
function shownAmong(
  members: readonly Wording[],
  setAside: ReadonlySet<number>,
  asOf: number | null,
): number {
  const isPublic = members.filter(({ publicSince }) => happenedBy(publicSince, asOf));
  const candidates = isPublic.length > 0 ? isPublic : members;
  const shown = candidates.find(({ claim }) => !setAside.has(claim)) ?? candidates[0];
  if (shown === undefined) throw new Error('A whole has a wording.');
  return shown.claim;
}

function isInForce(
  { recordedAt, revokedAt }: Pick<MergeFacts, 'recordedAt' | 'revokedAt'>,
  asOf: number | null,
): boolean {
  return happenedBy(recordedAt, asOf) && !happenedBy(revokedAt, asOf);
}
