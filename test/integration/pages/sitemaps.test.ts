import { expect, test } from 'vitest';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import { write } from '../../kit/owner.ts';
import type { OpenHandler } from '../http/open-handler.ts';
import { openPages } from './open-pages.ts';

const pages = { publicUrl: 'https://record.example', contactUrl: undefined, indexing: true };

async function addressesIn({ get }: OpenHandler, address: string): Promise<string[]> {
  const response = await get(new URL(address, pages.publicUrl).pathname);
  const xml = await response.text();
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/xml; charset=utf-8',
  ]);
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc);
}

test('sitemaps name every claim, article and actor that strangers see, and nothing else', async () => {
  await using server = await openPages({ pages });
  for (let number = 0; number < 96; number += 1)
    await write(server.db, recordActor, {
      slug: `a-${number}`,
      name: `A ${number}`,
      kind: 'GROUP',
    });
  await write(server.db, recordClaim, {
    ...{ slug: 'hidden', text: 'Hidden.', kind: 'FACT', language: 'en' },
  });
  await write(server.db, mergeActors, {
    ...{ from: { slug: 'a-0' }, into: { slug: 'a-1' }, judgement: 'CONFIRMED' },
    reason: 'One.',
  });

  const index = await addressesIn(server, '/sitemap.xml');
  const named = (await Promise.all(index.map((address) => addressesIn(server, address)))).flat();

  expect(index.map((address) => address.replace(/-.*/, '-…'))).toEqual([
    'https://record.example/sitemaps/claims.xml',
    'https://record.example/sitemaps/articles.xml',
    'https://record.example/sitemaps/actors.xml',
    'https://record.example/sitemaps/actors-…',
  ]);
  expect(named).toHaveLength(2 + 6 + 95);
  expect(named).toContain('https://record.example/claims/bridge-promised');
  expect(named).toContain('https://record.example/articles/bridge-story');
  expect(named.join()).not.toMatch(/hidden|\/a-0\b/);
  for (const address of named.slice(0, 5))
    expect((await server.get(new URL(address).pathname)).status).toBe(200);
});

test('what was withdrawn is in none', async () => {
  await using server = await openPages({ pages });
  const before = await addressesIn(server, '/sitemaps/articles.xml');
  await write(server.db, withdrawArticle, { article: { slug: 'bridge-story' }, reason: 'Fake.' });

  expect(before).toEqual(['https://record.example/articles/bridge-story']);
  expect(await addressesIn(server, '/sitemaps/articles.xml')).toEqual([]);
});

test('robots are led to them, and kept from addresses with a query string', async () => {
  await using server = await openPages({ pages });

  expect(await (await server.get('/robots.txt')).text()).toBe(
    'User-agent: *\nDisallow: /*?\nDisallow: /graphql\nDisallow: /desk\n\nSitemap: https://record.example/sitemap.xml\n',
  );
});

test.each([
  '/sitemaps/claims-nothing.xml',
  '/sitemaps/claims-.xml',
  '/sitemaps/topics.xml',
  '/sitemaps/',
  '/sitemapped',
])('there is nothing at %s', async (path) => {
  await using server = await openPages({ pages });

  expect((await server.get(path)).status).toBe(404);
  expect(server.log.filter(({ level }) => level === 'error' || level === 50)).toEqual([]);
});

test('where search engines may list nothing there are none', async () => {
  await using server = await openPages();

  for (const path of ['/sitemap.xml', '/sitemaps/claims.xml'])
    expect((await server.get(path)).status).toBe(404);
});
