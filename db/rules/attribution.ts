import { AttributionBroken } from './errors.ts';
import type { Referred, ReferredActor } from './record-view.ts';
import type { ActorKind } from './vocabulary.ts';

/** An actor in a chain of attribution. */
export interface ChainLink {
  readonly slug: string;
  /** Null where only the name is known. */
  readonly kind: ActorKind | null;
  /** Whoever granted anonymity, where the actor is an unnamed source. */
  readonly grantedBy: string | null;
}

/** A chain with what it must lead from and to, by their slugs; null where the article's outlet or agency is not known. */
export interface Attribution {
  readonly chain: readonly ChainLink[];
  readonly outlet: string | null;
  /** The agency whose copy the article is. */
  readonly creditedTo: string | null;
  /** The actor of the stance. */
  readonly holder: string;
}

/**
 * Passes when the chain starts at the article's outlet, its placeholder or the agency credited, ends with the holder
 * and names no actor twice. Where the outlet is not known, any outlet or unnamed source may start it.
 * @throws AttributionBroken
 */
export function assertAttribution(attribution: Attribution, path: readonly string[]): void {
  const because = faultOf(attribution);
  if (because === null) return;
  throw new AttributionBroken(
    { attribution: attribution.chain.map(({ slug }) => slug), because },
    path,
  );
}

/** Whether every chain has an unnamed source before the holder; without a chain there is nothing to hear. */
export function isHearsay(
  chains: readonly (readonly number[])[],
  kindOf: (actor: number) => ActorKind | undefined,
): boolean {
  const unnamedBefore = (chain: readonly number[]) =>
    chain.slice(0, -1).some((actor) => kindOf(actor) === 'UNNAMED_SOURCE');
  return chains.length > 0 && chains.every(unnamedBefore);
}

/**
 * A chain as it is read once those that are one have one name: each named at its last place, the publisher first.
 * A publisher that is the holder speaks for itself.
 */
export function chainAsRead<Actor>(chain: readonly Actor[]): readonly Actor[] {
  const [publisher] = chain;
  if (publisher === undefined || publisher === chain.at(-1)) return chain.slice(0, 1);
  const isNamed = (actor: Actor, place: number) =>
    place === 0 || (actor !== publisher && chain.lastIndexOf(actor) === place);
  return chain.filter(isNamed);
}

/**
 * A chain as it is written: a first link that is one with the article's outlet stands there under the outlet's own name,
 * a last one that is one with the holder under the holder's. Who is both stands there under both. A name that so comes to
 * stand at an end stands nowhere between.
 */
export function chainAsWritten(
  chain: readonly ReferredActor[],
  { outlet, holder }: { readonly outlet: Referred | null; readonly holder: Referred },
  isOneWith: (link: Referred, end: Referred) => boolean,
): readonly ReferredActor[] {
  const [first] = chain;
  const last = chain.at(-1);
  if (first === undefined || last === undefined) return chain;
  const begun = outlet !== null && isOneWith(first, outlet) ? linkUnder(first, outlet) : first;
  const ended = isOneWith(last, holder) ? linkUnder(last, holder) : last;
  if (chain.length > 1) {
    const ends = [
      ...(begun.slug === first.slug ? [] : [begun]),
      ...(ended.slug === last.slug ? [] : [ended]),
    ];
    const isNew = ({ slug }: Referred) => ends.some((end) => end.slug === slug);
    const between = chain.slice(1, -1).filter((link) => !isNew(link));
    return isNew(begun) && begun.slug === ended.slug ? [ended] : [begun, ...between, ended];
  }
  return begun === first || begun.slug === ended.slug ? [ended] : [begun, ended];
}

/** A link of a chain under another name of the same actor. */
export function linkUnder({ kind, grantedBy }: ReferredActor, name: Referred): ReferredActor {
  return { key: name.key, slug: name.slug, kind, grantedBy };
}

/** The last link before the holder, or the publisher where it speaks for itself. */
export function onWordOf(chain: readonly number[]): number | undefined {
  return chain.at(-2) ?? chain.at(0);
}

/** Whether an actor of this kind can start a chain where the article's outlet is not known. */
export function mayPublish(kind: ActorKind): boolean {
  return kind === 'OUTLET' || kind === 'UNNAMED_SOURCE';
}

function faultOf({ chain, outlet, creditedTo, holder }: Attribution): string | null {
  const first = chain.at(0);
  if (first === undefined) return 'it names nobody';
  if (chain.at(-1)?.slug !== holder) return 'it does not end with the actor of the stance';
  if (new Set(chain.map(({ slug }) => slug)).size < chain.length) return 'it names an actor twice';
  if (!mayStart(first, outlet, creditedTo)) return 'it does not start at the outlet of the article';
  if (holder === outlet && chain.length > 1)
    return 'an outlet speaks for itself in its own article';
  return null;
}

function mayStart(first: ChainLink, outlet: string | null, creditedTo: string | null): boolean {
  if (first.slug === creditedTo || first.kind === null) return true;
  if (outlet === null) return mayPublish(first.kind);
  const isPlaceholder = first.kind === 'UNNAMED_SOURCE' && first.grantedBy === outlet;
  return first.slug === outlet || isPlaceholder;
}
