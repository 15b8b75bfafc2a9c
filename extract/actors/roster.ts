import type { Passage } from '../passage.ts';
import { type ActorDraft, type ActorKind, type KnownActor, slugOf } from './actor.ts';
import { type Name, namesIn } from './names.ts';
import { type Places, placesOf } from './places.ts';

/** Everybody whom a text names, and the ways in which it does. */
export interface Roster {
  readonly publisher: ActorDraft;
  readonly places: Places;
  /** The actor of a name, full or by its last word; undefined for a name that only headings have. */
  named(name: string): ActorDraft | undefined;
  /** One who is not in the names: an unnamed source, a group. */
  described(description: string, kind: ActorKind, grantedBy?: ActorDraft): ActorDraft;
  /** Remembers other words for the actor. */
  alias(actor: ActorDraft, words: string): void;
  /** The actor and the aliases gathered so far. */
  drafts(ids: ReadonlySet<string>): ActorDraft[];
}

export interface Publisher {
  readonly id?: string;
  readonly name?: string;
}

/** The roster of a passage. `known` are those on record, whose names win. */
export function rosterOf(
  passage: Passage,
  publisher: Publisher,
  known: readonly KnownActor[],
): Roster {
  const names = namesIn(passage);
  const actors = new Map<string, ActorDraft>();
  const byName = new Map<string, ActorDraft>();
  const aliases = new Map<string, Set<string>>();
  const add = (actor: ActorDraft) => {
    const id = idFor(actors, actor);
    const same = actors.get(id) ?? { ...actor, id };
    actors.set(id, same);
    return same;
  };
  const alias = (actor: ActorDraft, words: string) => {
    if (words === actor.name) return;
    const own = aliases.get(actor.id) ?? new Set();
    aliases.set(actor.id, own.add(words));
  };
  const outlet = add({
    id: publisher.id ?? slugOf(publisher.name ?? 'publisher', 'publisher'),
    name: publisher.name ?? 'Publisher (not named)',
    kind: 'OUTLET',
    aliases: [],
    isKnown: publisher.id !== undefined,
  });
  for (const actor of known) {
    const own = add({ ...actor, isKnown: true });
    for (const name of [actor.name, ...actor.aliases]) byName.set(keyOf(name), own);
    addSurname(byName, own);
  }
  for (const { name, kind } of fullestFirst(names)) {
    const key = keyOf(name);
    const shorter = byName.get(key);
    const actor =
      shorter ?? add({ id: slugOf(name, 'actor'), name, kind, aliases: [], isKnown: false });
    byName.set(key, actor);
    alias(actor, name);
    addSurname(byName, actor);
  }
  return {
    publisher: outlet,
    places: placesOf(names, ({ name }) => byName.get(keyOf(name))),
    named: (name) => byName.get(keyOf(name)),
    described: (description, kind, grantedBy) =>
      add({
        id: slugOf(
          grantedBy === undefined ? description : `${grantedBy.id} ${description}`,
          'source',
        ),
        name: description,
        kind,
        aliases: [],
        ...(grantedBy === undefined ? {} : { grantedBy: grantedBy.id }),
        isKnown: false,
      }),
    alias,
    drafts: (ids) =>
      [...actors.values()]
        .filter(({ id }) => ids.has(id))
        .map((actor) => ({
          ...actor,
          aliases: [...new Set([...actor.aliases, ...(aliases.get(actor.id) ?? [])])],
        })),
  };
}

/** The id, numbered where another actor has it: names without ASCII letters all have the same. */
function idFor(actors: ReadonlyMap<string, ActorDraft>, { id, name }: ActorDraft): string {
  let own = id;
  for (let count = 2; (actors.get(own)?.name ?? name) !== name; count++) own = `${id}-${count}`;
  return own;
}

/** `Roe` is Ann Roe, and `the Post` the Harbour Post, where nobody else is called so. */
function addSurname(byName: Map<string, ActorDraft>, actor: ActorDraft): void {
  if (actor.kind !== 'PERSON' && actor.kind !== 'OUTLET') return;
  const key = keyOf(actor.name);
  const last = key.split(' ').at(-1) ?? key;
  if (!byName.has(last)) byName.set(last, actor);
}

export function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replaceAll('’', "'")
    .replace(/\s+/gu, ' ');
}

/** Long names before short ones, so that a surname finds its bearer; otherwise as they come. */
function fullestFirst(names: readonly Name[]): Name[] {
  const length = ({ name }: Name) => name.split(/\s+/u).length;
  return [...names].sort((a, b) => length(b) - length(a) || a.first - b.first);
}
