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
import { bySlug, readNamed, slugsOf } from './found.ts';
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

/** Looks up all that these names name; nothing without a reader. */
export async function readFound(reader: Reader | null, names: Names): Promise<Found> {
  const { own } = names;
  const read = async <Row>(statement: Statement<Row>, wanted: Iterable<string>) => {
    const list = [...wanted];
    return list.length === 0 || reader === null
      ? []
      : reader.read(statement, { names: JSON.stringify(list) });
  };
  const actors = await readNamed(names.actors, actorsNamed, read);
  const articles = await readNamed(names.articles, articlesNamed, read);
  const claims = await readNamed(names.claims, claimsNamed, read);
  const recorded = await read(articlesBySlug, own.articles);
  const copies = await read(articlesBySha256, own.texts);
  const known = new Set([...recorded, ...copies].map(({ slug }) => slug));
  const withoutText = [...recorded, ...copies].filter(({ text }) => text === null);
  const lacking = new Set(withoutText.map(({ slug }) => slug));
  const merged = slugsOf(names.merged, actors);
  const inForce = await read(
    mergesInForce,
    new Set([...merged, ...endsMerged(names, { actors, articles })]),
  );
  return {
    actors,
    articles: new Map([...articles].map(([name, row]) => [name, referredArticle(row)])),
    claims,
    own: {
      actors: bySlug(await read(actorsBySlug, own.actors)),
      actorsByItem: new Map(
        (await read(actorsByWikidataId, own.wikidataIds)).map((row) => [row.wikidataId, row]),
      ),
      articles: bySlug(recorded),
      copies,
      claims: bySlug((await read(claimsBySlug, own.claims)).map(recordedClaim)),
      stances: bySlug((await read(stancesBySlug, own.stances)).map(recordedStance)),
    },
    stancesOn: (await read(recordedStancesOn, own.claimsWithStances)).map(recordedStance),
    alike: await read(alikeArticles, names.hasAlike ? known : []),
    quotes: await read(quotesFromArticles, lacking),
    older: await read(olderVersions, slugsOf(names.versioned, articles)),
    toldFirst: await read(wordsToldFirst, lacking),
    affiliations: await read(affiliationsOf, slugsOf(names.affiliated, actors)),
    links: await read(linksFrom, slugsOf(names.linked, claims)),
    merges: await read(mergesOf, merged),
    inForce: new Map(inForce.map(({ from, into }) => [from, into])),
    actorIdentities: identitiesIn(await read(actorsJudged, merged)),
    claimIdentities: identitiesIn(await read(claimsJudged, slugsOf(names.identified, claims))),
  };
}

/** The ends of chains, and the outlets that these may be one with, for which others are shown: nobody else is merged. */
function endsMerged(
  { ends }: Names,
  {
    actors,
    articles,
  }: {
    readonly actors: ReadonlyMap<string, ActorNamed>;
    readonly articles: ReadonlyMap<string, ArticleNamed>;
  },
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
