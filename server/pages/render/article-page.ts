import type { ArticlePageData } from '../generated/documents.ts';
import { withdrawnNotice } from './claim-page.ts';
import { dayOfMoment, momentTime, published } from './dates.ts';
import { type Html, html } from './html.ts';
import type { PageContent } from './layout.ts';
import { actorLink, articleLink, claimLink, linkAway, theirs } from './named.ts';
import { section } from './section.ts';
import { chain, quoteShown } from './stance.ts';
import { textWithMarks } from './text-with-marks.ts';
import { words } from './words.ts';

export type ShownArticle = NonNullable<ArticlePageData['article']>;
type Quote = ShownArticle['evidence']['nodes'][number] & { readonly number: number };

/** An article: its text with the stances in it marked in place, where everyone may read it, else what is quoted from it. */
export function articlePage(article: ShownArticle): PageContent {
  const { erasedAt, evidence, language, slug, text, title, withdrawnAt } = article;
  const quotes = evidence.nodes
    .filter(({ stance, withdrawnAt }) => withdrawnAt === null && stance.withdrawnAt === null)
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map((each, place) => ({ ...each, number: place + 1 }));
  return {
    title,
    path: `/articles/${slug}`,
    script: 'page',
    isHidden: withdrawnAt !== null || erasedAt !== null,
    content: html`${withdrawnAt !== null && withdrawnNotice(words.articleWithdrawn, withdrawnAt)}${
      erasedAt !== null &&
      html`<p class="notice" role="note"><strong>${words.articleErased} ${dayOfMoment(erasedAt)}.</strong></p>\n`
    }<p class="kind">${words.article}</p>
<h1 lang="${language}" dir="auto">${title}</h1>
${factsOf(article)}
${
  text !== null &&
  section(
    'text',
    words.textTitle,
    html`<div class="text" lang="${language}" dir="auto">${textWithMarks(text, quotes)}</div>`,
  )
}
${section('quotes', text === null ? words.quotesTitle : words.marked, quotesOf(article, quotes))}`,
  };
}

function factsOf(article: ShownArticle): Html {
  const {
    byline,
    copyOf,
    creditedTo,
    modifiedAt,
    modifiedOn,
    outlet,
    supersededBy,
    supersedes,
    url,
  } = article;
  const issued = published(article);
  const modified = published({ publishedAt: modifiedAt, publishedOn: modifiedOn });
  return html`<dl class="facts">${fact(words.publishedBy, outlet && actorLink(outlet))}${fact(words.publishedOn, issued)}${fact(words.modifiedOn, modified)}${fact(words.by, byline === null ? null : theirs(byline))}${fact(words.creditedTo, creditedTo && actorLink(creditedTo))}${fact(words.supersedes, supersedes && articleLink(supersedes))}${fact(words.supersededBy, supersededBy && articleLink(supersededBy))}${fact(words.copyOf, copyOf && articleLink(copyOf))}${fact(words.onRecordSince, momentTime(article.recordedAt))}</dl>${
    url !== null && html`\n<p>${linkAway(url, words.original)}</p>`
  }`;
}

/** A row of what is told of a thing; nothing where it is not known. */
export const fact = (name: string, value: Html | null): Html | null =>
  value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

function quotesOf({ evidence, language, text }: ShownArticle, quotes: readonly Quote[]): Html {
  if (quotes.length === 0) return html`<p>${words.noQuotes}</p>`;
  return html`${text === null && html`<p class="note">${words.quotesOnly}</p>`}<ol class="quotes">${quotes.map(
    ({ attribution, mode, number, quote, stance }) => html`<li id="quote-${number}">
${quoteShown(quote, language)}
<p><b>${actorLink(stance.actor)}</b> ${words.stanceKind[stance.kind]}: ${claimLink(stance.claim)} <span class="note">${words.mode[mode]}</span>${
      text !== null && html` <a href="#in-text-${number}">${words.backToText}</a>`
    }</p>
${chain(attribution)}</li>
`,
  )}</ol>${evidence.pageInfo.hasNextPage && html`<p class="note">${words.restNotShown}</p>`}`;
}
