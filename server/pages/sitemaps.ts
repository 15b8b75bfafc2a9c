import {
  actorsSitemapDocument,
  articlesSitemapDocument,
  claimsSitemapDocument,
  sitemapsDocument,
} from './generated/documents.ts';
import type { SitemapRoom } from './page-paths.ts';
import { html } from './render/html.ts';
import type { ShownText, WithSought } from './shown.ts';

const rooms = ['claims', 'articles', 'actors'] as const;

/** The index of all sitemaps: for each kind the first, and one from each cursor on at which a page of its list begins. */
export function seekSitemaps<Result>(use: WithSought<Result>): Result {
  return use({
    document: sitemapsDocument,
    variables: {},
    show: (starts, { publicUrl }) =>
      sitemap(
        'sitemapindex',
        rooms.flatMap((room) => [
          `${publicUrl}/sitemaps/${room}.xml`,
          ...starts[room].map((cursor) => `${publicUrl}/sitemaps/${room}-${cursor}.xml`),
        ]),
      ),
  });
}

/** The addresses of one page of a list. */
export function seekSitemap<Result>(
  { after, room }: { readonly after: string | null; readonly room: SitemapRoom },
  use: WithSought<Result>,
): Result {
  const variables = { after };
  const shown = (publicUrl: string, nodes: readonly { readonly slug: string }[]): ShownText =>
    sitemap(
      'urlset',
      nodes.map(({ slug }) => `${publicUrl}/${room}/${slug}`),
    );
  switch (room) {
    case 'claims':
      return use({
        document: claimsSitemapDocument,
        variables,
        show: ({ claims }, { publicUrl }) => shown(publicUrl, claims.nodes),
      });
    case 'articles':
      return use({
        document: articlesSitemapDocument,
        variables,
        show: ({ articles }, { publicUrl }) =>
          shown(
            publicUrl,
            articles.nodes.filter(({ erasedAt }) => erasedAt === null),
          ),
      });
    case 'actors':
      return use({
        document: actorsSitemapDocument,
        variables,
        show: ({ actors }, { publicUrl }) => shown(publicUrl, actors.nodes),
      });
  }
}

function sitemap(kind: 'sitemapindex' | 'urlset', addresses: readonly string[]): ShownText {
  const entries = addresses.map((address) =>
    kind === 'urlset'
      ? html`<url><loc>${address}</loc></url>\n`
      : html`<sitemap><loc>${address}</loc></sitemap>\n`,
  );
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  const head = html`<?xml version="1.0" encoding="utf-8"?>\n`;
  const whole =
    kind === 'urlset'
      ? html`${head}<urlset xmlns="${namespace}">\n${entries}</urlset>\n`
      : html`${head}<sitemapindex xmlns="${namespace}">\n${entries}</sitemapindex>\n`;
  return { text: whole.text, mediaType: 'application/xml; charset=utf-8', isHidden: false };
}
