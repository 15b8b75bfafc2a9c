import type { EmbedAccess } from '../cors.ts';
import { seekClaimFeed, seekFeed } from './feeds/sought-feed.ts';
import type { Notices } from './notices.ts';
import { oembedAsked, seekOembed } from './oembed.ts';
import type { PagePath } from './page-paths.ts';
import type { PageRequest, Show } from './show.ts';
import type { Site } from './site.ts';
import { seekSitemap, seekSitemaps } from './sitemaps.ts';

const kinds = ['claimFeed', 'feed', 'oembed', 'robots', 'sitemap', 'sitemaps'] as const;

/** What programs read, not people. */
export type ForPrograms = Extract<PagePath, { readonly kind: (typeof kinds)[number] }>;

export const isForPrograms = (path: PagePath): path is ForPrograms =>
  kinds.some((kind) => kind === path.kind);

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
      case 'sitemaps':
        return site.indexing
          ? seekSitemaps((sought) => show(sought, asked))
          : notice(404, ResponseOf);
      case 'sitemap':
        return site.indexing
          ? seekSitemap(path, (sought) => show(sought, asked))
          : notice(404, ResponseOf);
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
const robots = ({ indexing, publicUrl }: Site): string =>
  indexing
    ? `User-agent: *\nDisallow: /*?\nDisallow: /graphql\nDisallow: /desk\n\nSitemap: ${publicUrl}/sitemap.xml\n`
    : 'User-agent: *\nDisallow: /\n';
