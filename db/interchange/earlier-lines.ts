import type { ActorContent } from '../rules/actor-content.ts';
import type { ActorMergeContent } from '../rules/actor-merge-content.ts';
import type { AffiliationContent } from '../rules/affiliation-content.ts';
import type { ArticleContent } from '../rules/article-content.ts';
import { nameIn } from '../rules/awaited.ts';
import type { ClaimContent } from '../rules/claim-content.ts';
import { type ClaimLinkContent, identityTold, isWithdrawn } from '../rules/claim-link-content.ts';
import { Identities } from '../rules/identity.ts';
import type {
  RecordedActor,
  RecordedAffiliation,
  RecordedArticle,
  RecordedClaim,
  RecordedLink,
  RecordedMerge,
  RecordedQuote,
  RecordedStance,
  Referred,
  ReferredArticle,
} from '../rules/record-view.ts';
import type { StanceOnClaim } from '../rules/stance-content.ts';
import type { Review } from '../rules/vocabulary.ts';
import type { Kept, KeptAside } from './kept-aside.ts';

/** A claim of an earlier line, as others refer to it. */
interface ClaimBrought {
  readonly review: Review;
  readonly order: number;
  readonly isWithdrawn: boolean;
}

/** Later than whatever is on record. */
export const behindAll = 2 ** 52;

/** What no row has yet that is not written. */
const unwritten = { key: 0, id: '' };

/**
 * What the lines that were judged so far bring, as it would be on record; of claims only what others need of them. It is kept
 * aside, so that memory does not grow with the lines: but for who is one with whom, of which judgements are few.
 */
export class EarlierLines {
  readonly actors: Kept<RecordedActor>;
  /** By their Wikidata items. */
  readonly actorsByItem: Kept<RecordedActor>;
  readonly claims: Kept<ClaimBrought>;
  /** When, in the order of lines, a stance of an earlier line made a claim public. */
  readonly published: Kept<number>;
  readonly affiliations: Kept<readonly RecordedAffiliation[]>;
  readonly links: Kept<readonly RecordedLink[]>;
  readonly merges: Kept<readonly RecordedMerge[]>;
  /** Who is one with whom by these lines, and by what is on record of those that they name. */
  readonly actorIdentities = new Identities();
  readonly claimIdentities = new Identities();
  /** The slugs of articles that one is told to be alike to. */
  readonly alike: Kept<readonly string[]>;
  /** Of articles without a text. */
  readonly quotes: Kept<readonly RecordedQuote[]>;
  readonly #articles: Kept<RecordedArticle>;
  /** The slugs of the first article with a hash, by `sha256:`, and of the last with a text of an outlet. */
  readonly #articlesByText: Kept<string>;
  #claimed = 0;
  #published = 0;

  constructor(aside: KeptAside) {
    this.actors = aside.map();
    this.actorsByItem = aside.map();
    this.claims = aside.map();
    this.published = aside.map();
    this.affiliations = aside.map();
    this.links = aside.map();
    this.merges = aside.map();
    this.alike = aside.map();
    this.quotes = aside.map();
    this.#articles = aside.map(({ text }) => text?.length ?? 0);
    this.#articlesByText = aside.map();
  }

  addActor(content: ActorContent): void {
    const slug = content.slug ?? '';
    const actor = { ...content, ...unwritten, slug, grantedBy: content.grantedBy?.slug ?? null };
    this.actors.set(slug, actor);
    if (actor.wikidataId !== null) this.actorsByItem.set(actor.wikidataId, actor);
  }

  addAffiliation(content: AffiliationContent): void {
    const { actor, of, ...told } = content;
    push(this.affiliations, actor.slug, { ...told, ...unwritten, of: of.slug });
  }

