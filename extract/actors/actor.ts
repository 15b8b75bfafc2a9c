export const actorKinds = [
  'PERSON',
  'ORGANIZATION',
  'GOVERNMENT',
  'OUTLET',
  'GROUP',
  'UNNAMED_SOURCE',
] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Somebody on record, by whose names the texts are read. */
export interface ActorGiven {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
}

/** Somebody whom a text lets speak. */
export interface ActorDraft {
  /** That of the actor on record, or a new one made of the name. */
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** Other words of this text for the same actor, in the order of their appearance. */
  readonly aliases: readonly string[];
  /** The publisher that grants anonymity. */
  readonly grantedBy?: string;
  /** Its name is a description that others fit, too, `the minister`: somebody else in every article. */
  readonly isDescribed?: boolean;
  /** It is on record already. */
  readonly isKnown: boolean;
}

const longestSlug = 80;

/** Small ASCII letters, digits and hyphens; `fallback` where nothing of the name is left. */
export function slugOf(name: string, fallback: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[’']/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  if (slug === '') return fallback;
  return slug.length <= longestSlug
    ? slug
    : slug.slice(0, slug.lastIndexOf('-', longestSlug) + 1 || longestSlug).replace(/-$/u, '');
}
