import type { BoardPageData, ListedClaim, SearchPageData } from '../generated/documents.ts';
import { dayOfMoment, published } from './dates.ts';
import { filterForm } from './filter-form.ts';
import { type Html, html } from './html.ts';
import type { PageContent } from './layout.ts';
import { actorLink, articleLink, claimLink } from './named.ts';
import { listWhereAny, section } from './section.ts';
import { words } from './words.ts';

type Found = SearchPageData['search']['nodes'][number];
type ListedArticle = BoardPageData['articles']['nodes'][number];

/** What is disputed now and what changed; on an empty record, how something is put in. */
export function boardPage({ articles, changed, disputed }: BoardPageData): PageContent {
  const isEmpty = changed.nodes.length + articles.nodes.length === 0;
  const disputes = listWhereAny(disputed.nodes.map(claimEntry));
  return {
    title: words.board,
    path: '/',
    script: 'board',
    live: {},
    content: isEmpty
      ? html`<h1>${words.board}</h1>\n${howToBegin}`
      : html`<h1>${words.board}</h1>
<p>${words.lead}</p>
${filterForm(new URLSearchParams())}
${section('disputed', words.disputed, html`${disputes ?? html`<p>${words.nothingDisputed}</p>`}${disputed.pageInfo.hasNextPage && html`<p class="note">${words.moreDisputed}</p>`}`)}
${section('changed', words.changed, listWhereAny(changed.nodes.map(claimEntry)))}
${section('articles', words.newArticles, listWhereAny(articles.nodes.map(articleEntry)))}`,
  };
}

/** What a search found. */
export function searchPage({ search }: SearchPageData, query: string): PageContent {
  const found = search.nodes.map(foundEntry);
  return {
    title: words.found(query),
    path: null,
    isHidden: true,
    script: 'board',
    live: {},
    query,
    content: html`<h1>${words.found(query)}</h1>
${found.length === 0 ? html`<p>${words.nothingFound}</p>` : html`<ul class="entries">${found.map((entry) => html`<li>${entry}</li>\n`)}</ul>`}
${search.pageInfo.hasNextPage && html`<p class="note">${words.moreFound}</p>\n`}<p><a href="/">${words.toBoard}</a></p>`,
  };
}

function foundEntry(found: Found): Html {
  switch (found.__typename) {
    case 'Claim':
      return claimEntry(found);
    case 'Actor':
      return html`${actorLink(found)} <span class="note">${words.actorKind[found.kind]}</span>`;
    case 'Article':
      return articleEntry(found);
  }
}

/** A claim in a list. */
export function claimEntry(claim: ListedClaim): Html {
  const { echoes, standing } = claim;
  return html`<p class="claim">${claimLink(claim)}</p>
<p class="standing"><b class="status">${words.status[standing.status]}</b>${standing.since !== null && html` <span class="when">${words.since} ${dayOfMoment(standing.since)}</span>`} · ${words.articlesAndOrigins(echoes.articleCount, echoes.originCount)}</p>
<p class="note" lang="en" dir="auto">${standing.summary}</p>`;
}

function articleEntry(article: ListedArticle): Html {
  const when = published(article);
  return html`${articleLink(article)} <span class="note">${article.outlet && actorLink(article.outlet)}${when && html`, ${when}`}</span>`;
}

const howToBegin = html`<p>${words.empty}</p>
<ul>
<li>${words.begin.desk} <a href="/desk">${words.desk}</a></li>
<li>${words.begin.ingest} <code>onrecord ingest ARTICLE.txt</code></li>
<li>${words.begin.import} <code>onrecord import RECORD.jsonl</code></li>
<li>${words.begin.graph}</li>
</ul>`;
