import type { Reader, Statement } from '../read/read.ts';
import type { Names, NamesOf } from '../rules/names.ts';
import type {
  RecordedActor,
  RecordedAffiliation,
  RecordedArticle,
  RecordedClaim,
  RecordedLink,
  RecordedMerge,
  RecordedQuote,
  RecordedStance,
  RecordView,
  ReferredArticle,
} from '../rules/record-view.ts';
import {
  leadsNowhere,
  type Naming,
  namedBy,
  namingOf,
  type Path,
  type Ref,
} from '../rules/reference.ts';
import {
  actorsBySlug,
  actorsByWikidataId,
  affiliationsOf,
  articlesBySha256,
  articlesBySlug,
  claimsBySlug,
  linksFrom,
  mergesOf,
} from './export.ts';
import { recordedStance, recordedStancesOn, stancesBySlug } from './export-stance.ts';
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

/** What is on record under some names, as it was when it was looked up. */
export class OnRecordView implements RecordView {
  readonly #found: Found;

  constructor(found: Found) {
    this.#found = found;
  }

  /** Looks all of it up, with a statement for each kind of name that there is; without a reader nothing is on record. */
  static async read(reader: Reader | null, names: Names): Promise<OnRecordView> {
    return new OnRecordView(await readFound(reader, names));
  }

  actor(ref: Ref, path: Path): ActorNamed {
    const naming = namingOf(ref, path);
    const actor = this.findActor(naming);
    if (actor === undefined) throw leadsNowhere('actor', naming, path);
    return actor;
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

  quotesFrom(article: string): readonly RecordedQuote[] {
    return this.#found.quotes.filter((quote) => quote.article === article);
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
  readonly quotes: readonly (RecordedQuote & { readonly article: string })[];
  readonly affiliations: readonly (RecordedAffiliation & { readonly actor: string })[];
  readonly links: readonly (RecordedLink & { readonly from: string })[];
  readonly merges: readonly (RecordedMerge & { readonly from: string })[];
  readonly inForce: ReadonlyMap<string, string>;
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
  const withoutText = [...recorded, ...copies].filter(({ text }) => text === null);
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
      claims: bySlug(await read(claimsBySlug, own.claims)),
      stances: bySlug((await read(stancesBySlug, own.stances)).map(recordedStance)),
    },
    stancesOn: (await read(recordedStancesOn, own.claimsWithStances)).map(recordedStance),
    quotes: await read(quotesFromArticles, new Set(withoutText.map(({ slug }) => slug))),
    affiliations: await read(affiliationsOf, slugsOf(names.affiliated, actors)),
    links: await read(linksFrom, slugsOf(names.linked, claims)),
    merges: await read(mergesOf, merged),
    inForce: new Map(inForce.map(({ from, into }) => [from, into])),
  };
}

type Read = <Row>(statement: Statement<Row>, wanted: Iterable<string>) => Promise<readonly Row[]>;

async function readNamed<Row>(
  names: NamesOf,
  statements: { readonly [By in Naming['by']]?: Statement<Row> },
  read: Read,
): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>();
  for (const by of namedBy) {
    const statement = statements[by];
    if (statement === undefined) continue;
    const rows = await read(statement, names[by]);
    // Of those with one hash the earliest is meant, and it comes first.
    for (const row of rows.toReversed()) {
      found.set(nameOf({ by, value: String(Reflect.get(Object(row), by)) }), row);
    }
  }
  return found;
}

function nameOf({ by, value }: Naming): string {
  return `${by} ${value}`;
}

/** The slugs of what is named, as far as it was found. */
function slugsOf(
  names: NamesOf,
  found: ReadonlyMap<string, { readonly slug: string }>,
): ReadonlySet<string> {
  const slugs = namedBy.flatMap((by) =>
    [...names[by]].flatMap((value) => found.get(nameOf({ by, value }))?.slug ?? []),
  );
  return new Set(slugs);
}

function bySlug<Row extends { readonly slug: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.slug, row]));
}
