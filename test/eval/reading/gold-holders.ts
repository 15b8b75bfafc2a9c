import type { ActorDraft } from '../../../extract/actors/actor.ts';
import { claimWords } from './claim-likeness.ts';
import type { GoldStance, GoldText } from './gold-file.ts';
import { type HolderMatch, holderMatch } from './holder-match.ts';
import { sides } from './polarity.ts';

/** Two of one family are told apart: who has the whole name of another is not the one of that last name. */
export function matchOf(
  text: GoldText,
  { name, aliases }: ActorDraft,
  names: readonly string[],
): HolderMatch {
  const match = holderMatch({ name, aliases, isPublisher: name === text.publisher }, names);
  const last = name.split(' ').at(-1);
  const isKin = (one: string) => one !== name && / /u.test(one) && one.split(' ').at(-1) === last;
  if (match === undefined || names.includes(name) || !names.some(isKin)) return match;
  return text.stances.some(({ actor }) => actor.includes(name)) ? undefined : match;
}

/** Whoever passes a stance on may be drafted to report it. */
export function withRelays(stances: readonly GoldStance[]): GoldStance[] {
  return stances
    .flatMap((gold) => [
      gold,
      ...gold.through.map(
        (actor): GoldStance => ({
          demand: 'PERMITTED',
          actor,
          through: [],
          kinds: gold.kinds.some((kind) => sides[kind] === 'FOR') ? ['REPORTS'] : [],
          claim: gold.claim,
        }),
      ),
    ])
    .filter(({ kinds }) => kinds.length > 0);
}

/** Whether somebody else in the text holds the claim itself; where nobody does, its negation is as good. */
export function isHeld(gold: GoldStance, { stances }: GoldText): boolean {
  return stances.some(
    (other) =>
      other !== gold &&
      other.claim.name === gold.claim.name &&
      other.kinds.every((kind) => sides[kind] === 'FOR'),
  );
}

/** The last names of those in the gold, the holder left out. */
export function surnames({ stances }: GoldText, { actor }: GoldStance): string[] {
  const own = actor.flatMap(claimWords);
  return stances
    .flatMap((stance) => stance.actor.filter((name) => /^\p{Lu}/u.test(name)))
    .map((name) => claimWords(name).at(-1) ?? '')
    .filter((name) => !own.includes(name));
}
