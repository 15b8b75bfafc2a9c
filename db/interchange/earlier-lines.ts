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
  ReferredArticle,
} from '../rules/record-view.ts';
import type { StanceOnClaim } from '../rules/stance-content.ts';
import type { Review } from '../rules/vocabulary.ts';

/** A claim of an earlier line, as others refer to it. */
interface ClaimBrought {
  readonly review: Review;
  readonly order: number;
}

/** Later than whatever is on record. */
export const behindAll = 2 ** 52;

/** What no row has yet that is not written. */
const unwritten = { key: 0, id: '' };

/** What the lines that were judged so far bring, as it would be on record; of claims only what others need of them. */
export class EarlierLines {
  readonly actors = new Map<string, RecordedActor>();
  readonly actorsByItem = new Map<string, RecordedActor>();
  /** By slug, and the first of a hash by `sha256:`. */
  readonly articles = new Map<string, ReferredArticle>();
  readonly recordedArticles = new Map<string, RecordedArticle>();
  readonly copies = new Map<string, RecordedArticle>();
  readonly withdrawnClaims = new Set<string>();
  readonly claims = new Map<string, ClaimBrought>();
  /** When, in the order of lines, a stance of an earlier line made a claim public. */
  readonly published = new Map<string, number>();
  readonly affiliations = new Map<string, RecordedAffiliation[]>();
  readonly links = new Map<string, RecordedLink[]>();
  readonly merges = new Map<string, RecordedMerge[]>();
  /** Who is one with whom by these lines, and by what is on record of those that they name. */
  readonly actorIdentities = new Identities();
  readonly claimIdentities = new Identities();
  /** The slugs of articles that one is told to be alike to. */
  readonly alike = new Map<string, readonly string[]>();
  /** Of articles without a text. */
  readonly quotes = new Map<string, RecordedQuote[]>();

  addActor(content: ActorContent): void {
    const slug = content.slug ?? '';
    const actor = { ...content, ...unwritten, slug, grantedBy: content.grantedBy?.slug ?? null };
    this.actors.set(slug, actor);
    if (actor.wikidataId !== null) this.actorsByItem.set(actor.wikidataId, actor);
  }

  addAffiliation(content: AffiliationContent): void {
    const row = { ...content, ...unwritten, of: content.of.slug };
    push(this.affiliations, content.actor.slug, row);
  }

  addArticle(content: ArticleContent): void {
    const slug = content.slug ?? '';
    const { outlet, creditedTo, supersedes, sha256, text, erasedReason } = content;
    const isErased = erasedReason !== null;
    const named = { ...unwritten, slug, outlet, creditedTo, sha256, text, isErased };
    const recorded = {
      ...content,
      ...unwritten,
      slug,
      outlet: outlet?.slug ?? null,
      creditedTo: creditedTo?.slug ?? null,
      supersedes: supersedes?.slug ?? null,
    };
    this.articles.set(slug, named);
    this.alike.set(
      slug,
      content.alike.map((one) => one.slug),
    );
    const hash = nameIn({ by: 'sha256', value: sha256 });
    if (!this.articles.has(hash)) this.articles.set(hash, named);
    this.recordedArticles.set(slug, recorded);
    this.copies.set(copyName(recorded), recorded);
  }

  /** The versions before an article, the nearest first, as far as earlier lines tell, and the last that they lead to. */
  versionsBefore(article: string) {
    const versions: { readonly slug: string; readonly text: string | null }[] = [];
    const met = new Set([article]);
    let last = article;
    for (let slug = this.recordedArticles.get(article)?.supersedes; slug && !met.has(slug); ) {
      met.add(slug);
      versions.push({ slug, text: this.recordedArticles.get(slug)?.text ?? null });
      last = slug;
      slug = this.recordedArticles.get(slug)?.supersedes;
    }
    return { versions, last };
  }

  addLink(content: ClaimLinkContent): void {
    push(this.links, content.from.slug, { ...content, ...unwritten, to: content.to.slug });
  }

  addMerge(content: ActorMergeContent): void {
    push(this.merges, content.from.slug, { ...content, ...unwritten, into: content.into.slug });
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
    this.claims.set(slug ?? '', { review, order: behindAll + this.claims.size });
    if (withdrawnReason !== null) this.withdrawnClaims.add(slug ?? '');
  }

  addStance({ claim, review, evidence }: StanceOnClaim): void {
    if (review === 'VERIFIED' && !this.published.has(claim.slug)) {
      this.published.set(claim.slug, behindAll + this.published.size);
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
export function copyName({ sha256, outlet }: Pick<RecordedArticle, 'sha256' | 'outlet'>): string {
  return `${sha256} ${outlet}`;
}

/** Puts a row to those of its name. */
export function push<Row>(groups: Map<string, Row[]>, name: string, row: Row): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [row]);
  else group.push(row);
}
