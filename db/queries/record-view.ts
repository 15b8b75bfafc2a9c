import type { Reader } from '../read/read.ts';
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
import { nameOf } from './found.ts';
import type { ActorNamed, ClaimNamed } from './named.ts';
import { type Found, readFound } from './read-found.ts';

const nothingLater: ReadonlySet<string> = new Set();

/** What is on record under some names, as it was when it was looked up. */
export class OnRecordView implements RecordView {
  readonly #found: Found;
  readonly #later: ReadonlySet<string>;
  #seen: ReadonlySet<number> | null = null;

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

  /** Which of these keys are not known to be of actors that everyone sees. */
  maybeDrafts(keys: readonly number[]): readonly number[] {
    this.#seen ??= this.#actorsSeen();
    const seen = this.#seen;
    return keys.filter((key) => !seen.has(key));
  }

  #actorsSeen(): ReadonlySet<number> {
    const { actors, articles } = this.#found;
    const seen = new Set<number>();
    for (const { key, review } of actors.values()) if (review === 'VERIFIED') seen.add(key);
    // An article shows everyone who published it, and whom it is credited to.
    for (const { outlet, creditedTo } of articles.values()) {
      for (const actor of [outlet, creditedTo]) if (actor !== null) seen.add(actor.key);
    }
    return seen;
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
