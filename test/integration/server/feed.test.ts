import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import type { EventOnRecord } from '../../../db/queries/event.ts';
import { createFeed, feedPace } from '../../../server/feed.ts';
import { openRecord } from '../../kit/open-record.ts';

test('what is on record comes first, in batches, and then what is committed', async () => {
  await using record = await openRecord();
  await append(record.db, 250);
  const feed = createFeed(record.db, fail);
  const reader = new AbortController();

  const batches = feed.after(0, reader.signal)[Symbol.asyncIterator]();
  const lengths = [await next(batches), await next(batches), await next(batches)].map(
    (batch) => batch.length,
  );
  const live = next(batches);
  await append(record.db, 1);

  expect(lengths).toEqual([feedPace.batch, feedPace.batch, 50]);
  expect((await live).map((event) => event.seq)).toEqual([251]);
  reader.abort();
  feed.close();
});

test('a reader that comes while the log grows misses nothing and gets nothing twice', async () => {
  await using record = await openRecord();
  const feed = createFeed(record.db, fail);

  const writing = Promise.all(Array.from({ length: 40 }, () => append(record.db, 3)));
  const readings = Array.from({ length: 10 }, async (_, index) => {
    for (let turn = 0; turn < index * 3; turn += 1) await nextTurn();
    const numbers: number[] = [];
    for await (const batch of feed.after(0, new AbortController().signal)) {
      numbers.push(...batch.map((event) => event.seq));
      if (numbers.length >= 120) return numbers;
    }
    return numbers;
  });
  await writing;

  const all = Array.from({ length: 120 }, (_, index) => index + 1);
  for (const reading of readings) expect(await reading).toEqual(all);
  feed.close();
});

test('a reader beyond the end of the log waits for what is beyond its place', async () => {
  await using record = await openRecord();
  await append(record.db, 2);
  const feed = createFeed(record.db, fail);
  const reader = new AbortController();

  const batches = feed.after(2, reader.signal)[Symbol.asyncIterator]();
  const live = next(batches);
  await append(record.db, 2);

  expect((await live).map((event) => event.seq)).toEqual([3, 4]);
  reader.abort();
  expect(await batches.next()).toEqual({ done: true, value: undefined });
});

test('readers at one place share one reading', async () => {
  await using record = await openRecord();
  await append(record.db, 5);
  let readings = 0;
  const db: Database = {
    ...record.db,
    reader: {
      ...record.db.reader,
      read(...asked) {
        readings += 1;
        return record.db.reader.read(...asked);
      },
    },
    onCommit: (listener) => record.db.onCommit(listener),
  };
  const feed = createFeed(db, fail);

  const readers = Array.from({ length: 50 }, () =>
    feed.after(0, new AbortController().signal)[Symbol.asyncIterator](),
  );
  await Promise.all(readers.map(next));
  const live = Promise.all(readers.map(next));
  await append(record.db, 1);
  await live;

  expect(readings).toBeLessThanOrEqual(3);
  feed.close();
});

test('an aborted reader ends at once, and so do all when the feed closes', async () => {
  await using record = await openRecord();
  const feed = createFeed(record.db, fail);
  const leaving = new AbortController();

  const left = feed.after(0, leaving.signal)[Symbol.asyncIterator]().next();
  const staying = feed.after(0, new AbortController().signal)[Symbol.asyncIterator]().next();
  leaving.abort();

  expect(await left).toEqual({ done: true, value: undefined });
  feed.close();
  expect(await staying).toEqual({ done: true, value: undefined });
  expect(
    await feed.after(0, new AbortController().signal)[Symbol.asyncIterator]().next(),
  ).toMatchObject({ done: true });
});

test('a database of others is asked while somebody listens, and no longer', async () => {
  await using record = await openRecord();
  let asked = 0;
  const db = asRemote(record.db, () => (asked += 1));
  const feed = createFeed(db, fail);
  const reader = new AbortController();

  const batches = feed.after(0, reader.signal)[Symbol.asyncIterator]();
  const live = next(batches);
  await append(record.db, 3);
  expect((await live).map((event) => event.seq)).toEqual([1, 2, 3]);

  const waiting = batches.next();
  reader.abort();
  await waiting;
  const askedUntilThen = asked;
  await new Promise((resolve) => setTimeout(resolve, 2 * feedPace.idleMs));
  expect(asked).toBe(askedUntilThen);
  expect(process.getActiveResourcesInfo()).not.toContain('Timeout');
});

test('a database that cannot be asked for a while is asked on, and the failure is told', async () => {
  await using record = await openRecord();
  const failures: unknown[] = [];
  let isDown = false;
  const db = asRemote(record.db, () => {
    if (isDown) throw new Error('The server is away.');
  });
  const feed = createFeed(db, (error) => failures.push(error));
  const reader = new AbortController();

  const live = next(feed.after(0, reader.signal)[Symbol.asyncIterator]());
  await nextTurn();
  isDown = true;
  await append(record.db, 1);
  await new Promise((resolve) => setTimeout(resolve, feedPace.idleMs));
  isDown = false;

  expect((await live).map((event) => event.seq)).toEqual([1]);
  expect(failures.length).toBeGreaterThan(0);
  reader.abort();
});

/** The same record, as a process sees it that shares a libSQL server: nobody tells it of commits. */
function asRemote(db: Database, onRead: () => void): Database {
  const local = db.reader;
  return {
    ...db,
    isLocal: false,
    onCommit: () => () => undefined,
    reader: {
      ...local,
      async read(...asked) {
        onRead();
        return local.read(...asked);
      },
    },
  };
}

async function append(db: Database, count: number): Promise<void> {
  await db.write({ author: { token: null }, command: 'test', input: null }, async (tx) => {
    for (let n = 0; n < count; n += 1) {
      tx.append({
        type: 'ACTOR_CHANGED',
        noun: 'actor',
        subject: 1,
        at: tx.tick(),
        visibility: 'PUBLIC',
        payload: {},
      });
    }
    return null;
  });
}

async function next(
  batches: AsyncIterator<readonly EventOnRecord[]>,
): Promise<readonly EventOnRecord[]> {
  const { value } = await batches.next();
  return value ?? [];
}

function fail(error: unknown): never {
  throw error;
}
