import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { decodeFeedCursor, encodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { pace } from '../../../server/feed/log-tail.ts';
import { type OpenStream, openWatchedFeed, type WatchedFeed } from './watched-feed.ts';

const query = 'subscription($after: String) { recordEvents(after: $after) { cursor } }';

afterEach(() => {
  vi.useRealTimers();
});

test('a reader that comes while the log grows misses nothing and gets nothing twice', async () => {
  await using watched = await openWatchedFeed();
  const after = cursorAt(watched, 0);

  const writing = Promise.all(Array.from({ length: 40 }, () => watched.append(3)));
  const readings = Array.from({ length: 10 }, async (_, index) => {
    for (let turn = 0; turn < index * 3; turn += 1) await nextTurn();
    return numbers(watched, await watched.open(query, { after }), 120);
  });
  await writing;

  const all = Array.from({ length: 120 }, (_, index) => index + 1);
  for (const reading of readings) expect(await reading).toEqual(all);
});

test('a backlog is read in batches, and shared by those who read it at once', async () => {
  await using watched = await openWatchedFeed();
  await watched.append(250);
  const after = cursorAt(watched, 0);
  const before = watched.readings();

  const one = await watched.open(query, { after });
  await one.next(250);
  const alone = watched.readings() - before;
  const many = await Promise.all(Array.from({ length: 30 }, () => watched.open(query, { after })));
  await Promise.all(many.map((each) => each.next(250)));
  const together = watched.readings() - before - alone;

  // Each subscription asks for both ends of the log.
  const pages = Math.ceil(250 / pace.batch);
  expect(alone).toBeLessThanOrEqual(2 + pages + 1);
  expect(together).toBeLessThanOrEqual(30 * 2 + pages + 2);
});

test('one reading of the log serves all who have caught up', async () => {
  await using watched = await openWatchedFeed();
  const streams = await Promise.all(Array.from({ length: 50 }, () => watched.open(query)));
  const before = watched.readings();

  await watched.append(10);
  for (const stream of streams) expect(await numbers(watched, stream, 10)).toHaveLength(10);

  expect(watched.readings() - before).toBeLessThanOrEqual(3);
});

test('a database of others is asked while somebody listens, and no longer', async () => {
  standStill();
  await using watched = await openWatchedFeed({ isRemote: true });
  const stream = await watched.open(query);
  await watched.append(3);

  expect(await whileTimePasses(numbers(watched, stream, 3))).toEqual([1, 2, 3]);
  await stream.leave();
  const readings = watched.readings();
  await vi.advanceTimersByTimeAsync(2 * pace.idleMs);

  expect(watched.readings()).toBe(readings);
});

test('a database that cannot be asked for a while is asked on', async () => {
  let isDown = false;
  let failures = 0;
  await using watched = await openWatchedFeed({
    isRemote: true,
    onRead() {
      if (!isDown) return;
      failures += 1;
      throw new Error('The server is away.');
    },
  });
  const stream = await watched.open(query);
  isDown = true;
  await watched.append(1);
  while (failures < 2) await nextTurn();
  isDown = false;

  expect(await numbers(watched, stream, 1)).toEqual([1]);
});

test('a process looks at once when it is told to', async () => {
  standStill();
  await using watched = await openWatchedFeed({ isRemote: true });
  const stream = await watched.open(query);
  await watched.append(1);

  watched.feed.look();

  expect(await numbers(watched, stream, 1)).toEqual([1]);
});

/** The timers of the feed run only when they are told to. */
function standStill(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
}

async function whileTimePasses<T>(awaited: Promise<T>): Promise<T> {
  let isSettled = false;
  const settle = (): void => {
    isSettled = true;
  };
  awaited.then(settle, settle);
  while (!isSettled) {
    await vi.advanceTimersByTimeAsync(pace.idleMs);
    await nextTurn();
  }
  return awaited;
}

function cursorAt({ db }: WatchedFeed, seq: number): string {
  return encodeFeedCursor(db, seq);
}

async function numbers(
  { db }: WatchedFeed,
  stream: OpenStream,
  count: number,
): Promise<readonly number[]> {
  const answers = await stream.next(count);
  return answers.map((answer) => decodeFeedCursor(db, JSON.parse(answer).data.recordEvents.cursor));
}
