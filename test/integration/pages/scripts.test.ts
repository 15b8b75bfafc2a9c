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

test('what does not change has no script: a page as of a moment, and what is not there', async () => {
  await using server = await openPages();
  const claim = await (await server.get('/claims/bridge-promised')).text();
  const [asOf = ''] = /\?asOf=[^"]+/.exec(claim) ?? [];

  for (const path of [`/claims/bridge-promised${asOf}`, '/claims/nothing', '/?q=bridge']) {
    const response = await server.get(path);

    expect(await response.text()).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).not.toContain('script-src');
  }
});
