import type { Reader, Statement } from '../read/read.ts';
import type { Identities } from '../rules/identity.ts';
import type { Names } from '../rules/names.ts';
import type {
  RecordedActor,
  RecordedAffiliation,
  RecordedArticle,
  RecordedClaim,
  RecordedLink,
  RecordedMerge,
  RecordedQuote,
  RecordedStance,
  ReferredArticle,
} from '../rules/record-view.ts';
import { olderVersions } from './article-versions.ts';
import { wordsToldFirst } from './evidence-versions.ts';
import {
  actorsBySlug,
  actorsByWikidataId,
  articlesBySha256,
  articlesBySlug,
  claimsBySlug,
  recordedClaim,
} from './export.ts';
import { affiliationsOf, linksFrom, mergesOf } from './export-relation.ts';
import { recordedStance, recordedStancesOn, stancesBySlug } from './export-stance.ts';
import { bySlug, type Read, readNamed, slugsOf } from './found.ts';
import { actorsJudged, claimsJudged, identitiesIn } from './identity.ts';
import { alikeArticles } from './likeness.ts';
import {
  type ActorNamed,
  type ArticleNamed,
  actorsNamed,
  articlesNamed,
  type ClaimNamed,
  claimsNamed,
  mergesInForce,
  quotesFromArticles,
  referredArticle,
} from './named.ts';

/** What was looked up. References by how they name it, the rest by its slug. */
export interface Found {
  readonly actors: ReadonlyMap<string, ActorNamed>;
  readonly articles: ReadonlyMap<string, ReferredArticle>;
  readonly claims: ReadonlyMap<string, ClaimNamed>;
  readonly own: {
    readonly actors: ReadonlyMap<string, RecordedActor>;
    readonly actorsByItem: ReadonlyMap<string | null, RecordedActor>;
    readonly articles: ReadonlyMap<string, RecordedArticle>;
    /** The articles that have the text of one that is to be recorded, the earliest first. */
    readonly copies: readonly RecordedArticle[];
    readonly claims: ReadonlyMap<string, RecordedClaim>;
    readonly stances: ReadonlyMap<string, RecordedStance>;
  };
  readonly stancesOn: readonly RecordedStance[];
  readonly alike: readonly { readonly article: string; readonly slug: string }[];
  readonly quotes: readonly (RecordedQuote & { readonly article: string })[];
  readonly older: readonly OlderVersion[];
  readonly toldFirst: readonly ToldOfText[];
  readonly affiliations: readonly (RecordedAffiliation & { readonly actor: string })[];
  readonly links: readonly (RecordedLink & { readonly from: string })[];
  readonly merges: readonly (RecordedMerge & { readonly from: string })[];
  readonly inForce: ReadonlyMap<string, string>;
  readonly actorIdentities: Identities;
  readonly claimIdentities: Identities;
}

/** Looks up all that these names name; nothing without a reader. What waits for no other answer is asked together. */
export async function readFound(reader: Reader | null, names: Names): Promise<Found> {
  const read: Read = async (statement, wanted) => {
    const list = [...wanted];
    return list.length === 0 || reader === null
      ? []
      : reader.read(statement, { names: JSON.stringify(list) });
  };
  const [[actors, articles, claims], own, stancesOn] = await Promise.all([
    Promise.all([
      readNamed(names.actors, actorsNamed, read),
      readNamed(names.articles, articlesNamed, read),
      readNamed(names.claims, claimsNamed, read),
    ]),
    readOwn(names, read),
    read(recordedStancesOn, names.own.claimsWithStances),
  ]);
  return {
    actors,
    articles: new Map([...articles].map(([name, row]) => [name, referredArticle(row)])),
    claims,
    own,
    stancesOn: stancesOn.map(recordedStance),
    ...(await readAround(names, { actors, articles, claims, own }, read)),
  };
}

/** What is on record already of what is to be recorded. */
async function readOwn({ own }: Names, read: Read): Promise<Found['own']> {
  const [actors, byItem, articles, copies, claims, stances] = await Promise.all([
    read(actorsBySlug, own.actors),
    read(actorsByWikidataId, own.wikidataIds),
    read(articlesBySlug, own.articles),
    read(articlesBySha256, own.texts),
    read(claimsBySlug, own.claims),
    read(stancesBySlug, own.stances),
  ]);
  return {
    actors: bySlug(actors),
    actorsByItem: new Map(byItem.map((row) => [row.wikidataId, row])),
    articles: bySlug(articles),
    copies,
    claims: bySlug(claims.map(recordedClaim)),
    stances: bySlug(stances.map(recordedStance)),
  };
}

interface Named {
  readonly actors: ReadonlyMap<string, ActorNamed>;
  readonly articles: ReadonlyMap<string, ArticleNamed>;
  readonly claims: ReadonlyMap<string, ClaimNamed>;
  readonly own: Found['own'];
}

/** What bears on what was found. */
async function readAround(names: Names, { own, ...named }: Named, read: Read) {
  const { actors, articles, claims } = named;
  const recorded = [...own.articles.values(), ...own.copies];
  const known = new Set(recorded.map(({ slug }) => slug));
  const withoutText = recorded.filter(({ text }) => text === null);
  const lacking = new Set(withoutText.map(({ slug }) => slug));
  const merged = slugsOf(names.merged, actors);
  const ends = new Set([...merged, ...endsMerged(names, named)]);
  const [
    alike,
    quotes,
    older,
    toldFirst,
    affiliations,
    links,
    merges,
    inForce,
    actorsOne,
    claimsOne,
  ] = await Promise.all([
    read(alikeArticles, names.hasAlike ? known : []),
    read(quotesFromArticles, lacking),
    read(olderVersions, slugsOf(names.versioned, articles)),
    read(wordsToldFirst, lacking),
    read(affiliationsOf, slugsOf(names.affiliated, actors)),
    read(linksFrom, slugsOf(names.linked, claims)),
    read(mergesOf, merged),
    read(mergesInForce, ends),
    read(actorsJudged, merged),
    read(claimsJudged, slugsOf(names.identified, claims)),
  ]);
  return {
    ...{ alike, quotes, older, toldFirst, affiliations, links, merges },
    inForce: new Map(inForce.map(({ from, into }) => [from, into])),
    actorIdentities: identitiesIn(actorsOne),
    claimIdentities: identitiesIn(claimsOne),
  };
}

/** The ends of chains, and the outlets that these may be one with, for which others are shown: nobody else is merged. */
function endsMerged(
  { ends }: Names,
  { actors, articles }: Pick<Named, 'actors' | 'articles'>,
): readonly string[] {
  const named = slugsOf(ends, actors);
  if (named.size === 0) return [];
  const merged = [...actors.values()].filter(
    ({ slug, shown }) => shown !== null && named.has(slug),
  );
  const outlets = [...articles.values()].filter((row) => row.outlet !== row.shownOutlet);
  return [...merged.map(({ slug }) => slug), ...outlets.flatMap((row) => row.outletSlug ?? [])];
}

type OlderVersion = RowOf<typeof olderVersions>;
type ToldOfText = RowOf<typeof wordsToldFirst>;
type RowOf<S> = S extends Statement<infer Row> ? Row : never;
