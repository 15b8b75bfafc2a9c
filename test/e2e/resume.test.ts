import { once } from 'node:events';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { importLines } from '../../db/interchange/import.ts';
import { createClient, type Fetch } from '../../sdk/src/index.ts';
import { feedCursor, type OpenServer, openServer } from '../integration/server/open-server.ts';
import { describeWith, programOf } from '../kit/component.ts';
import { owner } from '../kit/owner.ts';
import { startChild } from '../kit/program.ts';

vi.setConfig({ testTimeout: 300_000 });

const events = 500;
const query =
  'subscription($after: String) { recordEvents(after: $after) { cursor subject { ... on Actor { slug } } } }';

interface Feed {
  readonly recordEvents: { readonly cursor: string; readonly subject: { readonly slug: string } };
}

/** The first event after a cursor, over a connection of its own. */
type First = (server: OpenServer, after: string) => Promise<Feed | null | undefined>;

const overFetch: First = async ({ serving }, after) => {
  const leaving = new AbortController();
  const response = await fetch(serving.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query, variables: { after } }),
    signal: leaving.signal,
  });
  let text = '';
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += piece;
    if (firstIn(text)) break;
  }
  leaving.abort();
  return firstIn(text);
};

const overGraphqlSse: First = async ({ serving }, after) => {
  const client = createSseClient({ url: serving.url, retryAttempts: 0 });
  const feed = client.iterate<Feed>({ query, variables: { after } });
  const { value } = await feed.next();
  await feed.return?.();
  client.dispose();
  return value?.data;
};

const overGraphqlWs: First = async ({ serving }, after) => {
  const url = serving.url.replace('http', 'ws');
  const client = createSocketClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  const feed = client.iterate<Feed>({ query, variables: { after } });
  const { value } = await feed.next();
  await feed.return?.();
  await client.dispose();
  return value?.data;
};

/** Resumes as the format of server-sent events has it. */
const overCurl: First = async ({ serving }, after) => {
  const headers = [
    'content-type: application/json',
    'accept: text/event-stream',
    `last-event-id: ${after}`,
  ];
  const curl = startChild([
    programOf('curl'),
    '-sN',
    ...headers.flatMap((header) => ['-H', header]),
    ...['-d', JSON.stringify({ query })],
    serving.url,
  ]);
  const ended = once(curl, 'exit');
  let text = '';
  for await (const piece of curl.stdout.setEncoding('utf8')) {
    text += piece;
    if (firstIn(text)) break;
  }
  curl.kill();
  await ended;
  return firstIn(text);
};

/** The first whole event of a stream. */
function firstIn(stream: string): Feed | undefined {
  const [, id, data] = /^event: next\nid: (.+)\ndata: (.+)\n\n/m.exec(stream) ?? [];
  if (id === undefined || data === undefined) return undefined;
  const feed: Feed = JSON.parse(data).data;
  expect(id).toBe(feed.recordEvents.cursor);
  return feed;
}

test.each([
  ['fetch', overFetch],
  ['graphql-sse', overGraphqlSse],
  ['graphql-ws', overGraphqlWs],
])(
  'who stops after each of 500 events, and resumes, has each of them once: %s',
  async (_, first) => {
    await expectEachOnce(first);
  },
);

describeWith(['curl'], 'curl', () => {
  test('who stops after each of 500 events, and resumes by Last-Event-ID, has each of them once: curl -N', async () => {
    await expectEachOnce(overCurl);
  });
});

/** Half of the events are there from the start, and the others come meanwhile. */
async function expectEachOnce(first: First): Promise<void> {
  await using server = await openServer();
  let after = await feedCursor(server);
  const slugs = Array.from({ length: events }, (_, index) => `actor-${index}`);
  await importActors(server, slugs.slice(0, events / 2));
  const coming = importActors(server, slugs.slice(events / 2));

  const heard: (string | undefined)[] = [];
  while (heard.length < events) {
    const told = (await first(server, after))?.recordEvents;
    heard.push(told?.subject.slug);
    after = told?.cursor ?? '';
  }

  expect(heard).toEqual(slugs);
  expect(after).toBe(await feedCursor(server));
  await coming;
}

async function importActors({ db }: OpenServer, slugs: readonly string[]): Promise<void> {
  const lines = slugs.map((id) => JSON.stringify({ type: 'actor', id, name: id, kind: 'PERSON' }));
  await importLines(db, lines, { author: owner });
}

test('a change between a list and a subscription from its feedCursor is told', async () => {
  await using server = await openServer();
  const { data } = await (await server.ask('{ actors { nodes { slug } feedCursor } }')).json();

  await importActors(server, ['ada']);
  const told = await overFetch(server, data.actors.feedCursor);

  expect(data.actors.nodes).toEqual([]);
  expect(told?.recordEvents.subject.slug).toBe('ada');
});

test('a change between the page and the subscription of a live list shows in it', async () => {
  await using server = await openServer();
  let isFirst = true;
  const fetchLate: Fetch = async (url, request) => {
    const { accept } = Object(request?.headers);
    if (isFirst && accept === 'text/event-stream') {
      isFirst = false;
      await importActors(server, ['ada']);
    }
    return fetch(url, request);
  };
  const record = createClient({ url: server.serving.url, fetch: fetchLate });

  const shown: string[][] = [];
  for await (const { nodes } of record.actors.live({})) {
    shown.push(nodes.map(({ slug }) => slug));
    if (shown.length === 2) break;
  }

  expect(shown).toEqual([[], ['ada']]);
});
