import type { FedChange, FedClaim } from '../generated/documents.ts';
import { dayOfMoment } from '../render/dates.ts';
import { type Html, html, isolated, withControlsShown } from '../render/html.ts';
import { theirs } from '../render/named.ts';
import { quoteShown } from '../render/stance.ts';
import { words } from '../render/words.ts';
import { entryId } from './entry-id.ts';

/** A change of a claim, as a feed tells it. */
export interface FeedEntry {
  readonly id: string;
  /** The path of its claim. */
  readonly path: string;
  /** In plain text, with no control in it that a reader would obey. */
  readonly title: string;
  /** Of the title; of nobody’s words where they are gone. */
  readonly language: string | null;
  readonly topics: readonly string[];
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly content: Html;
}

/** What a feed tells, in whatever form. */
export interface FeedTold {
  readonly title: string;
  /** The path of what it is about. */
  readonly path: string;
  /** Its own address, and that of what came before its last entry, where there is more. */
  readonly self: string;
  readonly next: string | null;
  readonly entries: readonly FeedEntry[];
}

type Because = FedChange['because'];

/** What is told of a change. Of a claim that was withdrawn no words are left, but that it was. */
export function feedEntry(claim: FedClaim, change: FedChange, publicUrl: string): FeedEntry {
  const { because, from, isFirst, to, toldAt } = change;
  const { language, slug, text, topics, withdrawnAt } = claim;
  const same = { id: entryId(claim.id, change), path: `/claims/${slug}`, publishedAt: toldAt };
  if (withdrawnAt !== null)
    return {
      ...same,
      title: words.feed.takenOff,
      language: null,
      topics: [],
      updatedAt: withdrawnAt,
      content: html`<p>${words.claimWithdrawn} ${dayOfMoment(withdrawnAt)}. ${words.withdrawnMeans}</p>`,
    };
  const status = words.status[to];
  return {
    ...same,
    title: isFirst ? withControlsShown(text) : `${status}: ${isolated(text)}`,
    language,
    topics,
    updatedAt: toldAt,
    content: html`<p>${theirs(text, language)}</p>
<p><b>${status}</b>${isFirst ? html`; ${words.feed.isNew}` : html`, ${words.feed.before} ${words.status[from]}`}.</p>
${broughtBy(because, publicUrl)}`,
  };
}

/** Who brought it, in whose words; nothing of a stance that the record had wrong. */
function broughtBy(because: Because, publicUrl: string): Html | null {
  if (because === null) return null;
  if (because.__typename !== 'Stance')
    return html`<p>${words.feed.because} ${words.because[because.__typename]}.</p>`;
  const { actor, evidence, kind, withdrawnAt } = because;
  if (withdrawnAt !== null) return null;
  const [shown] = evidence.filter(
    (piece) => piece.withdrawnAt === null && piece.article.withdrawnAt === null,
  );
  return html`<p>${theirs(actor.name)} ${words.stanceKind[kind]}.</p>${
    shown &&
    html`
${quoteShown(shown.quote, shown.article.language)}
<p><a href="${publicUrl}/articles/${shown.article.slug}">${theirs(shown.article.title, shown.article.language)}</a></p>`
  }`;
}
