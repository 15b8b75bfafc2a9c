import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CursorStore } from '../../../sdk/src/feed-options.ts';
import { type FixtureServer, startFixture, stream } from './fixture-server.ts';
import { checkpoint, cursorsAsked, event, followed, numbered, take } from './numbered-feed.ts';

let server: FixtureServer;
beforeEach(async () => {
  server = await startFixture();
});
afterEach(() => server[Symbol.asyncDispose]());

/** A store that remembers what was saved, in order. */
function storeOf(first?: string): CursorStore & { readonly saved: string[] } {
  const saved: string[] = [];
  return { saved, load: async () => saved.at(-1) ?? first, save: async (c) => void saved.push(c) };
}

test('a cursor is saved when the body of the loop is done with its event, and not before', async () => {
  server.handle(numbered(3));
  const persist = storeOf('c0');

  const atBody: string[][] = [];
  for await (const _ of followed(server, { persist })) {
    atBody.push([...persist.saved]);
    if (atBody.length === 3) break;
  }

  expect(atBody).toEqual([[], ['c1'], ['c1', 'c2']]);
  expect(persist.saved).toEqual(['c1', 'c2']);
});

test('an event whose body failed comes again', async () => {
  server.handle(numbered(3));
  const persist = storeOf('c0');
  const failing = async () => {
    for await (const { cursor } of followed(server, { persist })) {
      if (cursor === 'c2') throw new Error('no room');
    }
  };
  await expect(failing()).rejects.toThrow('no room');

  expect(await take(followed(server, { persist }), 2)).toEqual(['c2', 'c3']);
  expect(cursorsAsked(server)).toEqual(['c0', 'c1']);
});

test('stopped and resumed at each of 50 events, a feed tells each once', async () => {
  server.handle(numbered(50));
  const persist = storeOf('c0');

  const heard: string[] = [];
  for (let stop = 1; stop <= 50; stop += 1) {
    const controller = new AbortController();
    for await (const { cursor } of followed(server, { persist, signal: controller.signal })) {
      heard.push(cursor);
      controller.abort();
    }
  }

  expect(heard).toEqual(Array.from({ length: 50 }, (_, index) => `c${index + 1}`));
});

test('the last cursor is saved when the signal falls while the body is at work', async () => {
  server.handle(numbered(2));
  const persist = storeOf('c0');
  const controller = new AbortController();

  for await (const { cursor } of followed(server, { persist, signal: controller.signal })) {
    if (cursor === 'c2') controller.abort();
  }

  expect(persist.saved).toEqual(['c1', 'c2']);
});

test('a checkpoint is saved where it leads further, and where nothing was saved before', async () => {
  server.handle((_, response) => {
    const send = stream(response);
    send(checkpoint('c4'));
    send(event('c5'));
    send(checkpoint('c5'));
    send(event('c6'));
  });
  const persist = storeOf();

  expect(await take(followed(server, { persist }), 2)).toEqual(['c5', 'c6']);
  expect(persist.saved).toEqual(['c4', 'c5']);
  expect(cursorsAsked(server)).toEqual([undefined]);
});

test('after wins over what was saved', async () => {
  server.handle(numbered(9));

  expect(await take(followed(server, { after: 'c7', persist: storeOf('c1') }), 2)).toEqual([
    'c8',
    'c9',
  ]);
});

test('functions that wait for nothing will do, as those of localStorage', async () => {
  server.handle(numbered(2));
  const kept = new Map([['cursor', 'c0']]);
  const persist: CursorStore = {
    load: () => kept.get('cursor'),
    save: (cursor) => kept.set('cursor', cursor),
  };

  await take(followed(server, { persist }), 2);

  expect(kept.get('cursor')).toBe('c1');
});

test('a cursor that cannot be saved or loaded ends the loop with the reason', async () => {
  server.handle(numbered(2));
  const full = new Error('the disk is full');
  const save = () => Promise.reject(full);
  const load = () => Promise.reject(full);

  const heard = take(followed(server, { persist: { load: () => 'c0', save } }), 2);

  await expect(heard).rejects.toBe(full);
  await expect(take(followed(server, { persist: { load, save } }), 2)).rejects.toBe(full);
  expect(server.received).toHaveLength(1);
});
