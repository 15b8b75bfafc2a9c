/** What a path leads to. */
export type PagePath =
  | { readonly kind: 'board' | 'desk' | 'file' | 'robots' }
  | { readonly kind: 'claim' | 'claimData' | 'article' | 'actor'; readonly slug: string }
  | { readonly kind: 'nothing' };

/** Where the files of pages stand. */
export const pageFilesPath = '/pages/';

const rooms = { claims: 'claim', articles: 'article', actors: 'actor' } as const;

/** What page this path is the address of; null where it is none of pages. */
export function pagePathOf(pathname: string): PagePath | null {
  if (pathname === '/') return { kind: 'board' };
  if (pathname === '/desk') return { kind: 'desk' };
  if (pathname === '/robots.txt') return { kind: 'robots' };
  if (pathname.startsWith(pageFilesPath)) return { kind: 'file' };
  const [, room, name = ''] = /^\/(claims|articles|actors)\/(.*)$/s.exec(pathname) ?? [];
  if (room !== 'claims' && room !== 'articles' && room !== 'actors') return null;
  const [, slug, data] = /^([a-z0-9-]{1,80})(\.jsonld)?$/.exec(name) ?? [];
  if (slug === undefined || (data && room !== 'claims')) return { kind: 'nothing' };
  return { kind: data ? 'claimData' : rooms[room], slug };
}
