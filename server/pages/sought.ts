import {
  actorPageDocument,
  articlePageDocument,
  boardPageDocument,
  claimDataDocument,
  claimPageDocument,
  embedClaimDocument,
  searchPageDocument,
} from './generated/documents.ts';
import { oembedAddress } from './oembed.ts';
import type { PagePath } from './page-paths.ts';
import { actorPage } from './render/actor-page.ts';
import { articlePage } from './render/article-page.ts';
import { boardPage, searchPage } from './render/board-page.ts';
import { claimData } from './render/claim-data.ts';
import { claimPage } from './render/claim-page.ts';
import { embedPage } from './render/embed-page.ts';
import { layout, type PageContent } from './render/layout.ts';
import type { Shown, WithSought } from './shown.ts';
import type { Site } from './site.ts';

/** `asOf` is the moment that a claim is to be shown as of. */
export type NamedPath = Exclude<
  Extract<PagePath, { readonly slug: string }>,
  { readonly form: string }
> & {
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
          shown(claim && { ...claimPage(claim, asOf), alternates: alternatesOf(claim, site) }, {
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
    case 'embed':
      return use({
        document: embedClaimDocument,
        form: kind,
        variables,
        show: ({ claim }, site) =>
          claim && {
            text: embedPage(claim, site),
            mediaType: 'text/html; charset=utf-8',
            isFramed: true,
            isHidden: true,
          },
      });
    case 'claimData':
      return use({
        document: claimDataDocument,
        variables,
        show({ claim }, site) {
          if (claim === null) return null;
          if (claim.slug !== slug) return { movedTo: `/claims/${claim.slug}.jsonld` };
          return {
            text: claimData(claim, site.publicUrl),
            mediaType: 'application/ld+json; charset=utf-8',
            isHidden: claim.withdrawnAt !== null,
          };
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
      show: (data, site) => pageShown({ ...boardPage(data), alternates: feedsAt('') }, site),
    });
  return use({
    document: searchPageDocument,
    variables: { query: words },
    show: (data, site) => pageShown(searchPage(data, words), site),
  });
}

const alternatesOf = ({ slug }: { readonly slug: string }, site: Site) => [
  { type: 'application/ld+json', path: `/claims/${slug}.jsonld` },
  ...feedsAt(`/claims/${slug}`),
  ...(site.embedOrigins?.length
    ? [{ type: 'application/json+oembed', path: oembedAddress(site, slug) }]
    : []),
];

/** The feeds below a path. */
const feedsAt = (path: string) => [
  { type: 'application/atom+xml', path: `${path}/feed.atom` },
  { type: 'application/feed+json', path: `${path}/feed.json` },
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
