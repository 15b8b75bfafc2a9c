import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mayShowIn, type RecordChange } from '../../../sdk/src/changes.ts';
import { connect } from '../../../sdk/src/connect.ts';
import type { FeedState } from '../../../sdk/src/feed-options.ts';
import { claim } from '../../../sdk/src/generated/operations.ts';
import { live } from '../../../sdk/src/watched.ts';
import { numbers, page } from './number-list.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass, in steps: bodies and hashes are read beside the clock, and take a turn each. */
async function pass(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 100) {
    await vi.advanceTimersByTimeAsync(Math.min(left, 100));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Lets time pass until it is so. */
async function until(is: () => boolean): Promise<void> {
  for (let turns = 0; !is(); turns += 1) {
    if (turns > 4_000) throw new Error('It never was so.');
    await pass(100);
  }
}
const at = '2026-11-10T08:30:00.000Z';
const nothing = { type: 'STANCE_ADDED', claims: [], from: null, to: null };
const sse = { headers: { 'content-type': 'text/event-stream' } };

type Stream = ReadableStreamDefaultController<Uint8Array>;

/** A record that is one number, and what was asked of it. */
function serveNumber() {
  let seq = 0;
  const streams = new Set<Stream>();
  const asked = { reads: 0, heads: [] as string[], claims: 0, streams: [] as unknown[] };
  let refusal: ((signal: AbortSignal) => Response | Promise<Response>) | undefined;
  const send = (stream: Stream, event: object) =>
    stream.enqueue(
      new TextEncoder().encode(
        `event: next\ndata: ${JSON.stringify({ data: { recordEvents: event } })}\n\n`,
      ),
    );
  const json = (body: object) => new Response(JSON.stringify(body));

  function open(signal: AbortSignal): Response {
    let opened: Stream | undefined;
    const close = () => {
      if (opened) streams.delete(opened);
    };
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        opened = stream;
        streams.add(stream);
        send(stream, { cursor: `f${seq}`, at: null });
      },
      cancel: close,
    });
    signal.addEventListener('abort', close);
    return new Response(body, sse);
  }

  async function answer(url: string, { body, signal }: RequestInit): Promise<Response> {
    if (!(signal instanceof AbortSignal)) throw new TypeError('Every request has a signal.');
    const { query = '', variables } = JSON.parse(String(body ?? '{}'));
    if (url.includes('liveHead') || query.startsWith('query liveHead')) {
      asked.heads.push(url);
      return json({ data: { record: { feedCursor: `f${seq}` } } });
    }
    if (query.startsWith('subscription')) {
      asked.streams.push(variables.after);
      return refusal ? refusal(signal) : open(signal);
    }
    if (query.startsWith('query claim')) {
      asked.claims += 1;
      return json({ data: { claim: seq === 0 ? null : { id: 'claim_1', text: `${seq}` } } });
    }
    asked.reads += 1;
    return json(page([seq], null, `f${seq}`));
  }

  return {
    asked,
    streams,
    connection: connect({
      url: 'https://record.example/graphql',
      fetch: (url, request) => answer(String(url), request ?? {}),
    }),
    change(event: object = nothing) {
      seq += 1;
      for (const stream of streams) send(stream, { cursor: `f${seq}`, at, ...event });
    },
    refuse(by: typeof refusal) {
      refusal = by;
    },
    get seq() {
      return seq;
    },
  };
}

type Served = ReturnType<typeof serveNumber>;

/** Watches a list, and keeps what it has shown. */
function watch({ connection }: Served, first: number) {
  const controller = new AbortController();
  const shown: number[] = [];
  const states: FeedState['kind'][] = [];
  const onState = ({ kind }: FeedState) => void states.push(kind);
  const { signal } = controller;
  const done = (async () => {
    for await (const { nodes } of live(numbers, connection, { first, signal, onState }))
      shown.push(...nodes);
  })();
  return {
    shown,
    states,
    async end() {
      controller.abort();
      await done;
    },
  };
}

test('a hundred lists hold one stream, those that are the same are read once, and each at most once in two seconds', async () => {
  const served = serveNumber();
  const { asked, streams } = served;
  const lists = Array.from({ length: 100 }, (_, index) => watch(served, index));
  const same = Array.from({ length: 50 }, () => watch(served, 0));
  const all = [...lists, ...same];
  const show = (number: number) => all.every(({ shown }) => shown.at(-1) === number);
  await until(() => show(0) && streams.size === 1);
  expect(asked.reads).toBe(100);
  await pass(3_000);

  served.change();
  await until(() => show(1));
  expect(asked.reads).toBe(200);

  // Six seconds, five changes a second.
  for (let change = 0; change < 30; change += 1) {
    served.change();
    await pass(200);
  }
  await until(() => show(31));
  await pass(10_000);

  expect(asked.reads).toBeGreaterThanOrEqual(200 + 3 * 100);
  expect(asked.reads).toBeLessThanOrEqual(200 + 5 * 100);
  expect(asked.streams).toEqual(['f0']);
  await Promise.all(all.map(({ end }) => end()));
  await until(() => streams.size === 0);
  await pass(20_000);
  expect(asked.heads).toEqual([]);
}, 60_000);

