import type { EmbedAccess } from '../cors.ts';
import { seekClaimFeed, seekFeed } from './feeds/sought-feed.ts';
import type { Notices } from './notices.ts';
import { oembedAsked, seekOembed } from './oembed.ts';
import type { PagePath } from './page-paths.ts';
import type { PageRequest, Show } from './show.ts';
import type { Site } from './site.ts';

/** What programs read, not people. */
export type ForPrograms = Extract<
  PagePath,
  { readonly kind: 'claimFeed' | 'feed' | 'oembed' | 'robots' }
>;

export const isForPrograms = (path: PagePath): path is ForPrograms =>
  ['claimFeed', 'feed', 'oembed', 'robots'].includes(path.kind);

export interface ForProgramsOptions extends Pick<Notices, 'notice'> {
  readonly embeds: EmbedAccess;
  readonly show: Show;
  readonly site: Site;
}

/** Answers programs: readers of feeds, search engines, and those who ask how a claim is embedded. */
export function createForPrograms({ embeds, notice, show, site }: ForProgramsOptions) {
  const oembedAt = async (asked: PageRequest): Promise<Response> => {
    const { searchParams } = asked.url;
    if ((searchParams.get('format') ?? 'json') !== 'json')
      return new asked.ResponseOf('It is told in JSON alone.', { status: 501 });
    const found = embeds.isOpen ? oembedAsked(searchParams, site) : null;
    if (found === null) return notice(404, asked.ResponseOf);
    return seekOembed(found, (sought) => show(sought, asked));
  };

  return async (path: ForPrograms, asked: PageRequest): Promise<Response> => {
    const { ResponseOf, url } = asked;
    switch (path.kind) {
      case 'robots':
        return new ResponseOf(robots(site), { headers: { 'content-type': 'text/plain' } });
      case 'oembed':
        return oembedAt(asked);
      case 'feed': {
        const feed = seekFeed({ ...path, url }, (sought) => show(sought, asked));
        return feed ?? notice(400, ResponseOf);
      }
      case 'claimFeed': {
        const feed = seekClaimFeed({ ...path, url }, (sought) => show(sought, asked));
        return feed ?? notice(400, ResponseOf);
      }
    }
  };
}

/** What search engines may look at: nothing, unless told so; never what somebody searched for. */
const robots = ({ indexing }: Site): string =>
  `User-agent: *\nDisallow: ${indexing ? '/*?\nDisallow: /graphql' : '/'}\n`;
