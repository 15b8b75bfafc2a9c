import type { ActorDraft } from './actor.ts';
import type { Name } from './names.ts';

/** Who is named where: look-ups by the place in the passage, all by halving or by a table. */
export interface Places {
  /** The last name that begins before the word `at`. */
  nameBefore(at: number): Name | undefined;
  /** The first name that begins at the word `at` or after it. */
  nameFrom(at: number): Name | undefined;
  /** The names that begin from the word `first` to the word `last`. */
  namesFrom(first: number, last: number): Iterable<Name>;
  /** The outlet named last before the word `at`, or else the one that the text names most. */
  outletBefore(at: number): ActorDraft | undefined;
  /** Who was called by all of these words of office, last before the word `at` or else first after it. */
  bearerOf(offices: readonly string[], at: number): ActorDraft | undefined;
}

export function placesOf(
  names: readonly Name[],
  actorOf: (name: Name) => ActorDraft | undefined,
): Places {
  const outlets: (ActorDraft | undefined)[] = [];
  const times = new Map<ActorDraft, number>();
  const bearers = new Map<
    string,
    { readonly offices: ReadonlySet<string>; readonly actor: ActorDraft; readonly first: number }
  >();
  for (const name of names) {
    const actor = actorOf(name);
    outlets.push(actor?.kind === 'OUTLET' ? actor : outlets.at(-1));
    if (actor?.kind === 'OUTLET') times.set(actor, (times.get(actor) ?? 0) + 1);
    const key = `${actor?.id} ${name.offices.join(' ')}`;
    if (actor !== undefined && name.offices.length > 0 && !bearers.has(key)) {
      bearers.set(key, { offices: new Set(name.offices), actor, first: name.first });
    }
  }
  const [most] = [...times].sort((a, b) => b[1] - a[1]);
  const before = (at: number) => countBefore(names, at);
  return {
    nameBefore: (at) => names[before(at) - 1],
    nameFrom: (at) => names[before(at)],
    namesFrom: (first, last) => names.slice(before(first), before(last + 1)),
    outletBefore: (at) => outlets[before(at) - 1] ?? most?.[0],
    bearerOf: (offices, at) => {
      const called =
        offices.length === 0
          ? []
          : [...bearers.values()].filter((bearer) => offices.every((it) => bearer.offices.has(it)));
      return (called.findLast(({ first }) => first < at) ?? called[0])?.actor;
    },
  };
}

function countBefore(names: readonly Name[], at: number): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.first ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
