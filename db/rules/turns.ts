import type { HeldStance } from './standing-held.ts';
import type { Side } from './standing-sides.ts';
import { isPosition } from './standing-words.ts';

/**
 * By stance, the earlier position of the same actor that it turned from, or took back: the last one it took before. The stances of
 * a claim are given in the order of their times. Whoever carries a claim, or says nothing to it, turns from nothing.
 */
export function turnsAmong(heard: readonly HeldStance[]): ReadonlyMap<number, number> {
  const turns = new Map<number, number>();
  const held = new Map<number, { readonly position: HeldStance; isTakenBack: boolean }>();
  for (const stance of heard) {
    const before = held.get(stance.actor);
    if (isPosition(stance)) {
      if (before !== undefined && before.position.polarity !== stance.polarity)
        turns.set(stance.facts.stance, before.position.facts.stance);
      held.set(stance.actor, { position: stance, isTakenBack: false });
    } else if (stance.polarity === 'WITHDRAWN' && before !== undefined && !before.isTakenBack) {
      turns.set(stance.facts.stance, before.position.facts.stance);
      before.isTakenBack = true;
    }
  }
  return turns;
}

/** Where a spokesperson's stance points another way than its principal's own. */
interface Split {
  /** The principal's stance, and the principal. */
  readonly from: number;
  readonly of: number;
}

/** By the stance of a spokesperson that points another way than its principal's own, where that is. */
export function splitsAmong(sides: readonly Side[]): ReadonlyMap<number, Split> {
  const splits = new Map<number, Split>();
  for (const { actor, voice, spoken } of sides) {
    if (voice.actor !== actor) continue;
    for (const { facts, polarity } of spoken) {
      if (polarity !== voice.polarity)
        splits.set(facts.stance, { from: voice.facts.stance, of: actor });
    }
  }
  return splits;
}
