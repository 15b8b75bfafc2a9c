import { once } from 'node:events';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';
import { importLines } from '../../db/interchange/import.ts';
import { createClient } from '../../sdk/src/index.ts';
import { feedCursor, type OpenServer, openServer } from '../integration/server/open-server.ts';
import { programOf } from '../kit/component.ts';
import { owner } from '../kit/owner.ts';
import { startChild } from '../kit/program.ts';
import type { Run } from './run.ts';

export interface ResumeOptions {
  readonly way: Way;
  /** After how many events the subscriber stops, and resumes. */
  readonly events: number;
  readonly tell: (progress: string) => void;
}

interface ResumeFigures {
  readonly events: number;
  readonly ms: number;
}

const query =
  'subscription($after: String) { recordEvents(after: $after) { cursor subject { ... on Actor { slug } } } }';

interface Feed {
  readonly recordEvents: { readonly cursor: string; readonly subject: { readonly slug: string } };
}

/** The first event after a cursor, over a connection of its own. */
type First = (url: string, after: string) => Promise<Feed | null | undefined>;

export const overFetch: First = async (url, after) => {
  const leaving = new AbortController();
  const response = await fetch(url, {
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

const overGraphqlSse: First = async (url, after) => {
  const client = createSseClient({ url, retryAttempts: 0 });
  const feed = client.iterate<Feed>({ query, variables: { after } });
  const { value } = await feed.next();
  await feed.return?.();
  client.dispose();
  return value?.data;
};

const overGraphqlWs: First = async (url, after) => {
  const socketUrl = url.replace('http', 'ws');
  const client = createSocketClient({ url: socketUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
  const feed = client.iterate<Feed>({ query, variables: { after } });
  const { value } = await feed.next();
  await feed.return?.();
  await client.dispose();
  return value?.data;
};

const overSdk: First = async (url, after) => {
  for await (const { cursor, subject } of createClient({ url }).recordEvents({ after })) {
    const slug = subject?.__typename === 'Actor' ? subject.slug : '';
    return { recordEvents: { cursor, subject: { slug } } };
  }
  return undefined;
};

/** Resumes as the format of server-sent events has it. */
const overCurl: First = async (url, after) => {
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
    url,
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

/** The ways to subscribe, by what they are written with. */
export const ways = ['fetch', 'graphql-sse', 'graphql-ws', 'the SDK', 'curl -N'] as const;
export type Way = (typeof ways)[number];

const firsts: Readonly<Record<Way, First>> = {
  fetch: overFetch,
  'graphql-sse': overGraphqlSse,
  'graphql-ws': overGraphqlWs,
  'the SDK': overSdk,
  'curl -N': overCurl,
};

/** The first whole event of a stream. @throws where its id is another than its cursor */
function firstIn(stream: string): Feed | undefined {
  const [, id, data] = /^event: next\nid: (.+)\ndata: (.+)\n\n/m.exec(stream) ?? [];
  if (id === undefined || data === undefined) return undefined;
  const feed: Feed = JSON.parse(data).data;
  const { cursor } = feed.recordEvents;
  if (id !== cursor) throw new Error(`The event ${cursor} has the id ${id}.`);
  return feed;
}

/** A subscriber stops after each event, and resumes. Half of the events are there from the start, the others come meanwhile. */
export async function resume({ way, events, tell }: ResumeOptions): Promise<Run<ResumeFigures>> {
  await using server = await openServer();
  const { url } = server.serving;
  let after = await feedCursor(server);
  const slugs = Array.from({ length: events }, (_, index) => `actor-${index}`);
  const since = performance.now();
  await importActors(server, slugs.slice(0, events / 2));
  const coming = importActors(server, slugs.slice(events / 2));

  const heard: (string | undefined)[] = [];
  while (heard.length < events) {
    const told = (await firsts[way](url, after))?.recordEvents;
    heard.push(told?.subject.slug);
    after = told?.cursor ?? '';
    tell(`${heard.length} of ${events} events`);
  }
  await coming;
  const ms = performance.now() - since;

  const wrong = heard.findIndex((slug, index) => slug !== slugs[index]);
  const end = await feedCursor(server);
  const faults = [
    ...(wrong < 0 ? [] : [`In place of ${slugs[wrong]} the subscriber was told ${heard[wrong]}.`]),
    ...(after === end ? [] : [`It stopped at ${after}, and the feed is at ${end}.`]),
  ];
  return { figures: { events, ms }, faults };
}

/** Records an actor for each slug, as the owner. */
export async function importActors({ db }: OpenServer, slugs: readonly string[]): Promise<void> {
  const lines = slugs.map((id) => JSON.stringify({ type: 'actor', id, name: id, kind: 'PERSON' }));
  await importLines(db, lines, { author: owner });
}
