import { expect, test } from 'vitest';
import { openPages } from './open-pages.ts';

test('a page names the script of its own kind, which is kept for good, with what it shares', async () => {
  await using server = await openPages();
  const scriptOf = async (path: string): Promise<string | undefined> =>
    /<script type="module" src="([^"]+)">/.exec(await (await server.get(path)).text())?.[1];

  const board = (await scriptOf('/')) ?? '';
  const claim = await scriptOf('/claims/bridge-promised');
  const file = await server.get(board);

  expect([board, claim]).toEqual([
    expect.stringMatching(/^\/pages\/board-[A-Z0-9]+\.js$/),
    expect.stringMatching(/^\/pages\/claim-[A-Z0-9]+\.js$/),
  ]);
  expect(file.status).toBe(200);
  expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await server.get(board.replace('board', 'boards'))).status).toBe(404);
});

test('a page as of a moment is not live, and one of nothing has no script', async () => {
  await using server = await openPages();
  const claim = await (await server.get('/claims/bridge-promised')).text();
  const [asOf = ''] = /\?asOf=[^"]+/.exec(claim) ?? [];

  const former = await (await server.get(`/claims/bridge-promised${asOf}`)).text();
  const nothing = await server.get('/claims/nothing');

  expect(claim).toContain('id="live"');
  expect(former).not.toContain('id="live"');
  expect(await nothing.text()).not.toContain('<script');
  expect(nothing.headers.get('content-security-policy')).not.toContain('script-src');
});

test('the script of embeds is loaded by the pages that may embed, soon as it is now or for good as it was', async () => {
  const pages = { publicUrl: 'https://record.example', contactUrl: undefined, indexing: false };
  await using server = await openPages({
    production: true,
    pages: { ...pages, embedOrigins: ['https://news.example'] },
  });
  await using closed = await openPages({ production: true, pages });
  const origin = { origin: 'https://news.example' };

  const now = await server.get('/embed.js', origin);
  const name = now.headers.get('content-location') ?? '';
  const forGood = await server.get(name, origin);

  expect(name).toMatch(/^\/embed-[A-Z0-9]+\.js$/);
  expect(await now.text()).toBe(await forGood.text());
  expect(
    [now, forGood].map(({ headers }) => [
      headers.get('content-type'),
      headers.get('cache-control'),
      headers.get('access-control-allow-origin'),
      headers.get('cross-origin-resource-policy'),
    ]),
  ).toEqual(
    ['public, max-age=300', 'public, max-age=31536000, immutable'].map((cacheControl) => [
      'text/javascript; charset=utf-8',
      cacheControl,
      'https://news.example',
      'cross-origin',
    ]),
  );
  expect((await server.get('/embed-ABC.js')).status).toBe(404);
  expect((await server.get('/embed.js')).headers.get('access-control-allow-origin')).toBeNull();
  const { headers } = await closed.get('/embed.js', origin);
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
});
