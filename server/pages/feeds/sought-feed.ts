import { filterAsked } from '../filter-asked.ts';
import { changesFeedDocument, claimFeedDocument } from '../generated/documents.ts';
import { momentBefore } from '../moment-asked.ts';
import type { FeedForm } from '../page-paths.ts';
import { words } from '../render/words.ts';
import type { ShownText, WithSought } from '../shown.ts';
import type { Site } from '../site.ts';
import { atomOf } from './atom.ts';
import { type FeedTold, feedEntry } from './feed.ts';
import { jsonFeedOf } from './json-feed.ts';

const forms = {
  atom: { mediaType: 'application/atom+xml; charset=utf-8', write: atomOf },
  json: { mediaType: 'application/feed+json; charset=utf-8', write: jsonFeedOf },
} as const;

/** The feed of all claims, or of those of a filter; undefined where its query string asks for nothing that there is. */
export function seekFeed<Result>(
  { form, url }: { readonly form: FeedForm; readonly url: URL },
  use: WithSought<Result>,
): Result | undefined {
  const filter = filterAsked(url.searchParams, ['before']);
  const before = momentBefore(url.searchParams.get('before'));
  if (filter === undefined || before === undefined) return undefined;
  return use({
    document: changesFeedDocument,
    form,
    variables: { filter, before },
    show({ standingChanges: { nodes, pageInfo } }, site) {
      const last = pageInfo.hasNextPage ? nodes.at(-1)?.toldAt : undefined;
      const told: FeedTold = {
        title: words.feed.title,
        path: '/',
        self: url.pathname + url.search,
        next: last === undefined ? null : nextOf(url, last),
        entries: nodes.map((change) => feedEntry(change.claim, change, site.publicUrl)),
      };
      return fed(told, { form, site });
    },
  });
}

/** The feed of one claim; undefined where its query string asks for nothing that there is. */
export function seekClaimFeed<Result>(
  { form, slug, url }: { readonly form: FeedForm; readonly slug: string; readonly url: URL },
  use: WithSought<Result>,
): Result | undefined {
  const before = momentBefore(url.searchParams.get('before'));
  if (before === undefined) return undefined;
  return use({
    document: claimFeedDocument,
    form,
    variables: { slug, before },
    show({ claim }, site) {
      if (claim === null) return null;
      if (claim.slug !== slug) return { movedTo: `/claims/${claim.slug}/feed.${form}` };
      const { nodes, pageInfo } = claim.timeline;
      const first = pageInfo.hasPreviousPage ? nodes[0]?.toldAt : undefined;
      const isGone = claim.withdrawnAt !== null;
      const told: FeedTold = {
        title: isGone ? words.feed.takenOff : words.feed.ofClaim(claim.text),
        path: `/claims/${slug}`,
        self: url.pathname + url.search,
        next: first === undefined ? null : nextOf(url, first),
        entries: nodes.map((change) => feedEntry(claim, change, site.publicUrl)).reverse(),
      };
      return fed(told, { form, site, isHidden: isGone });
    },
  });
}

function fed(
  told: FeedTold,
  { form, isHidden = false, site }: { form: FeedForm; isHidden?: boolean; site: Site },
): ShownText {
  const { mediaType, write } = forms[form];
  return { text: write(told, site.publicUrl), mediaType, isHidden };
}

/** The same address, from a moment on. */
function nextOf({ pathname, searchParams }: URL, before: string): string {
  const search = new URLSearchParams(searchParams);
  search.set('before', before);
  return `${pathname}?${search}`;
}
