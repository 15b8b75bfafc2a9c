import { dehydrate, hashKey, QueryClient } from '@tanstack/query-core';
import { expect, test } from 'vitest';
import * as options from '../../../sdk/src/generated/query.ts';
import { createClient, NetworkError } from '../../../sdk/src/index.ts';

const bodies: { query: string; variables: Record<string, unknown> }[] = [];
const page = (end: string | null) => ({
  nodes: [{ slug: String(end) }],
  pageInfo: { hasNextPage: end !== null, endCursor: end },
});

/** A client whose server has two pages. */
function pagesClient() {
  bodies.length = 0;
  return createClient({
    url: 'https://record.example/graphql',
    token: 'onr_secret',
    fetch: async (_url: unknown, init?: { body?: unknown }) => {
      const body = JSON.parse(String(init?.body));
      bodies.push(body);
      const answer = page(body.variables.after ? null : 'c1');
      return new Response(JSON.stringify({ data: { claims: answer } }));
    },
  });
}

test('a question is asked, and kept under a key that says what was asked and by no token', async () => {
  const queries = new QueryClient();
  const at = new Date('2026-11-01T00:00:00Z');
  const asked = options.claimsQueryOptions(pagesClient(), {
    first: 1,
    after: undefined,
    filter: { recordedAfter: at },
  });

  await queries.fetchQuery(asked);
  await queries.fetchQuery({ ...asked, staleTime: Number.POSITIVE_INFINITY });

  expect(bodies).toHaveLength(1);
  expect(asked.queryKey).toEqual([
    'onrecord',
    'claims',
    { first: 1, filter: { recordedAfter: '2026-11-01T00:00:00.000Z' } },
  ]);
  expect(JSON.stringify(dehydrate(queries))).not.toContain('onr_secret');
  const same = options.claimsQueryOptions(pagesClient(), {
    filter: { recordedAfter: at },
    first: 1,
  });
  expect(hashKey(same.queryKey)).toBe(hashKey(asked.queryKey));
});

test('a list is read page by page', async () => {
  const queries = new QueryClient();
  const asked = options.claimsInfiniteQueryOptions(pagesClient(), { first: 1 });

  const { pages } = await queries.fetchInfiniteQuery({ ...asked, pages: 5 });

  expect(pages).toHaveLength(2);
  expect(bodies.map(({ variables }) => variables.after)).toEqual([null, 'c1']);
});

test('who gives a question up gives its request up, and nothing is asked again beside the client', async () => {
  const queries = new QueryClient();
  const signals: AbortSignal[] = [];
  const record = createClient({
    url: 'https://record.example/graphql',
    retries: 0,
    fetch: (_url: unknown, init?: { signal?: AbortSignal | null }) => {
      if (init?.signal) signals.push(init.signal);
      return signals.length > 1 ? Promise.reject(new TypeError('away')) : new Promise(() => {});
    },
  });
  const asked = options.claimQueryOptions(record, { by: { slug: 'a' } });
  const given = queries.fetchQuery(asked).catch(() => 'given up');
  await new Promise((resolve) => setTimeout(resolve));
  await queries.cancelQueries({ queryKey: asked.queryKey });

  expect(await given).toBe('given up');
  expect(signals[0]?.aborted).toBe(true);
  await expect(queries.fetchQuery(asked)).rejects.toBeInstanceOf(NetworkError);
  expect(signals).toHaveLength(2);
});

test('there is one for every question', () => {
  expect(Object.keys(options)).toEqual(
    expect.arrayContaining([
      'nodeQueryOptions',
      'searchInfiniteQueryOptions',
      'recordEventsQueryOptions',
      'actorClaimsInfiniteQueryOptions',
      'viewerQueryOptions',
    ]),
  );
  expect(
    Object.keys(options).filter((name) => /record(Claim|Stance)|claimAdded/.test(name)),
  ).toEqual([]);
});
