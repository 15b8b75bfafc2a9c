import { InputInvalid } from './errors.ts';
import { cited } from './sentence.ts';
import type { ActorKind } from './vocabulary.ts';

/** What the rules ask of an actor that is to be recorded. */
export interface ActorDraft {
  readonly kind: ActorKind;
  /** The actor that granted anonymity; its kind is null where only the name is known. */
  readonly grantedBy: { readonly kind: ActorKind | null } | null;
  readonly wikidataId: string | null;
}

/** Those who may grant anonymity: an outlet, or a person or an organization that publishes itself. No state, and no crowd. */
const grantors: readonly ActorKind[] = ['OUTLET', 'PERSON', 'ORGANIZATION'];

export const mayGrantAnonymity = (kind: ActorKind): boolean => grantors.includes(kind);

/**
 * Passes when an unnamed source belongs to whoever granted anonymity and nothing identifies it, and when
 * nobody else has been granted any.
 * @throws InputInvalid
 */
export function assertActor(
  { kind, grantedBy, wikidataId }: ActorDraft,
  path: readonly string[],
): void {
  const unnamed = kind === 'UNNAMED_SOURCE';
  if (unnamed && grantedBy === null) {
    throw new InputInvalid(
      'An unnamed source needs the outlet, person or organization that granted anonymity.',
      [...path, 'grantedBy'],
    );
  }
  if (!unnamed && grantedBy !== null) {
    throw new InputInvalid('Anonymity is granted to unnamed sources only.', [...path, 'grantedBy']);
  }
  if (grantedBy !== null) assertGrantor(grantedBy.kind, [...path, 'grantedBy']);
  if (wikidataId === null) return;
  if (unnamed) {
    throw new InputInvalid('An unnamed source has no identity on record.', [...path, 'wikidataId']);
  }
  if (!/^Q[1-9]\d{0,14}$/.test(wikidataId)) {
    throw new InputInvalid(`${cited(wikidataId)} is not a Wikidata item.`, [...path, 'wikidataId']);
  }
}

/** Passes when actors of that kind grant anonymity, or only the name is known. @throws InputInvalid */
export function assertGrantor(kind: ActorKind | null, path: readonly string[]): void {
  if (kind !== null && !mayGrantAnonymity(kind)) {
    throw new InputInvalid(
      'Anonymity is granted by an outlet, or by a person or an organization that publishes itself.',
      path,
    );
  }
}

/** A name without the article in front: `The Kremlin` is `Kremlin`. */
export function withoutArticle(name: string): string {
  return name.replace(/^the\s+(?=\S)/iu, '');
}

const describedAlone = 'Not named: known from “';
const longestTitle = 300;

/** Who somebody is whom one article describes and nobody names: its name is those words, and others fit them, too. */
export function descriptionFrom(title: string): string {
  const whole = Array.from(title);
  const told = whole.length > longestTitle ? `${whole.slice(0, longestTitle).join('')}…` : title;
  return `${describedAlone}${told}” alone.`;
}

/** Whether an actor has no name but the words by which one article describes it. */
export const isDescribedAlone = (description: string | null): boolean =>
  description?.startsWith(describedAlone) ?? false;

/** The names by which texts find an actor, without an article in front. A description is none: others fit it, too. */
export function namesInTexts({
  name,
  aliases,
  description,
}: {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string | null;
}): ReadonlySet<string> {
  if (isDescribedAlone(description)) return new Set();
  return new Set([name, ...aliases].map(withoutArticle));
}

/** One end of a merge; its kind is null where only the name is known. */
interface MergedActor {
  readonly slug: string;
  readonly kind: ActorKind | null;
}

/**
 * Passes when two different actors may be judged to be the same one: an unnamed source never is a named actor.
 * @throws InputInvalid
 */
export function assertMerge(from: MergedActor, into: MergedActor, path: readonly string[]): void {
  if (from.slug === into.slug)
    throw new InputInvalid('An actor is the same as itself.', [...path, 'into']);
  if (from.kind === null || into.kind === null) return;
  if ((from.kind === 'UNNAMED_SOURCE') !== (into.kind === 'UNNAMED_SOURCE')) {
    throw new InputInvalid('An unnamed source is never merged with a named actor.', [
      ...path,
      'into',
    ]);
  }
}
