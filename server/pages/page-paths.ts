export type FeedForm = 'atom' | 'json';

/** What a path leads to. */
export type PagePath =
  | { readonly kind: 'board' | 'style' | 'robots' }
  | { readonly kind: 'claim' | 'claimData' | 'article' | 'actor'; readonly slug: string }
  | { readonly kind: 'feed'; readonly form: FeedForm }
  | { readonly kind: 'claimFeed'; readonly form: FeedForm; readonly slug: string }
  | { readonly kind: 'nothing' };

/** What the pages of `EMBED_ORIGINS` may read and load. */
export const kindsForEmbeds: ReadonlySet<PagePath['kind']> = new Set([
  'claimData',
  'claimFeed',
  'feed',
]);

/** Where the files of pages stand. */
export const pageFilesPath = '/pages/';

const rooms = { claims: 'claim', articles: 'article', actors: 'actor' } as const;

/** What page this path is the address of; null where it is none of pages. */
export function pagePathOf(pathname: string): PagePath | null {
  if (pathname === '/') return { kind: 'board' };
  if (pathname === '/robots.txt') return { kind: 'robots' };
  const form = feedFormIn(pathname, /^\/feed\.(atom|json)$/);
  if (form) return { kind: 'feed', form };
  if (pathname.startsWith(pageFilesPath)) return { kind: 'style' };
  const [, room, name = ''] = /^\/(claims|articles|actors)\/(.*)$/s.exec(pathname) ?? [];
  if (room !== 'claims' && room !== 'articles' && room !== 'actors') return null;
  if (room === 'claims') {
    const own = feedFormIn(name, /^[a-z0-9-]{1,80}\/feed\.(atom|json)$/);
    if (own) return { kind: 'claimFeed', form: own, slug: name.slice(0, name.indexOf('/')) };
  }
  const [, slug, data] = /^([a-z0-9-]{1,80})(\.jsonld)?$/.exec(name) ?? [];
  if (slug === undefined || (data && room !== 'claims')) return { kind: 'nothing' };
  return { kind: data ? 'claimData' : rooms[room], slug };
}

function feedFormIn(path: string, pattern: RegExp): FeedForm | undefined {
  const [, form] = pattern.exec(path) ?? [];
  return form === 'atom' || form === 'json' ? form : undefined;
}
