import type { OnRecordView } from '../queries/record-view.ts';
import { type AwaitedNoun, actorAwaited, articleAwaited, nameIn } from '../rules/awaited.ts';
import type { Identities } from '../rules/identity.ts';
import type {
  OlderVersions,
  RecordedActor,
  RecordedAffiliation,
  RecordedClaim,
  RecordedLink,
  RecordedMerge,
  RecordedQuote,
  RecordedStance,
  RecordView,
  ReferredActor,
  ReferredArticle,
  ReferredClaim,
  ToldFirst,
} from '../rules/record-view.ts';
import { leadsNowhere, type Naming, namingOf, type Path, type Ref } from '../rules/reference.ts';
import { behindAll, EarlierLines } from './earlier-lines.ts';
import type { KeptAside } from './kept-aside.ts';

/** Something that a line refers to and that neither an earlier line nor the record holds. */
export interface Missing {
  readonly noun: 'actor' | 'article' | 'claim';
  readonly reference: string;
  readonly path: Path;
}

/** What no row has yet that is not written. */
const unwritten = { key: 0, publicAt: null };

/** Something that a line refers to and that a later line may bring. */
export interface Awaited {
  readonly noun: AwaitedNoun;
  readonly naming: Naming;
  readonly path: Path;
}

/**
 * The record with what earlier lines of a file bring. What a line refers to and nobody holds is refused or, where it
 * may stand in another part of the file, gathered: something of which only the name is known then stands for it, as it
 * does for what an earlier line was to bring that was refused.
 */
export class FileView implements RecordView {
  readonly earlier: EarlierLines;
  /** What is on record of all that the lines at hand name. */
  onRecord: OnRecordView;
  /** A claim or a stance of an earlier line, while another line of its slug is judged. */
  recalled: { readonly claim?: RecordedClaim; readonly stance?: RecordedStance } = {};
  readonly #missingIs: 'refuse' | 'tell';
  readonly #broken = new Set<string>();
  #taken: OnRecordView | null = null;
  readonly #missing: Missing[] = [];
  readonly #awaited: Awaited[] = [];

  /** What earlier lines bring is kept in `aside`; what leads nowhere is refused or told. */
  constructor(onRecord: OnRecordView, aside: KeptAside, missingIs: 'refuse' | 'tell') {
    this.onRecord = onRecord;
    this.earlier = new EarlierLines(aside);
    this.#missingIs = missingIs;
  }

