import type { Reader, Statement } from '../read/read.ts';
import { actorAwaited, articleAwaited, awaitedName } from '../rules/awaited.ts';
import type { Identities } from '../rules/identity.ts';
import type { Names } from '../rules/names.ts';
import type {
  OlderVersions,
  RecordedActor,
  RecordedAffiliation,
  RecordedArticle,
  RecordedClaim,
  RecordedLink,
  RecordedMerge,
  RecordedQuote,
  RecordedStance,
  RecordView,
  ReferredActor,
  ReferredArticle,
  ToldFirst,
} from '../rules/record-view.ts';
import { leadsNowhere, type Naming, namingOf, type Path, type Ref } from '../rules/reference.ts';
import { olderVersions, wordsToldFirst } from './evidence-versions.ts';
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
import { bySlug, nameOf, readNamed, slugsOf } from './found.ts';
import { actorsJudged, claimsJudged, identitiesIn } from './identity.ts';
import { alikeArticles } from './likeness.ts';
import {
  type ActorNamed,
  actorsNamed,
  articlesNamed,
  type ClaimNamed,
  claimsNamed,
  mergesInForce,
  quotesFromArticles,
  referredArticle,
} from './named.ts';

const nothingLater: ReadonlySet<string> = new Set();

/** What is on record under some names, as it was when it was looked up. */
export class OnRecordView implements RecordView {
  readonly #found: Found;
  readonly #later: ReadonlySet<string>;

  private constructor(found: Found, later: ReadonlySet<string>) {
    this.#found = found;
    this.#later = later;
  }

  /**
   * Looks all of it up, with a statement for each kind of name that there is; without a reader nothing is on record.
   * `later` holds the names, as `awaitedName` tells them, of what later lines bring.
   */
  static async read(
    reader: Reader | null,
    names: Names,
    later = nothingLater,
  ): Promise<OnRecordView> {
    return new OnRecordView(await readFound(reader, names), later);
  }

  actor(ref: Ref, path: Path): ActorNamed {
    const naming = namingOf(ref, path);
    const actor = this.findActor(naming);
    if (actor === undefined) throw leadsNowhere('actor', naming, path);
    return actor;
  }

  grantor(ref: Ref, path: Path): ReferredActor {
    const naming = namingOf(ref, path);
    const isLater = this.#later.has(awaitedName('actor', naming));
    return this.findActor(naming) ?? (isLater ? actorAwaited(naming) : this.actor(ref, path));
  }

  superseded(ref: Ref, path: Path): ReferredArticle {
    const naming = namingOf(ref, path);
    const isLater = this.#later.has(awaitedName('article', naming));
    return this.findArticle(naming) ?? (isLater ? articleAwaited(naming) : this.article(ref, path));
  }

  article(ref: Ref, path: Path): ReferredArticle {
    const naming = namingOf(ref, path);
    const article = this.findArticle(naming);
    if (article === undefined) throw leadsNowhere('article', naming, path);
    return article;
  }

  claim(ref: Ref, path: Path): ClaimNamed {
    const naming = namingOf(ref, path);
    const claim = this.findClaim(naming);
    if (claim === undefined) throw leadsNowhere('claim', naming, path);
    return claim;
  }

  findActor(naming: Naming): ActorNamed | undefined {
    return this.#found.actors.get(nameOf(naming));
  }

  findArticle(naming: Naming): ReferredArticle | undefined {
    return this.#found.articles.get(nameOf(naming));
  }

  findClaim(naming: Naming): ClaimNamed | undefined {
    return this.#found.claims.get(nameOf(naming));
  }

  recordedActor(
    by: { readonly slug: string } | { readonly wikidataId: string },
  ): RecordedActor | undefined {
    const { own } = this.#found;
    return 'slug' in by ? own.actors.get(by.slug) : own.actorsByItem.get(by.wikidataId);
  }

  recordedArticle(
    by: { readonly slug: string } | { readonly sha256: string; readonly outlet: string | null },
  ): RecordedArticle | undefined {
    const { own } = this.#found;
    if ('slug' in by) return own.articles.get(by.slug);
    return own.copies.find(({ sha256, outlet }) => sha256 === by.sha256 && outlet === by.outlet);
  }

  recordedClaim(slug: string): RecordedClaim | undefined {
    return this.#found.own.claims.get(slug);
  }

  recordedStance(slug: string): RecordedStance | undefined {
    return this.#found.own.stances.get(slug);
  }

  stancesOn(claim: string): readonly RecordedStance[] {
    return this.#found.stancesOn.filter((stance) => stance.claim === claim);
  }

  alikeTo(article: string): readonly string[] {
    return this.#found.alike.filter((one) => one.article === article).map(({ slug }) => slug);
  }

  quotesFrom(article: string): readonly RecordedQuote[] {
    return this.#found.quotes.filter((quote) => quote.article === article);
  }

  olderVersions(article: string): OlderVersions {
    const versions = this.#found.older.filter((version) => version.of === article);
    return { versions, isWhole: true };
  }

  toldFirst(article: string): readonly ToldFirst[] {
    return this.#found.toldFirst
      .filter((told) => told.article === article)
      .map(({ quote, prefix, suffix, isFirst }) => ({
        quote,
        prefix,
        suffix,
        isFirst: isFirst === 1,
      }));
  }

  affiliationsOf(actor: string): readonly RecordedAffiliation[] {
    return this.#found.affiliations.filter((affiliation) => affiliation.actor === actor);
  }

  linksFrom(claim: string): readonly RecordedLink[] {
    return this.#found.links.filter((link) => link.from === claim);
  }

  mergesOf(actor: string): readonly RecordedMerge[] {
    return this.#found.merges.filter((merge) => merge.from === actor);
  }

  mergedInto(actor: string): string | undefined {
    return this.#found.inForce.get(actor);
  }

  actorIdentities = (): Identities => this.#found.actorIdentities;

  claimIdentities = (): Identities => this.#found.claimIdentities;
}

/** What was looked up. References by how they name it, the rest by its slug. */
interface Found {
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

async function readFound(reader: Reader | null, names: Names): Promise<Found> {
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
  const ends = slugsOf(names.ends, actors);
  const outlets =
    ends.size === 0 ? [] : [...articles.values()].flatMap(({ outletSlug }) => outletSlug ?? []);
  const inForce = await read(mergesInForce, new Set([...merged, ...ends, ...outlets]));
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

type OlderVersion = RowOf<typeof olderVersions>;
type ToldOfText = RowOf<typeof wordsToldFirst>;
type RowOf<S> = S extends Statement<infer Row> ? Row : never;
