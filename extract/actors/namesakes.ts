import type { ActorDraft } from './actor.ts';
import type { Name } from './names.ts';
import type { Places } from './places.ts';
import { type Sex, sexOfName } from './sex.ts';

/** People by their surnames, for those whom several share. */
export type Namesakes = Map<string, Set<ActorDraft>>;

export function addNamesake(namesakes: Namesakes, { key, actor }: Named): void {
  if (actor.kind !== 'PERSON') return;
  const surname = key.split(' ').at(-1) ?? key;
  namesakes.set(surname, (namesakes.get(surname) ?? new Set()).add(actor));
}

interface Named {
  /** The name in small letters. */
  readonly key: string;
  readonly actor: ActorDraft;
}

interface Roll {
  readonly namesakes: Namesakes;
  readonly places: Places;
  readonly named: (name: string) => ActorDraft | undefined;
  readonly sexOf: (actor: ActorDraft) => Sex | undefined;
}

/** Who is meant by a surname where it stands: of several the one whom the title fits, or else who was named in full last. */
export function namesakeAt(
  { namesakes, places, named, sexOf }: Roll,
  name: Name,
): ActorDraft | undefined {
  const called = [...(namesakes.get(name.name.toLowerCase()) ?? [])];
  const sex = sexOfName(name);
  const fit = called.filter((one) => sex === undefined || (sexOf(one) ?? sex) === sex);
  if (fit.length < 2) return called.length < 2 ? undefined : fit[0];
  let before = places.nameBefore(name.first);
  for (let tries = 0; before !== undefined && tries < mostNames; tries++) {
    const actor = before.name.includes(' ') ? named(before.name) : undefined;
    if (actor !== undefined && fit.includes(actor)) return actor;
    before = places.nameBefore(before.first);
  }
  return undefined;
}

const mostNames = 200;
