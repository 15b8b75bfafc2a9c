export type SitemapRoom = 'claims' | 'articles' | 'actors';
export type FeedForm = 'atom' | 'json';

/** What a path leads to. */
export type PagePath =
  | { readonly kind: 'board' | 'desk' | 'embedScript' | 'file' }
  | { readonly kind: 'oembed' | 'robots' | 'sitemaps' }
  | { readonly kind: 'sitemap'; readonly room: SitemapRoom; readonly after: string | null }
  | {
      readonly kind: 'claim' | 'claimData' | 'embed' | 'article' | 'actor';
      readonly slug: string;
    }
  | { readonly kind: 'feed'; readonly form: FeedForm }
  | { readonly kind: 'claimFeed'; readonly form: FeedForm; readonly slug: string }
  | { readonly kind: 'nothing' };

/** What the pages of `EMBED_ORIGINS` may read and load. */
export const kindsForEmbeds: ReadonlySet<PagePath['kind']> = new Set([
  'claimData',
  'claimFeed',
  'embedScript',
  'feed',
]);

/** Where the files of pages stand. */
export const pageFilesPath = '/pages/';

/** Where the script stands that the pages of others load: as it is now, and as it is under that name for good. */
const embedScriptPath = /^\/embed(-[A-Z0-9]+)?\.js$/;

const rooms = { claims: 'claim', articles: 'article', actors: 'actor' } as const;

/** What page this path is the address of; null where it is none of pages. */
export function pagePathOf(pathname: string): PagePath | null {
  if (pathname === '/') return { kind: 'board' };
  if (pathname === '/desk') return { kind: 'desk' };
  if (embedScriptPath.test(pathname)) return { kind: 'embedScript' };
  if (pathname === '/oembed') return { kind: 'oembed' };
  if (pathname === '/robots.txt') return { kind: 'robots' };
  if (pathname.startsWith('/sitemap')) return sitemapPathOf(pathname);
  const form = feedFormIn(pathname, /^\/feed\.(atom|json)$/);
  if (form) return { kind: 'feed', form };
  if (pathname.startsWith(pageFilesPath)) return { kind: 'file' };
  const [, room, name = ''] = /^\/(claims|articles|actors)\/(.*)$/s.exec(pathname) ?? [];
  if (room !== 'claims' && room !== 'articles' && room !== 'actors') return null;
  const [, own, part = ''] = /^([a-z0-9-]{1,80})\/(.*)$/s.exec(name) ?? [];
  if (room === 'claims' && own !== undefined) return partOfClaim(own, part);
  const [, slug, data] = /^([a-z0-9-]{1,80})(\.jsonld)?$/.exec(name) ?? [];
  if (slug === undefined || (data && room !== 'claims')) return { kind: 'nothing' };
  return { kind: data ? 'claimData' : rooms[room], slug };
}

function sitemapPathOf(pathname: string): PagePath | null {
  if (pathname === '/sitemap.xml') return { kind: 'sitemaps' };
  const [, room, after = null] =
    /^\/sitemaps\/(claims|articles|actors)(?:-([\w-]{1,200}))?\.xml$/.exec(pathname) ?? [];
  if (room !== 'claims' && room !== 'articles' && room !== 'actors') return null;
  return { kind: 'sitemap', room, after };
}

function partOfClaim(slug: string, part: string): PagePath {
  if (part === 'embed') return { kind: 'embed', slug };
  const form = feedFormIn(part, /^feed\.(atom|json)$/);
  return form ? { kind: 'claimFeed', form, slug } : { kind: 'nothing' };
}

function feedFormIn(path: string, pattern: RegExp): FeedForm | undefined {
  const [, form] = pattern.exec(path) ?? [];
  return form === 'atom' || form === 'json' ? form : undefined;
}
