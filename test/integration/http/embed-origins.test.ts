import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  boardPageDocument,
  embedClaimDocument,
} from '../../../server/pages/generated/documents.ts';
import type { HandlerOptions } from '../../../server/yoga.ts';
import { byLane } from '../../kit/by-lane.ts';
import { openPages } from '../pages/open-pages.ts';
import { bearer, type OpenHandler } from './open-handler.ts';

const foreign = 'https://news.example';
const json = { accept: 'application/json' };

const byHash = (text: string): string =>
  `/graphql?${new URLSearchParams({
    variables: JSON.stringify({ slug: 'bridge-promised' }),
    documentId: `sha256:${createHash('sha256').update(text).digest('hex')}`,
  })}`;
const embedded = byHash(embedClaimDocument.text);
const board = byHash(boardPageDocument.text);

type Open = (embedOrigins: readonly string[]) => Promise<OpenHandler>;

const pages = { publicUrl: 'https://record.example', contactUrl: undefined, indexing: false };
const open = (
  embedOrigins: readonly string[],
  options: Partial<HandlerOptions> = {},
): Promise<OpenHandler> =>
  openPages({ production: true, pages: { ...pages, embedOrigins }, ...options });
const ways: readonly (readonly [string, Open])[] = [
  ['by Yoga', open],
  ['by the lane', async (embedOrigins) => byLane(await open(embedOrigins))],
];

const access = ({ headers }: Response) => [
  headers.get('access-control-allow-origin'),
  headers.get('cross-origin-resource-policy'),
];
const closed = [null, 'same-origin'];

describe.each(ways)('what embeds ask, %s', (_way, openWay) => {
  test('is read by every page, from a cache for all of them', async () => {
    await using server = await openWay(['*']);

    for (let times = 0; times < 3; times += 1) {
      const response = await server.get(embedded, { ...json, origin: foreign });
      expect(response.status).toBe(200);
      expect(access(response)).toEqual(['*', 'cross-origin']);
      expect(response.headers.get('vary')).not.toContain('Origin');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  test('is read by the pages of the origins that are set, and by no others', async () => {
    await using server = await openWay([foreign]);

    const theirs = await server.get(embedded, { ...json, origin: foreign });
    const others = await server.get(embedded, { ...json, origin: 'https://other.example' });

    expect(access(theirs)).toEqual([foreign, 'cross-origin']);
    expect(access(others)).toEqual([null, 'cross-origin']);
    for (const { headers } of [theirs, others]) expect(headers.get('vary')).toContain('Origin');
  });

  test('is read by none where that is set', async () => {
    await using server = await openWay([]);

    expect(access(await server.get(embedded, { ...json, origin: foreign }))).toEqual(closed);
  });

  test('does not open what else there is to ask, by whatever way', async () => {
    await using server = await openWay(['*']);
    const authorization = await bearer(server.db, { role: 'EDITOR' });
    const asked = { query: embedClaimDocument.text, variables: { slug: 'bridge-promised' } };
    const origin = { origin: foreign };
    const inOtherWords = `/graphql?query=${encodeURIComponent('{ claims { nodes { slug } } }')}`;

    const answers = [
      await server.get(board, { ...json, ...origin }),
      await server.get(inOtherWords, { ...json, ...origin }),
      await server.get(embedded, { ...json, ...origin, authorization }),
      await server.ask(asked, origin),
    ];

    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(access(answer)).toEqual(closed);
    }
  });
});

test('the JSON-LD of a claim is read from everywhere, its page from nowhere', async () => {
  await using server = await open(['*']);
  const origin = { origin: foreign };

  expect(access(await server.get('/claims/bridge-promised.jsonld', origin))).toEqual([
    '*',
    'cross-origin',
  ]);
  expect(access(await server.get('/claims/bridge-promised', origin))).toEqual(closed);
});

test('no preflight is allowed that CORS_ORIGINS does not allow', async () => {
  await using server = await open(['*']);

  const { headers } = await server.handler.fetch('http://localhost:4000/graphql', {
    method: 'OPTIONS',
    headers: { origin: foreign, 'access-control-request-method': 'POST' },
  });

  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});
