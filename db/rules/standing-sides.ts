import { affiliatedOn } from './affiliation.ts';
import { onWordOf } from './attribution.ts';
import { effectiveDay } from './stance-time.ts';
import type { ProjectedSide } from './standing-facts.ts';
import { byTime, type HeldActors, type HeldStance } from './standing-held.ts';

/** A principal with those who speak for it, or an actor that speaks for itself. */
export interface Side {
  readonly actor: number;
  /** The stance that counts for the side: the principal's own, else the latest of its spokespersons. */
  readonly voice: HeldStance;
  /** The stances of the spokespersons, in the order in which they were taken. */
  readonly spoken: readonly HeldStance[];
}

/**
 * The sides of a claim, in the order in which their voices spoke. `counting` holds one stance an actor, in the order
 * in which they were taken. Who speaks for several principals, or for none, is a side of its own.
 */
export function sidesOf(counting: readonly HeldStance[], actors: HeldActors): readonly Side[] {
  const own = new Map(counting.map((stance) => [stance.actor, stance]));
  const spokenFor = new Map<number, HeldStance[]>();
  const sides = new Set<number>();
  for (const stance of counting) {
    const principal = principalOf(stance, actors);
    sides.add(principal ?? stance.actor);
    if (principal === null) continue;
    const spoken = spokenFor.get(principal);
    if (spoken === undefined) spokenFor.set(principal, [stance]);
    else spoken.push(stance);
  }
  return [...sides]
    .flatMap((actor) => {
      const spoken = spokenFor.get(actor) ?? [];
      const voice = own.get(actor) ?? spoken.at(-1);
      return voice === undefined ? [] : [{ actor, voice, spoken }];
    })
    .sort((a, b) => byTime(a.voice, b.voice) || a.actor - b.actor);
}

/** A side as it is stored and shown. */
export function projectedSide({ actor, voice, spoken }: Side): ProjectedSide {
  const dissenting = spoken.filter(({ polarity }) => polarity !== voice.polarity);
  const words = voice.evidence.flatMap(({ chain }) => onWordOf(chain) ?? []);
  return {
    actor,
    polarity: voice.polarity,
    kind: voice.facts.kind,
    stance: voice.facts.stance,
    holder: voice.actor,
    hearsay: voice.hearsay,
    spokenBy: spoken.map((stance) => stance.actor),
    dissenting: dissenting.map((stance) => stance.actor),
    onWordOf: [...new Set(words)],
    split: dissenting.length > 0,
  };
}

/** The day on which a stance was taken, in UTC unless it was told. */
export function dayOfStance({ time, saidOn }: HeldStance): string {
  return effectiveDay(time, saidOn);
}

function principalOf(stance: HeldStance, { affiliations }: HeldActors): number | null {
  const day = dayOfStance(stance);
  const principals = affiliatedOn(affiliations, stance.actor, { day, kinds: ['SPEAKS_FOR'] });
  const [principal] = principals;
  return principal !== undefined && principals.length === 1 ? principal : null;
}
