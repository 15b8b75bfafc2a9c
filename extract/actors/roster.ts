import { legible } from '../words/legible.ts';
import type { Passage, Range } from '../words/passage.ts';
import { type ActorDraft, type ActorGiven, type ActorKind, slugOf } from './actor.ts';
import { governmentEndings, legalForms, organizationEndings } from './gazetteer.ts';
import { isCompanyEnding } from './name-kind.ts';
import { type Name, namesIn } from './names.ts';
import { addNamesake, type Namesakes, namesakeAt } from './namesakes.ts';
import { type Places, placesOf } from './places.ts';
import { type Sex, sexOfName } from './sex.ts';

/** Everybody whom a text names, and the ways in which it does. */
export interface Roster {
  readonly publisher: ActorDraft;
  readonly places: Places;
  /** The actor of a name, full or by its last word; undefined for a name that only headings have. */
  named(name: string): ActorDraft | undefined;
  /** The same for a name where it stands: of two with one surname who fits the title, or else was named in full last. */
  namedAt(name: Name): ActorDraft | undefined;
  /** The first whose name begins in the range and who fits. */
  namedWithin(range: Range, fits: (actor: ActorDraft) => boolean): ActorDraft | undefined;
  /** One who is not in the names: an unnamed source, a group. */
  described(description: string, kind: ActorKind, grantedBy?: ActorDraft): ActorDraft;
  /** The body that is called so: `union` for the Farmers' Union. */
  body(noun: string): ActorDraft | undefined;
  /** As far as the text or the first name tells. */
  sexOf(actor: ActorDraft): Sex | undefined;
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
  known: readonly ActorGiven[],
): Roster {
  const names = namesIn(passage);
  const actors = new Map<string, ActorDraft>();
  const byName = new Map<string, ActorDraft>();
  const aliases = new Map<string, Set<string>>();
  const namesakes: Namesakes = new Map();
  const bodies = new Map<string, ActorDraft>();
  const sexes = new Map<ActorDraft, Sex>();
  const add = (actor: ActorDraft) => {
    const id = idFor(actors, actor);
    const same = actors.get(id) ?? { ...actor, id };
    actors.set(id, same);
    return same;
  };
  const alias = (actor: ActorDraft, words: string) => {
    if (words === legible(actor.name).text) return;
    const own = aliases.get(actor.id) ?? new Set();
    aliases.set(actor.id, own.add(words));
  };
  const outlet = add(publisherDraft(publisher));
  for (const actor of known) {
    const own = add({ ...actor, isKnown: true });
    for (const name of [actor.name, ...actor.aliases]) byName.set(keyOf(legible(name).text), own);
    addSurname(byName, own);
  }
  const kinds = kindsOf(names);
  const enter = ({ name, kind }: Name) => {
    const key = keyOf(name);
    const known = byName.get(key);
    const own = kinds.get(key) ?? kind;
    const actor =
      known ?? add({ id: slugOf(name, 'actor'), name, kind: own, aliases: [], isKnown: false });
    byName.set(key, actor);
    alias(actor, name);
    addSurname(byName, actor);
    addNamesake(namesakes, { key: keyOf(actor.name), actor });
    addBody(bodies, actor);
    return actor;
  };
  const entered = new Map<string, ActorDraft>();
  for (const named of fullestFirst(names)) {
    const actor = entered.get(named.name) ?? enter(named);
    entered.set(named.name, actor);
    const sex = sexOfName(named);
    if (sex !== undefined && !sexes.has(actor)) sexes.set(actor, sex);
  }
  const named = (name: string) => byName.get(keyOf(name));
  const places = placesOf(names, ({ name }) => named(name));
  return {
    publisher: outlet,
    places,
    named,
    namedAt: (name) =>
      namesakeAt({ namesakes, places, named, sexOf: (actor) => sexes.get(actor) }, name) ??
      named(name.name),
    namedWithin: ({ first, last }, fits) => {
      for (const { name } of places.namesFrom(first, last)) {
        const actor = named(name);
        if (actor !== undefined && fits(actor)) return actor;
      }
      return undefined;
    },
    described: describer(add, bodies),
    body: (noun) => bodies.get(noun),
    sexOf: (actor) => sexes.get(actor),
    alias,
    drafts: (ids) => [...actors.values()].filter(({ id }) => ids.has(id)).map(withAliases(aliases)),
  };
}

