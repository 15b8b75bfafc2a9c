import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  type Client,
  type CursorStore,
  createClient,
  type FeedState,
} from '../../sdk/src/index.ts';
import { patience } from '../kit/patience.ts';
import { type RunningServer, runServer } from './sdk-server.ts';

vi.setConfig({ testTimeout: 120_000 });

let server: RunningServer;
let record: Client;
beforeAll(async () => {
  server = await runServer();
  record = createClient({ url: server.url, token: server.token });
}, 120_000);
afterAll(() => server?.[Symbol.asyncDispose]());

const actors = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      type: 'actor',
      id: `${name}-${index}`,
      name: `${name} ${index}`,
      kind: 'GROUP',
    }),
  );

const claimNamed = (slug: string) => ({
  slug,
  text: `The claim ${slug}.`,
  kind: 'FACT' as const,
  language: 'en',
  topics: ['feeds'],
  stances: [
    {
      actor: { slug: 'kremlin' },
      kind: 'ASSERTS' as const,
      certainty: 'PLAIN' as const,
      note: 'By telephone.',
    },
  ],
});

test('stopped and resumed at each of the events, a feed tells each once and in order', async () => {
  const events = 60;
  const { feedCursor } = await record.summary();
  await record.importRecord({ lines: actors('group', events) });
  let saved = feedCursor;
  const persist: CursorStore = {
    load: () => saved,
    save: (cursor) => {
      saved = cursor;
    },
  };

  const told: string[] = [];
  for (let event = 0; event < events; event += 1) {
    const controller = new AbortController();
    for await (const { subject } of record.recordEvents({ persist, signal: controller.signal })) {
      if (subject?.__typename === 'Actor') told.push(subject.slug);
      controller.abort();
    }
  }

  expect(told).toEqual(Array.from({ length: events }, (_, n) => `group-${n}`));
});

test('what changes between a list and its feed is told', async () => {
  const { feedCursor } = await record.claims({ filter: { topic: 'feeds' } });
  await record.recordClaim(claimNamed('in-between'));

  for await (const { claim } of record.claimAdded({ after: feedCursor })) {
    expect(claim?.slug).toBe('in-between');
    break;
  }
});

test('a list is live through a restart of the server, and its light says what it does', async () => {
  const states: FeedState['kind'][] = [];
  const onState = ({ kind }: FeedState) => void states.push(kind);
  const filter = { topic: 'feeds' };
  const shown: string[][] = [];
  const stop = new AbortController();
  const watching = (async () => {
    for await (const { nodes } of record.claims.live({ filter, onState, signal: stop.signal })) {
      shown.push(nodes.map(({ slug }) => slug));
    }
  })();
  await vi.waitUntil(() => states.at(-1) === 'live', patience);

  await server.kill();
  await vi.waitUntil(() => states.at(-1) === 'waiting', patience);
  await server.restart();
  await record.recordClaim(claimNamed('afterwards'), { retries: 9 });
  await vi.waitUntil(() => shown.at(-1)?.includes('afterwards'), patience);
  await vi.waitUntil(() => states.at(-1) === 'live', patience);
  stop.abort();
  await watching;

  expect(states.slice(0, 4)).toEqual(['connecting', 'catchingUp', 'live', 'waiting']);
  expect(states.at(-1)).toBe('ended');
});

test('a token that is revoked ends its feed, and says so', async () => {
  const { secret, token } = await record.createToken({ name: 'short', role: 'EDITOR' });
  const states: FeedState['kind'][] = [];
  let revoked: Promise<unknown> | undefined;
  const feed = createClient({ url: server.url, token: secret }).recordEvents({
    onState: ({ kind }) => {
      states.push(kind);
      if (kind === 'live') revoked = record.revokeToken({ token: { id: token.id } });
    },
  });
  const listening = async () => {
    for await (const _ of feed);
  };

  await expect(listening()).rejects.toMatchObject({ name: 'FeedError', code: 'UNAUTHENTICATED' });
  await revoked;
  expect(states.at(-1)).toBe('ended');
});
