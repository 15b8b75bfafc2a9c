import { expect, test } from 'vitest';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { claimPageDocument } from '../../../server/pages/generated/documents.ts';
import { answerOf } from '../http/open-handler.ts';
import { openPages } from './open-pages.ts';

const url = 'http://localhost:4000/claims/bridge-promised';

test('a page takes from an address what its question costs, also where it is kept', async () => {
  const slug = 'bridge-promised';
  await using free = await openPages();
  const asked = { query: claimPageDocument.text, variables: { slug } };
  await free.ask(asked);
  const { extensions } = await answerOf(free.ask(asked));
  const cost = extensions?.cost ?? 0;
  // Room for as many pages as one may have, and none that comes back meanwhile.
  const limits = { ...defaultLimits, costPerMinute: Math.round(cost * 4.5) };
  await using server = await openPages({ limits });
  const statuses: number[] = [];

  for (let times = 0; times < 6; times += 1) {
    const { status } = await server.handler.fetch(url, {}, { address: '192.0.2.1' });
    statuses.push(status);
  }
  const other = await server.handler.fetch(url, {}, { address: '192.0.2.2' });

  expect(cost).toBeGreaterThan(100);
  expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 200]);
  expect(statuses.at(-1)).toBe(429);
  expect(other.status).toBe(200);
});

test('every page may be asked for by a stranger under the usual limits', async () => {
  await using server = await openPages({ limits: defaultLimits });

  for (const path of [
    '/',
    '/?q=bridge',
    '/?status=DISPUTED',
    '/claims/bridge-promised',
    '/claims/bridge-promised.jsonld',
    '/articles/bridge-story',
    '/actors/mayor',
    '/feed.atom',
    '/feed.json?status=DISPUTED',
    '/claims/bridge-promised/feed.atom',
  ]) {
    const { status } = await server.handler.fetch(
      `http://localhost:4000${path}`,
      {},
      { address: '192.0.2.1' },
    );
    expect([path, status]).toEqual([path, 200]);
  }
});

test('many who open a page at once wait for one answer, and a page that is kept is not made again', async () => {
  await using server = await openPages();
  const { keeper } = server.handler;

  const first = await Promise.all(
    Array.from({ length: 5 }, () => server.get('/claims/bridge-promised')),
  );
  const kept = keeper?.counts;
  await server.get('/claims/bridge-promised');

  expect(new Set(first.map(({ headers }) => headers.get('etag'))).size).toBe(1);
  expect(kept?.answers).toBe(1);
  expect(keeper?.counts.hits).toBeGreaterThan(kept?.hits ?? 0);
  expect(keeper?.counts.bytes).toBe(kept?.bytes);
  expect(kept?.bytes).toBeGreaterThan(10_000);
});

test('no address with a query fills what is kept', async () => {
  await using server = await openPages();

  for (let n = 0; n < 5; n += 1) await server.get(`/?q=bridge${n}`);
  for (let n = 0; n < 5; n += 1) await server.get(`/claims/bridge-promised?n=${n}`);

  expect(server.handler.keeper?.counts.answers).toBe(0);
});