describe('where streams are refused', () => {
  test.each<[string, (signal: AbortSignal) => Response | Promise<Response>]>([
    ['by a page of a proxy', () => new Response('<html>No.</html>', { status: 403 })],
    ['as something that is away', () => new Response('Bad gateway', { status: 502 })],
    ['by an answer that is no stream', () => new Response('{"data":{"recordEvents":null}}')],
    ['by a stream without a body', () => new Response(null, sse)],
    ['by a stream that ends at once', () => new Response('', sse)],
    ['by a stream of which nothing arrives', () => new Response(new ReadableStream(), sse)],
    ['by a line that breaks at once', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'by no answer',
      (signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        ),
    ],
  ])(
    '%s, changes are asked for now and then by GET, until there is a stream',
    async (_how, by) => {
      const served = serveNumber();
      const { asked } = served;
      served.refuse(by);
      const list = watch(served, 1);
      await until(() => list.shown.length === 1 && asked.streams.length > 0);

      served.change();
      served.change();
      await until(() => list.shown.at(-1) === 2);
      await pass(120_000);

      expect(list.shown).toEqual([0, 2]);
      expect(asked.reads).toBe(2);
      expect(asked.streams.length).toBeGreaterThan(1);
      expect(asked.heads.length).toBeGreaterThan(10);
      expect(asked.heads.length).toBeLessThan(40);
      for (const url of asked.heads) expect(url).toMatch(/\?operationName=liveHead.*sha256Hash/);

      served.refuse(undefined);
      await until(() => served.streams.size === 1 && list.states.at(-1) === 'live');
      const heads = asked.heads.length;
      served.change();
      await until(() => list.shown.at(-1) === 3);
      await pass(20_000);
      expect(asked.heads).toHaveLength(heads);
      await list.end();
    },
    60_000,
  );

  test('whoever cannot go on from a cursor begins anew', async () => {
    const served = serveNumber();
    const list = watch(served, 1);
    await until(() => served.streams.size === 1);
    const expired = { message: 'It was too long ago.', extensions: { code: 'CURSOR_EXPIRED' } };
    served.refuse(() => {
      served.refuse(undefined);
      return new Response(JSON.stringify({ errors: [expired] }), { status: 400 });
    });
    served.change({ at: null });
    for (const stream of served.streams) stream.close();
    served.streams.clear();

    await until(() => list.shown.at(-1) === 1 && served.streams.size === 1);

    expect(served.asked.streams.at(-1)).toBe('f1');
    expect(list.states).not.toContain('ended');
    await list.end();
  }, 60_000);
});

test('a claim is null while it is not on record, and is read again at what may show in it alone', async () => {
  const served = serveNumber();
  const { asked, connection } = served;
  const shown: unknown[] = [];
  const controller = new AbortController();
  const { signal } = controller;
  const done = (async () => {
    for await (const one of live(claim, connection, { by: { slug: 'it' }, signal }))
      shown.push(one);
  })();
  await until(() => served.streams.size === 1 && shown.length === 1);
  expect(asked.heads).toHaveLength(1);

  served.change({ ...nothing, type: 'CLAIM_ADDED' });
  await until(() => shown.length === 2);
  served.change({ ...nothing, claims: ['claim_2'] });
  await pass(10_000);
  expect(asked.claims).toBe(2);
  served.change({ ...nothing, claims: ['claim_1'] });
  await until(() => shown.length === 3);

  expect(shown).toEqual([null, { id: 'claim_1', text: '1' }, { id: 'claim_1', text: '3' }]);
  expect(asked.streams).toEqual(['f0']);
  controller.abort();
  await done;
}, 60_000);

describe('a change', () => {
  const shown = JSON.stringify({ id: 'claim_1', links: [{ to: { id: 'claim_2' } }] });
  const change = (told: Partial<RecordChange>): RecordChange => ({
    cursor: 'f1',
    at,
    ...nothing,
    ...told,
  });
  test.each<[string, Partial<RecordChange>, boolean]>([
    ['of it', { claims: ['claim_9', 'claim_1'] }, true],
    ['of one that it mentions', { type: 'CLAIM_CHANGED', claims: ['claim_2'] }, true],
    ['of another', { claims: ['claim_3'] }, false],
    ['of an actor', { type: 'ACTOR_CHANGED' }, true],
    ['that makes two actors one', { type: 'ACTORS_MERGED' }, true],
    ['of whom somebody speaks for', { type: 'AFFILIATION_ADDED' }, true],
    ['of an article', { type: 'ARTICLE_WITHDRAWN' }, true],
    ['that brings an actor', { type: 'ACTOR_ADDED' }, false],
    ['that brings an article', { type: 'ARTICLE_ADDED' }, false],
    [
      'by which another comes to be disputed',
      { claims: ['claim_3'], from: 'ASSERTED', to: 'DISPUTED' },
      true,
    ],
    [
      'by which another is denied no more',
      { claims: ['claim_3'], from: 'DENIED', to: 'RETRACTED' },
      true,
    ],
    [
      'by which another is disputed still',
      { claims: ['claim_3'], from: 'DENIED', to: 'DISPUTED' },
      false,
    ],
    [
      'by which another is asserted',
      { claims: ['claim_3'], from: 'UNADDRESSED', to: 'ASSERTED' },
      false,
    ],
  ])('%s may show in a claim, or not', (_which, told, may) => {
    expect(mayShowIn(shown, change(told))).toBe(may);
  });
});