/** Who is described the same is the same. */
function describer(
  add: (actor: ActorDraft) => ActorDraft,
  bodies: Map<string, ActorDraft>,
): Roster['described'] {
  const descriptions = new Map<string, ActorDraft>();
  return (name, kind, grantedBy) => {
    const description = `${grantedBy?.id} ${kind} ${name}`;
    const same = descriptions.get(description);
    if (same !== undefined) return same;
    const granted = grantedBy === undefined ? { isDescribed: true } : { grantedBy: grantedBy.id };
    const id = slugOf(`${grantedBy?.id ?? ''} ${name}`, 'source');
    const actor = add({ id, name, kind, aliases: [], ...granted, isKnown: false });
    addBody(bodies, actor);
    descriptions.set(description, actor);
    return actor;
  };
}

function withAliases(aliases: ReadonlyMap<string, ReadonlySet<string>>) {
  return (actor: ActorDraft): ActorDraft => ({
    ...actor,
    aliases: [...new Set([...actor.aliases, ...(aliases.get(actor.id) ?? [])])],
  });
}

function publisherDraft({ id, name }: Publisher): ActorDraft {
  return {
    id: id ?? slugOf(name ?? 'publisher', 'publisher'),
    name: name ?? 'Publisher (not named)',
    kind: 'OUTLET',
    aliases: [],
    isKnown: id !== undefined,
  };
}

/** The id, numbered where another actor has it: names without ASCII letters all have the same. */
function idFor(actors: ReadonlyMap<string, ActorDraft>, { id, name }: ActorDraft): string {
  let own = id;
  const isTaken = () => keyOf(actors.get(own)?.name ?? name) !== keyOf(name);
  for (let count = 2; isTaken(); count++) own = `${id}-${count}`;
  return own;
}

/** `Roe` is Ann Roe, `the Post` the Harbour Post and `Holm` Holm AG, where nobody else is called so. */
function addSurname(byName: Map<string, ActorDraft>, actor: ActorDraft): void {
  const key = keyOf(actor.name);
  const words = key.split(' ');
  const ending = words.at(-1) ?? key;
  const isCompany = words.length > 1 && isCompanyEnding(ending);
  if (actor.kind !== 'PERSON' && actor.kind !== 'OUTLET' && !isCompany) return;
  const short = isCompany ? words.slice(0, -1).join(' ') : ending;
  if (short !== '' && !byName.has(short)) byName.set(short, actor);
}

/** `the union` is the Farmers' Union, and `the company` Holm AG, where they are the first of that kind. */
function addBody(bodies: Map<string, ActorDraft>, actor: ActorDraft): void {
  if (actor.kind !== 'ORGANIZATION' && actor.kind !== 'GOVERNMENT') return;
  for (const word of keyOf(actor.name).split(' ')) {
    const plain = word.replace(/\.$/u, '');
    const noun = legalForms.has(plain) ? 'company' : plain;
    const isKind = governmentEndings.has(noun) || organizationEndings.has(noun);
    if (isKind && !bodies.has(noun)) bodies.set(noun, actor);
  }
}

export function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replaceAll('’', "'")
    .replace(/\s+/gu, ' ');
}

/** What most mentions of a name make of it; a body before a person where there are as many of both. */
function kindsOf(names: readonly Name[]): Map<string, ActorKind> {
  const votes = new Map<string, Map<ActorKind, number>>();
  const keys = new Map<string, string>();
  for (const { name, kind } of names) {
    const key = keys.get(name) ?? keyOf(name);
    keys.set(name, key);
    const own = votes.get(key) ?? new Map<ActorKind, number>();
    votes.set(key, own.set(kind, (own.get(kind) ?? 0) + (kind === 'PERSON' ? 1 : 1.1)));
  }
  const kinds = new Map<string, ActorKind>();
  for (const [key, own] of votes) {
    const [most] = [...own].sort((a, b) => b[1] - a[1]);
    if (most !== undefined) kinds.set(key, most[0]);
  }
  return kinds;
}

/** Long names before short ones, so that a surname finds its bearer; otherwise as they come. */
function fullestFirst(names: readonly Name[]): Name[] {
  const length = new Map(names.map((name) => [name, name.name.split(/\s+/u).length]));
  const of = (name: Name) => length.get(name) ?? 0;
  return [...names].sort((a, b) => of(b) - of(a) || a.first - b.first);
}
