import {
  actorPageDocument,
  articlePageDocument,
  boardPageDocument,
  claimDataDocument,
  claimPageDocument,
  searchPageDocument,
} from './generated/documents.ts';
import type { PageDocument } from './page-document.ts';
import type { PagePath } from './page-paths.ts';
import { actorPage } from './render/actor-page.ts';
import { articlePage } from './render/article-page.ts';
import { boardPage, searchPage } from './render/board-page.ts';
import { claimData } from './render/claim-data.ts';
import { claimPage } from './render/claim-page.ts';
import { layout, type PageContent } from './render/layout.ts';
import type { Site } from './site.ts';

/** What is shown of an answer: a text, another address where the thing itself is, or nothing where there is none. */
type Shown = ShownText | { readonly movedTo: string } | null;

export interface ShownText {
  readonly text: string;
  readonly mediaType: string;
  /** Whether search engines are asked to leave it out, whatever the site says. */
  readonly isHidden: boolean;
  readonly hasScript?: boolean;
}

/** A question to the graph, and what is made of its answer. */
export interface Sought<Data, Variables> {
  readonly document: PageDocument<Data, Variables>;
  readonly variables: Variables & Readonly<Record<string, unknown>>;
  readonly show: (data: Data, site: Site) => Shown;
}

/** Hands on what is sought, whatever it asks for. */
export type WithSought<Result> = <Data, Variables>(sought: Sought<Data, Variables>) => Result;

/** `asOf` is the moment that a claim is to be shown as of. */
export type NamedPath = Extract<PagePath, { readonly slug: string }> & {
  readonly asOf?: string | null;
};

const longestQuery = 1000;

/** What a path with a name in it asks for. */
export function seekNamed<Result>(
  { asOf = null, kind, slug }: NamedPath,
  use: WithSought<Result>,
): Result {
  const variables = { slug };
  switch (kind) {
    case 'claim':
      return use({
        document: claimPageDocument,
        variables: { ...variables, ...(asOf !== null && { asOf }) },
        show: ({ claim }, site) =>
          shown(claim && { ...claimPage(claim, asOf), alternates: alternatesOf(claim) }, {
            slug,
            site,
          }),
      });
    case 'article':
      return use({
        document: articlePageDocument,
        variables,
        show: ({ article }, site) => shown(article && articlePage(article), { slug, site }),
      });
    case 'actor':
      return use({
        document: actorPageDocument,
        variables,
        show: ({ actor }, site) => shown(actor && actorPage(actor), { slug, site }),
      });
    case 'claimData':
      return use({
        document: claimDataDocument,
        variables,
        show: ({ claim }, site) =>
          claim && {
            text: claimData(claim, site.publicUrl),
            mediaType: 'application/ld+json; charset=utf-8',
            isHidden: claim.withdrawnAt !== null,
          },
      });
  }
}

/** What is disputed and what changed or, where words are sought, what holds them. */
export function seekBoard<Result>(query: string, use: WithSought<Result>): Result {
  const words = query.slice(0, longestQuery);
  if (words === '')
    return use({
      document: boardPageDocument,
      variables: {},
      show: (data, site) => pageShown(boardPage(data), site),
    });
  return use({
    document: searchPageDocument,
    variables: { query: words },
    show: (data, site) => pageShown(searchPage(data, words), site),
  });
}

const alternatesOf = ({ slug }: { readonly slug: string }) => [
  { type: 'application/ld+json', path: `/claims/${slug}.jsonld` },
];

/** A page under its own name; under another one it was merged with it. */
function shown(
  page: PageContent | null,
  { site, slug }: { readonly slug: string; readonly site: Site },
): Shown {
  if (page?.path == null) return null;
  return page.path.endsWith(`/${slug}`) ? pageShown(page, site) : { movedTo: page.path };
}

const pageShown = (page: PageContent, site: Site): Shown => ({
  text: layout(page, site),
  mediaType: 'text/html; charset=utf-8',
  isHidden: page.isHidden ?? false,
  hasScript: page.script !== undefined,
});
