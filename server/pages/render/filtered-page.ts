import type { CountedValue, FilteredPageData } from '../generated/documents.ts';
import { claimEntry } from './board-page.ts';
import { filterForm } from './filter-form.ts';
import { type Html, html } from './html.ts';
import type { PageContent } from './layout.ts';
import { theirs } from './named.ts';
import { foldedList, section } from './section.ts';
import { words } from './words.ts';

type Found = FilteredPageData['claims'];

/** The claims that a filter selects, as their standing last changed, and by what they can be told apart. */
export function filteredPage({ claims }: FilteredPageData, search: URLSearchParams): PageContent {
  const { nodes, pageInfo } = claims;
  const more = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return {
    title: words.filtered,
    path: null,
    isHidden: true,
    content: html`<h1>${words.filtered}</h1>
${filterForm(search)}
${narrowing(claims, search)}
${section(
  'claims',
  words.claims,
  html`${nodes.length === 0 ? html`<p>${words.nothingSelected}</p>` : html`<ul class="entries">${nodes.map((claim) => html`<li>${claimEntry(claim)}</li>\n`)}</ul>`}${
    more !== null &&
    html`<p><a class="away" href="${withValue(search, 'after', more)}">${words.moreClaims}</a></p>`
  }`,
)}
<p><a href="/">${words.toBoard}</a></p>`,
  };
}

function narrowing({ kinds, statuses, topics }: Found, search: URLSearchParams): Html {
  const status: Readonly<Record<string, string>> = words.status;
  const kind: Readonly<Record<string, string>> = words.claimKind;
  return html`${facet('status', statuses, { search, name: ({ key }) => status[key] ?? key })}
${facet('kind', kinds, { search, name: ({ key }) => kind[key] ?? key })}
${facet('topic', topics, { search, name: ({ label }) => theirs(label) })}`;
}

interface Naming {
  readonly search: URLSearchParams;
  readonly name: (value: CountedValue) => Html | string;
}

/** How many claims have which value, each with the address of these alone, or where they are alone, of all. */
function facet(
  key: 'kind' | 'status' | 'topic',
  values: readonly CountedValue[],
  { name, search }: Naming,
): Html | null {
  if (values.length === 0) return null;
  const isChosen = search.get(key);
  const entries = values.map(
    (value) =>
      html`<a class="away" href="${withValue(search, key, value.key)}">${name(value)}</a> <span class="note">${value.count}</span>`,
  );
  return section(
    `by-${key}`,
    words.facets[key],
    isChosen
      ? html`<p><a class="away" href="${withValue(search, key, '')}">${words.any}</a></p>${foldedList(entries)}`
      : foldedList(entries),
  );
}

/** The same address with another value of this name, from its first page on. */
function withValue(search: URLSearchParams, key: string, value: string): string {
  const other = new URLSearchParams(search);
  other.delete('after');
  other.set(key, value);
  return `/?${other}`;
}