  addArticle(content: ArticleContent): void {
    const slug = content.slug ?? '';
    const { outlet, creditedTo, supersedes, alike, ...told } = content;
    const recorded = {
      ...told,
      ...unwritten,
      slug,
      outlet: outlet?.slug ?? null,
      creditedTo: creditedTo?.slug ?? null,
      supersedes: supersedes?.slug ?? null,
    };
    this.#articles.set(slug, recorded);
    this.alike.set(
      slug,
      alike.map((one) => one.slug),
    );
    const hash = nameIn({ by: 'sha256', value: content.sha256 });
    if (this.#articlesByText.get(hash) === undefined) this.#articlesByText.set(hash, slug);
    this.#articlesByText.set(copyName(recorded), slug);
  }

  /** An article as others refer to it, by its slug or by `sha256:` and its hash. */
  article(name: string): ReferredArticle | undefined {
    const bySlug = name.startsWith('sha256:') ? this.#articlesByText.get(name) : name;
    const found = bySlug === undefined ? undefined : this.#articles.get(bySlug);
    if (found === undefined) return undefined;
    const { slug, sha256, text } = found;
    const ends = {
      outlet: actorReferred(found.outlet),
      creditedTo: actorReferred(found.creditedTo),
    };
    return { key: 0, slug, ...ends, sha256, text, isErased: found.erasedReason !== null };
  }

  recordedArticle(
    by: { readonly slug: string } | Pick<RecordedArticle, 'sha256' | 'outlet'>,
  ): RecordedArticle | undefined {
    const slug = 'slug' in by ? by.slug : this.#articlesByText.get(copyName(by));
    return slug === undefined ? undefined : this.#articles.get(slug);
  }

  /** The versions before an article, the nearest first, as far as earlier lines tell, and the last that they lead to. */
  versionsBefore(article: string) {
    const versions: { readonly slug: string; readonly text: string | null }[] = [];
    const met = new Set([article]);
    let last = article;
    for (let slug = this.recordedArticle({ slug: article })?.supersedes; slug && !met.has(slug); ) {
      met.add(slug);
      const older = this.recordedArticle({ slug });
      versions.push({ slug, text: older?.text ?? null });
      last = slug;
      slug = older?.supersedes;
    }
    return { versions, last };
  }

  addLink(content: ClaimLinkContent): void {
    const { from, to, ...told } = content;
    push(this.links, from.slug, { ...told, ...unwritten, to: to.slug });
  }

  addMerge(content: ActorMergeContent): void {
    const { from, into, ...told } = content;
    push(this.merges, from.slug, { ...told, ...unwritten, into: into.slug });
  }

  /** Takes in what a link that is new says of whether its claims are one. */
  identifyClaims(content: ClaimLinkContent): void {
    const { from, to, revokedReason } = content;
    const told = identityTold({ ...content, isRevoked: revokedReason !== null });
    if (told === null || isWithdrawn(from) || isWithdrawn(to)) return;
    const pair = { one: from.slug, other: to.slug };
    if (told === 'ONE') this.claimIdentities.join(pair);
    else this.claimIdentities.part(pair, told);
  }

  /** Takes in what a merge that is new says of whether its actors are one. */
  identifyActors({ from, into, judgement, revokedReason }: ActorMergeContent): void {
    if (revokedReason !== null || judgement === 'SUGGESTED') return;
    const pair = { one: from.slug, other: into.slug };
    if (judgement === 'CONFIRMED') this.actorIdentities.join(pair);
    else this.actorIdentities.part(pair, judgement);
  }

  addClaim({ slug, review, withdrawnReason }: ClaimContent): void {
    const order = behindAll + this.#claimed;
    this.#claimed += 1;
    this.claims.set(slug ?? '', { review, order, isWithdrawn: withdrawnReason !== null });
  }

  addStance({ claim, review, evidence }: StanceOnClaim): void {
    if (review === 'VERIFIED' && this.published.get(claim.slug) === undefined) {
      this.published.set(claim.slug, behindAll + this.#published);
      this.#published += 1;
    }
    for (const { article, quote, start, end, withdrawnReason } of evidence) {
      const isChecked = article.text !== null || article.isErased;
      if (isChecked || withdrawnReason !== null) continue;
      push(this.quotes, article.slug, { key: unwritten.key, quote, start, end });
    }
  }
}

/** A claim as it would be on record. */
export function claimToBe(content: ClaimContent): RecordedClaim {
  const { stances, slug, ...told } = content;
  const concerns = content.concerns.map((actor) => actor.slug);
  return { ...told, ...unwritten, slug: slug ?? '', concerns, firstReview: content.review };
}

/** A stance as it would be on record. */
export function stanceToBe(content: StanceOnClaim): RecordedStance {
  return {
    ...content,
    ...unwritten,
    slug: content.slug ?? '',
    claim: content.claim.slug,
    actor: content.actor.slug,
    saidIn: content.saidIn?.slug ?? null,
    firstReview: content.review,
    evidence: content.evidence.map(({ barred, prefix, suffix, firstShownBy, ...piece }) => ({
      ...piece,
      ...unwritten,
      article: piece.article.slug,
      attribution: piece.attribution.map(({ slug }) => slug),
    })),
  };
}

/** What tells the texts of outlets apart. */
function copyName({ sha256, outlet }: Pick<RecordedArticle, 'sha256' | 'outlet'>): string {
  return `${sha256} ${outlet}`;
}

function actorReferred(slug: string | null): Referred | null {
  return slug === null ? null : { key: 0, slug };
}

/** Puts a row to those of its name. */
function push<Row>(groups: Kept<readonly Row[]>, name: string, row: Row): void {
  groups.set(name, [...(groups.get(name) ?? []), row]);
}
