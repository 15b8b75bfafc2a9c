import type { ProjectedSide } from './standing-facts.ts';
import type { ActorKind } from './vocabulary.ts';

const namesTold = 3;

/** What a sentence needs to know of an actor. */
export interface NamedActor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly grantedBy: number | null;
}

/** An actor's name as it stands inside a sentence; an unnamed source is told by whoever granted its anonymity. */
export function nameOf(actor: number, actors: ReadonlyMap<number, NamedActor>): string {
  const known = actors.get(actor);
  if (known === undefined) throw new Error(`The actor ${actor} of a standing has no name.`);
  if (known.kind === 'UNNAMED_SOURCE') {
    const grantor = known.grantedBy === null ? undefined : actors.get(known.grantedBy);
    return grantor === undefined ? 'unnamed sources' : `unnamed sources of ${nameWithin(grantor)}`;
  }
  return nameWithin(known);
}

const nameWithin = ({ kind, name }: NamedActor): string =>
  kind === 'OUTLET' ? name : name.replace(/^The /, 'the ');

/** A side's name with its spokespersons: `the Kremlin (also by Dmitry Peskov)`. `opening` tells what it did. */
export function sideName(
  side: ProjectedSide,
  opening: string,
  actors: ReadonlyMap<number, NamedActor>,
): string {
  const agreeing = side.spokenBy.filter((actor) => !side.dissenting.includes(actor));
  const names = (keys: readonly number[]) => listed(keys.map((actor) => nameOf(actor, actors)));
  const preposition = opening.slice(opening.lastIndexOf(' ') + 1);
  const by = side.holder === side.actor ? `also ${preposition}` : 'through';
  const remarks = [
    ...(agreeing.length > 0 ? [`${by} ${names(agreeing)}`] : []),
    ...(side.dissenting.length > 0 ? [`unlike ${names(side.dissenting)}`] : []),
  ];
  const name = nameOf(side.actor, actors);
  return remarks.length > 0 ? `${name} (${remarks.join(', ')})` : name;
}

/** `A`, `A and B`, `A, B and C`, `A, B, C and 4 others`; a name that comes twice is told once. */
export function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const told = distinct.slice(0, namesTold);
  const others = distinct.length - told.length;
  if (others > 0) told.push(others === 1 ? '1 other' : `${others} others`);
  const last = told.pop() ?? '';
  return told.length > 0 ? `${told.join(', ')} and ${last}` : last;
}
