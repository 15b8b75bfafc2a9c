import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { select } from '../../../db/read/query.ts';
import { statement } from '../../../db/read/read.ts';
import { ReadCancelled, ReadersBusy, StorageClosed } from '../../../db/read/storage-error.ts';
import { longStatement } from '../../kit/long-read.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';

const actorsCounted = statement(
  select({ count: sql<number>`count(*)` }).from(
    sql`actors where kind = ${sql.placeholder('kind')}`,
  ),
);

const never = () => false;

/** How many people are on record, read by an operation of its own. */
const count = async (db: Database, isCancelled?: () => boolean): Promise<number | undefined> => {
  const [row] = await db.aside(isCancelled).read(actorsCounted, { kind: 'PERSON' });
  return row?.count;
};

test('what is read aside holds what was just written', async () => {
  await using record = await openRecord();
  const counts: (number | undefined)[] = [];
  for (const name of ['Ann', 'Ben', 'Cem']) {
    await write(record.db, recordActor, { name, kind: 'PERSON' });

    counts.push(await count(record.db));
  }
  expect(counts).toEqual([1, 2, 3]);
});

test('a statement that fails aside fails with its code, and the next one is read', async () => {
  await using record = await openRecord();
  const { text } = actorsCounted;
  const broken = { ...actorsCounted, text: text.replace('actors', 'nothing_of_that_name') };

  const failed = record.db.aside().read(broken, { kind: 'PERSON' });

  await expect(failed).rejects.toMatchObject({ code: expect.stringContaining('SQLITE_ERROR') });
  expect(await count(record.db)).toBe(0);
});

test('an operation is told how long its statements kept a processor', async () => {
  await using record = await openRecord();
  const [idle, busy] = [record.db.aside(), record.db.aside()];
  expect(busy.spentMs).toBe(0);

  await idle.read(actorsCounted, { kind: 'PERSON' });
  await busy.read(longStatement);

  expect(busy.spentMs).toBeGreaterThan(idle.spentMs);
});

test('operations take turns, a statement each', async () => {
  await using record = await openRecord();
  const { db } = record;
  const read: string[] = [];
  const reads = (name: string, statements: number): Promise<unknown>[] => {
    const reader = db.aside(never);
    return Array.from({ length: statements }, async () => {
      await reader.read(actorsCounted, { kind: 'PERSON' });
      read.push(name);
    });
  };

  await Promise.all([...reads('long', 4), ...reads('short', 1), ...reads('other', 2)]);

  expect(read).toEqual(['long', 'short', 'other', 'long', 'other', 'long', 'long']);
});

test('where too many operations wait, one more is refused', async () => {
  await using record = await openRecord({ mostReadsWaiting: 2 });
  const { db } = record;

  // The first is read at once, and waits no more.
  const asked = await Promise.allSettled([1, 2, 3, 4, 5].map(() => count(db, never)));

  const refused = asked.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(refused).toEqual([expect.any(ReadersBusy), expect.any(ReadersBusy)]);
  expect(await count(db, never)).toBe(0);
});

test('what this process reads for itself is let in, however many wait', async () => {
  await using record = await openRecord({ mostReadsWaiting: 1 });
  const { db } = record;
  const others = Promise.allSettled([1, 2, 3].map(() => count(db, never)));

  expect(await count(db)).toBe(0);

  await others;
});

test('those who have left make room, and nothing is read for them', async () => {
  await using record = await openRecord({ mostReadsWaiting: 2 });
  const { db } = record;
  let hasLeft = false;
  const first = count(db, never);
  const leaving = Promise.allSettled([1, 2].map(() => count(db, () => hasLeft)));

  hasLeft = true;
  const late = count(db, never);

  expect(await Promise.all([first, late])).toEqual([0, 0]);
  expect(await leaving).toEqual([
    { status: 'rejected', reason: expect.any(ReadCancelled) },
    { status: 'rejected', reason: expect.any(ReadCancelled) },
  ]);
});

test('who has left already is not let in', async () => {
  await using record = await openRecord();

  await expect(count(record.db, () => true)).rejects.toBeInstanceOf(ReadCancelled);
});

test('a record that is closed answers what it reads, and refuses what waits', async () => {
  const record = await openRecord();
  const first = count(record.db);
  const second = count(record.db).catch((error: unknown) => error);

  await record[Symbol.asyncDispose]();

  expect(await first).toBe(0);
  expect(await second).toBeInstanceOf(StorageClosed);
  await expect(count(record.db)).rejects.toBeInstanceOf(StorageClosed);
});
