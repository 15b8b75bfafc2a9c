import type { ActorContent } from '../rules/actor-content.ts';
import type { ActorMergeContent } from '../rules/actor-merge-content.ts';
import type { AffiliationContent } from '../rules/affiliation-content.ts';
import type { ArticleContent } from '../rules/article-content.ts';
import type { ClaimContent } from '../rules/claim-content.ts';
import type { ClaimLinkContent } from '../rules/claim-link-content.ts';
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
  readonly claims = new Map<string, Review>();
  readonly affiliations = new Map<string, RecordedAffiliation[]>();
  readonly links = new Map<string, RecordedLink[]>();
  readonly merges = new Map<string, RecordedMerge[]>();
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
    const named = { ...unwritten, slug, outlet, creditedTo, text, isErased };
    const recorded = {
      ...content,
      ...unwritten,
      slug,
      outlet: outlet?.slug ?? null,
      creditedTo: creditedTo?.slug ?? null,
      supersedes: supersedes?.slug ?? null,
    };
    this.articles.set(slug, named);
    if (!this.articles.has(hashName(sha256))) this.articles.set(hashName(sha256), named);
    this.recordedArticles.set(slug, recorded);
    this.copies.set(copyName(recorded), recorded);
  }

  addLink(content: ClaimLinkContent): void {
    push(this.links, content.from.slug, { ...content, ...unwritten, to: content.to.slug });
  }

  addMerge(content: ActorMergeContent): void {
    push(this.merges, content.from.slug, { ...content, ...unwritten, into: content.into.slug });
  }

  addStance({ evidence }: StanceOnClaim): void {
    for (const { article, quote, start, end, withdrawnReason } of evidence) {
      if (article.text !== null || quote === null || withdrawnReason !== null) continue;
      push(this.quotes, article.slug, { key: unwritten.key, quote, start, end });
    }
  }
}

/** A claim as it would be on record. */
export function claimToBe(content: ClaimContent): RecordedClaim {
  const { stances, slug, ...told } = content;
  return { ...told, ...unwritten, slug: slug ?? '', firstReview: content.review };
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

export function hashName(sha256: string): string {
  return `sha256:${sha256}`;
}

/** What tells the texts of outlets apart. */
export function copyName({ sha256, outlet }: Pick<RecordedArticle, 'sha256' | 'outlet'>): string {
  return `${sha256} ${outlet}`;
}

function push<Row>(groups: Map<string, Row[]>, name: string, row: Row): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [row]);
  else group.push(row);
}