  actor(ref: Ref, path: Path): ReferredActor {
    const naming = namingOf(ref, path);
    const slug = nameIn(naming);
    const found = this.onRecord.findActor(naming) ?? this.earlier.actors.get(slug);
    if (found !== undefined && !this.#isBroken('actor', slug)) return found;
    this.#miss('actor', naming, path);
    return { key: 0, slug, kind: null, grantedBy: null };
  }

  grantor(ref: Ref, path: Path): ReferredActor {
    const naming = namingOf(ref, path);
    const isKnown =
      this.onRecord.findActor(naming) !== undefined ||
      this.earlier.actors.get(nameIn(naming)) !== undefined;
    if (isKnown || this.#isBroken('actor', nameIn(naming))) return this.actor(ref, path);
    this.#awaited.push({ noun: 'actor', naming, path });
    return actorAwaited(naming);
  }

  superseded(ref: Ref, path: Path): ReferredArticle {
    const naming = namingOf(ref, path);
    const isKnown =
      this.onRecord.findArticle(naming) !== undefined ||
      this.earlier.article(nameIn(naming)) !== undefined;
    if (isKnown || this.#isBroken('article', nameIn(naming))) return this.article(ref, path);
    this.#awaited.push({ noun: 'article', naming, path });
    return articleAwaited(naming);
  }

  article(ref: Ref, path: Path): ReferredArticle {
    const naming = namingOf(ref, path);
    const slug = nameIn(naming);
    const recorded = this.onRecord.findArticle(naming);
    const earlier = this.earlier.article(slug);
    // An earlier line may bring the text of an article of which the record has the hash.
    const isCompleted = recorded?.text === null && !recorded.isErased;
    const found = isCompleted && earlier?.slug === recorded.slug ? earlier : (recorded ?? earlier);
    if (found !== undefined && !this.#isBroken('article', slug)) return found;
    this.#miss('article', naming, path);
    const nothing = { outlet: null, creditedTo: null, sha256: null, text: null, isErased: false };
    return { key: 0, slug, ...nothing, isElsewhere: true };
  }

  claim(ref: Ref, path: Path): ReferredClaim {
    const naming = namingOf(ref, path);
    const slug = nameIn(naming);
    const earlier = this.earlier.claims.get(slug);
    const published = this.earlier.published.get(slug) ?? null;
    const found =
      this.onRecord.findClaim(naming) ??
      (earlier && { ...unwritten, ...earlier, slug, withdrawnAt: earlier.isWithdrawn ? 0 : null });
    if (found !== undefined && !this.#isBroken('claim', slug)) {
      const { key, review, order, publicAt } = found;
      return {
        key,
        slug: found.slug,
        review,
        order,
        publicAt: publicAt ?? published,
        withdrawnAt: found.withdrawnAt,
      };
    }
    this.#miss('claim', naming, path);
    return { ...unwritten, slug, review: null, order: behindAll, publicAt: published };
  }

  recordedActor(by: { readonly slug: string } | { readonly wikidataId: string }) {
    const { actors, actorsByItem } = this.earlier;
    const earlier: RecordedActor | undefined =
      'slug' in by ? actors.get(by.slug) : actorsByItem.get(by.wikidataId);
    return this.onRecord.recordedActor(by) ?? earlier;
  }

  recordedArticle(
    by: { readonly slug: string } | { readonly sha256: string; readonly outlet: string | null },
  ) {
    const earlier = this.earlier.recordedArticle(by);
    const recorded = this.onRecord.recordedArticle(by);
    const isCompleted = recorded?.text === null && recorded.erasedReason === null;
    return isCompleted && earlier !== undefined ? earlier : (recorded ?? earlier);
  }

  recordedClaim(slug: string): RecordedClaim | undefined {
    return this.onRecord.recordedClaim(slug) ?? this.recalled.claim;
  }

  recordedStance(slug: string): RecordedStance | undefined {
    return this.onRecord.recordedStance(slug) ?? this.recalled.stance;
  }

  stancesOn(claim: string): readonly RecordedStance[] {
    return this.onRecord.stancesOn(claim);
  }

  alikeTo(article: string): readonly string[] {
    return [...this.onRecord.alikeTo(article), ...(this.earlier.alike.get(article) ?? [])];
  }

  quotesFrom(article: string): readonly RecordedQuote[] {
    return [...this.onRecord.quotesFrom(article), ...(this.earlier.quotes.get(article) ?? [])];
  }

  olderVersions(article: string): OlderVersions {
    const { versions, last } = this.earlier.versionsBefore(article);
    const onRecord = this.onRecord.olderVersions(last);
    // What is on record before an earlier line's article is not looked up.
    const isWhole =
      this.earlier.recordedArticle({ slug: last }) !== undefined ||
      onRecord.versions.length > 0 ||
      last === article;
    return { versions: [...versions, ...onRecord.versions], isWhole };
  }

  toldFirst(article: string): readonly ToldFirst[] {
    return this.onRecord.toldFirst(article);
  }

  affiliationsOf(actor: string): readonly RecordedAffiliation[] {
    const earlier = this.earlier.affiliations.get(actor) ?? [];
    return [...this.onRecord.affiliationsOf(actor), ...earlier];
  }

  linksFrom(claim: string): readonly RecordedLink[] {
    return [...this.onRecord.linksFrom(claim), ...(this.earlier.links.get(claim) ?? [])];
  }

  mergesOf(actor: string): readonly RecordedMerge[] {
    return [...this.onRecord.mergesOf(actor), ...(this.earlier.merges.get(actor) ?? [])];
  }

  mergedInto(actor: string): string | undefined {
    const inForce = (this.earlier.merges.get(actor) ?? []).find(
      ({ judgement, revokedReason }) => judgement === 'CONFIRMED' && revokedReason === null,
    );
    return inForce?.into ?? this.onRecord.mergedInto(actor);
  }

  actorIdentities(): Identities {
    this.#takeIdentities();
    return this.earlier.actorIdentities;
  }

  claimIdentities(): Identities {
    this.#takeIdentities();
    return this.earlier.claimIdentities;
  }

  /** Keeps what is on record of those that the lines at hand name: later lines may lead on from there. */
  #takeIdentities(): void {
    if (this.#taken === this.onRecord) return;
    this.earlier.actorIdentities.take(this.onRecord.actorIdentities());
    this.earlier.claimIdentities.take(this.onRecord.claimIdentities());
    this.#taken = this.onRecord;
  }

  /** What was to come with a later line, and has not yet, since this was asked last. */
  takeAwaited(): readonly Awaited[] {
    return this.#awaited.splice(0);
  }

  /** Tells the names that a later line was to bring, and none did, as if nothing had been known of later lines. */
  missAwaited({ noun, naming, path }: Awaited): void {
    this.#miss(noun, naming, path);
  }

  /** Notes that a line was refused: what refers to what it was to bring is not blamed for it. */
  addBroken(noun: string, reference: string): void {
    this.#broken.add(`${noun} ${reference}`);
  }

  /** What was missing since this was asked last. */
  takeMissing(): readonly Missing[] {
    return this.#missing.splice(0);
  }

  #isBroken(noun: Missing['noun'], reference: string): boolean {
    return this.#broken.has(`${noun} ${reference}`);
  }

  /** Refuses or notes what nobody holds; what an earlier line was to bring was told with that. */
  #miss(noun: Missing['noun'], naming: Naming, path: Path): void {
    const reference = nameIn(naming);
    if (this.#isBroken(noun, reference)) return;
    if (this.#missingIs === 'refuse') throw leadsNowhere(noun, naming, path);
    this.#missing.push({ noun, reference, path });
  }
}
