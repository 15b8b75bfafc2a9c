import type { HeldEvidence, HeldStance } from './standing-held.ts';
import type { Polarity } from './vocabulary.ts';

/** What an actor's stances on a claim come to. */
export interface LastWord {
  /** The current stance, after the earlier ones of its polarity that it goes on with; empty after a retraction. */
  readonly upheld: readonly HeldStance[];
  readonly retraction: Retraction | null;
}

interface Retraction {
  readonly stance: HeldStance;
  /** The polarity of the stance that was current before it. */
  readonly of: Polarity | null;
  /** Whether the actor had been FOR the claim or relayed it. */
  readonly ofCarrying: boolean;
}

/** What each actor's stances come to; they are given in the order in which they were taken. */
export function lastWords(stances: readonly HeldStance[]): ReadonlyMap<number, LastWord> {
  const words = new Map<number, { upheld: HeldStance[]; retraction: Retraction | null }>();
  const carriers = new Set<number>();
  for (const stance of stances) {
    const { actor } = stance;
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
export function isCarrierRetracted(stance: HeldStance, carriers: ReadonlySet<number>): boolean {
  return (
    carriers.size > 0 &&
    stance.polarity !== 'WITHDRAWN' &&
    stance.evidence.length > 0 &&
    stance.evidence.every((piece) => carriersOf(piece).some((actor) => carriers.has(actor)))
  );
}

/** Whether a stance puts its claim about, vouching for it or not. */
export function isCarrying({ polarity }: HeldStance): boolean {
  return polarity === 'FOR' || polarity === 'RELAYED';
}

/** Through whom words came: the chain before the holder and, where the article itself tells them, its agency. */
function carriersOf({ chain, mode, creditedTo }: HeldEvidence): readonly number[] {
  const holder = chain.at(-1);
  const before = chain.slice(0, -1);
  return mode === 'NARRATED' && creditedTo !== null && creditedTo !== holder
    ? [...before, creditedTo]
    : before;
}

/** Whether a stance is a position of its holder's own: whoever carries a claim, or says nothing to it, takes none. */
export function isPosition({ polarity }: Pick<HeldStance, 'polarity'>): boolean {
  return polarity === 'FOR' || polarity === 'AGAINST' || polarity === 'MIXED';
}

function mayReplace(stance: HeldStance, current: HeldStance): boolean {
  return isPosition(stance) || !isPosition(current);
}
