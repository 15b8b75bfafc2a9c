import { filterAsked, filterNames } from './filter-asked.ts';
import { filteredPageDocument } from './generated/documents.ts';
import { filteredPage } from './render/filtered-page.ts';
import { layout } from './render/layout.ts';
import type { WithSought } from './shown.ts';

/** What an address of the board asks for by the names of ClaimFilter, empty ones left out; null where it has none of them. */
export function filterOfBoard(search: URLSearchParams): URLSearchParams | null {
  const named = [...search].filter(([name]) => filterNames.has(name));
  if (named.length === 0) return null;
  const given = new URLSearchParams(named.filter(([, value]) => value !== ''));
  const after = search.get('after');
  if (after) given.set('after', after);
  return given;
}

/** The claims that a filter selects; undefined where it is none. */
export function seekFiltered<Result>(
  search: URLSearchParams,
  use: WithSought<Result>,
): Result | undefined {
  const filter = filterAsked(search, ['after']);
  if (filter === undefined) return undefined;
  return use({
    document: filteredPageDocument,
    variables: { filter, after: search.get('after') },
    show: (data, site) => {
      const page = filteredPage(data, search);
      const feeds = new URLSearchParams(search);
      feeds.delete('after');
      const alternates = [{ type: 'application/atom+xml', path: `/feed.atom?${feeds}` }];
      return {
        text: layout({ ...page, alternates }, site),
        mediaType: 'text/html; charset=utf-8',
        isHidden: true,
      };
    },
  });
}
