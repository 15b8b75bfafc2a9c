/**
 * What an answer can rest on. The rows of actors and articles, and what their columns say of others, never change without
 * changing everything: to rest on them is to rest on nothing, but for lists, which new ones come into.
 */
export const grounds = [
  /** The row of a claim. */
  'claim',
  /** What is said of a claim: its standing, the stances on it, and their evidence. */
  'ofClaim',
  /** The row of a stance, and its evidence. */
  'stance',
  /** The stances of an actor. */
  'ofActor',
  /** What is quoted from an article, and the stances that it shows. */
  'ofArticle',
  /** The row of an actor. */
  'actor',
  /** The row of an article. */
  'article',
] as const;
export type Ground = (typeof grounds)[number];

/** The keys of what is there of each ground. */
type KeysByGround = ReadonlyMap<Ground, ReadonlySet<number>>;

/** All rows of a ground from one key to another, both included: what is recorded between them comes into the list. */
export interface GroundRange {
  readonly ground: Ground;
  readonly from: number;
  readonly to: number;
}

/** What an answer rests on; `record` where any change may change it. */
export type RestsOn =
  | 'record'
  | { readonly keys: KeysByGround; readonly ranges: readonly GroundRange[] };

/**
 * What the answers rest on that a transaction may have changed. Those that rest on the record as a whole are among them
 * always; `everything` where all others are, too.
 */
export type Touched = 'everything' | KeysByGround;

/** The keys of the rows that a transaction inserted or changed, by their tables; everything where it did not tell. */
export interface RowsChanged {
  readonly claims: ReadonlySet<number>;
  /** Of which claims the standing was projected anew, and is another. */
  readonly standings: ReadonlySet<number>;
  readonly stances: ReadonlySet<number>;
  readonly evidence: ReadonlySet<number>;
  readonly actors: ReadonlySet<number>;
  readonly articles: ReadonlySet<number>;
}

/** What a stance that changed, or whose evidence did, belongs to. */
export interface StanceBelonging {
  readonly stance: number;
  readonly claim: number;
  readonly shownClaim: number;
  readonly actor: number;
  readonly shownActor: number;
  /** The articles whose words show it. */
  readonly articles: readonly number[];
}

/** What is touched where these rows changed. `belongings` are those of each stance that changed, or whose evidence did. */
export function touchedBy(changed: RowsChanged, belongings: readonly StanceBelonging[]): Touched {
  const { actors, articles, claims, standings } = changed;
  return new Map<Ground, ReadonlySet<number>>([
    ['claim', claims],
    [
      'ofClaim',
      new Set([
        ...claims,
        ...standings,
        ...belongings.flatMap(({ claim, shownClaim }) => [claim, shownClaim]),
      ]),
    ],
    ['stance', new Set(belongings.map(({ stance }) => stance))],
    ['ofActor', new Set(belongings.flatMap(({ actor, shownActor }) => [actor, shownActor]))],
    ['ofArticle', new Set(belongings.flatMap((belonging) => belonging.articles))],
    ['actor', actors],
    ['article', articles],
  ]);
}
