import { setImmediate as nextTurn } from 'node:timers/promises';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import Sqlite from 'libsql';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { openDriver } from '../../../db/file/connection.ts';
import { lastSeq } from '../../../db/queries/event.ts';
import { StorageClosed } from '../../../db/read/storage-error.ts';
import { InputInvalid } from '../../../db/rules/errors.ts';
import { fileConnection } from '../../../db/write/file-connection.ts';
import { Writer } from '../../../db/write/write.ts';
import { committedEvents, everything } from '../../kit/committed.ts';
import { bridgePromised, mayorDenies, recordHarbour } from '../../kit/harbour.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { owner, write } from '../../kit/owner.ts';
import { patience } from '../../kit/patience.ts';
import { rawRows } from '../../kit/raw-rows.ts';

const gazette = { slug: 'gazette', name: 'Harbour Gazette', kind: 'OUTLET' } as const;

function keyed(db: Database, idempotencyKey: string, input: Parameters<typeof recordActor>[1]) {
  const request = { author: owner, command: 'recordActor', input, idempotencyKey };
  return db.write(request, (tx) => recordActor(tx, input));
}

describe('writes', () => {
  test('are carried out one after the other, in the order of asking', async () => {
    await using record = await openRecord();
    const order: string[] = [];
    const slow = (name: string) =>
      record.db.write({ author: owner, command: name, input: null }, async (tx) => {
        order.push(`${name} begins`);
        await recordActor(tx, { ...gazette, slug: name });
        order.push(`${name} ends`);
        return null;
      });

    await Promise.all(['a', 'b', 'c'].map(slow));

    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(rawRows(record.path, 'select slug from actors order by key')).toEqual([
      { slug: 'a' },
      { slug: 'b' },
      { slug: 'c' },
    ]);
  });

  test('thirty stances at once are thirty stances on record, and thirty events in order', async () => {
    const busy: number[] = [];
    await using record = await openRecord({ onBusy: () => busy.push(1) });
    await recordHarbour(record.db);
    await write(record.db, recordClaim, bridgePromised);
    const last = committedEvents(record.path).length;

    const answers = await Promise.all(
      Array.from({ length: 30 }, () => {
        const { slug, ...stance } = mayorDenies;
        return write(record.db, recordStance, stance);
      }),
    );

    const events = committedEvents(record.path, last).filter(({ type }) => type === 'STANCE_ADDED');
    expect(answers.map(({ created }) => created)).toEqual(Array(30).fill(true));
    expect(events.map(({ subject }) => subject)).toEqual(answers.map(({ key }) => key));
    expect(events.map(({ seq }) => seq)).toEqual(answers.map(({ seq }) => seq));
    expect(rawRows(record.path, 'select count(*) as n from stances')).toEqual([{ n: 30 }]);
    expect(busy).toEqual([]);
  });

  test('leave room for everything else between them', async () => {
    await using record = await openRecord();
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 0);

    await Promise.all(
      Array.from({ length: 400 }, (_, i) =>
        write(record.db, recordActor, { ...gazette, slug: `a-${i}` }),
      ),
    );
    clearInterval(ticking);

    expect(turns).toBeGreaterThan(10);
  });

  test('leave room for everything else while a long one runs', async () => {
    await using record = await openRecord();
    let isWritten = false;

    const written = record.db
      .write({ author: owner, command: 'a long one', input: null }, async (tx) => {
        for (let i = 0; i < 200; i++) await recordActor(tx, { ...gazette, slug: `a-${i}` });
        return null;
      })
      .finally(() => {
        isWritten = true;
      });
    const seen: number[] = [];
    while (!isWritten) {
      const [last] = await record.db.reader.read(lastSeq);
      seen.push(last?.seq ?? 0);
      await nextTurn();
    }
    await written;

    expect(seen.filter((seq) => seq === 0).length).toBeGreaterThan(5);
    expect(rawRows(record.path, 'select count(*) as n from actors')).toEqual([{ n: 200 }]);
  });

  test('that are refused leave nothing behind and hold up nobody', async () => {
    await using record = await openRecord();
    const before = everything(record.path);

    const refused = record.db.write({ author: owner, command: 'two', input: null }, async (tx) => {
      await recordActor(tx, gazette);
      return recordActor(tx, { ...gazette, kind: 'PERSON' });
    });
    const next = write(record.db, recordActor, { ...gazette, slug: 'next' });

    await expect(refused).rejects.toMatchObject({ code: 'CONFLICT', keys: ['kind'] });
    expect((await next).seq).toBe(1);
    expect(rawRows(record.path, 'select slug from actors')).toEqual([{ slug: 'next' }]);
    expect(before).toMatchObject({ actors: [] });
  });

  test('that fail of a bug are rolled back, and the next one works', async () => {
    await using record = await openRecord();

    const failed = record.db.write({ author: owner, command: 'bug', input: null }, async (tx) => {
      await recordActor(tx, gazette);
      throw new TypeError('a bug');
    });

    await expect(failed).rejects.toThrow('a bug');
    expect(rawRows(record.path, 'select * from actors')).toEqual([]);
    await write(record.db, recordActor, gazette);
    expect(rawRows(record.path, 'select slug from actors')).toEqual([{ slug: 'gazette' }]);
  });

  test('that fail of a statement tell which, and none of its values', async () => {
    await using record = await openRecord();

    const failed = record.db.write({ author: owner, command: 'bug', input: null }, (tx) =>
      tx.drizzle.values(sql`select * from nothing where words = ${'these very words'}`),
    );

    const error: unknown = await failed.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: expect.stringContaining('select * from nothing') });
    expect(inspect(error, { depth: 9 })).not.toContain('these very words');
  });

  test('are told of after their commit, where they appended events', async () => {
    await using record = await openRecord();
    const told: unknown[] = [];
    const stop = record.db.onCommit((lastSeq) =>
      told.push([lastSeq, committedEvents(record.path).at(-1)?.seq]),
    );

    await write(record.db, recordActor, gazette);
    await write(record.db, recordActor, gazette);
    await write(record.db, recordActor, { ...gazette, slug: 'other' });
    stop();
    await write(record.db, recordActor, { ...gazette, slug: 'third' });

    expect(told).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  test('that wait are carried out before the database closes, and none after', async () => {
    await using record = await openRecord();

    const waiting = [1, 2, 3].map((i) =>
      write(record.db, recordActor, { ...gazette, slug: `a-${i}` }),
    );
    await record.db.close();

    expect((await Promise.all(waiting)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    await expect(write(record.db, recordActor, gazette)).rejects.toBeInstanceOf(StorageClosed);
    expect(rawRows(record.path, 'select count(*) as n from actors')).toEqual([{ n: 3 }]);
  });
});

describe('writes that wait together', () => {
  /** A writer that takes on all that waits, however slow the machine is. */
  const writerOf = ({ path }: TestRecord) =>
    new Writer({ open: () => fileConnection(openDriver(path)), groupMs: 60_000 });
  const recordTogether = (writer: Writer, slugs: readonly string[]) =>
    Promise.all(slugs.map((slug) => write(writer, recordActor, { ...gazette, slug })));

  test('share one commit, and are told of by it', async () => {
    await using record = await openRecord();
    const writer = writerOf(record);
    const told: string[] = [];
    writer.beforeCommit((touched) => told.push(`before ${touched === null ? 'nothing' : 'one'}`));
    writer.onCommit((lastSeq) => told.push(`after ${lastSeq}`));

    const answers = await recordTogether(writer, ['a', 'b', 'c']);
    await writer.close();

    expect(answers.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(told).toEqual(['before one', 'after 3']);
  });

  test('are acknowledged once all of them are on record', async () => {
    await using record = await openRecord();
    const writer = writerOf(record);
    const onRecord = () => committedEvents(record.path).length;

    const seen = await Promise.all(
      ['a', 'b', 'c'].map(async (slug) => {
        await write(writer, recordActor, { ...gazette, slug });
        return onRecord();
      }),
    );
    await writer.close();

    expect(seen).toEqual([3, 3, 3]);
  });

  test('are carried out anew where one beside them is refused behind a write, and once where before it', async () => {
    await using record = await openRecord();
    const writer = writerOf(record);
    const runs: string[] = [];
    const asked = (slug: string, refusal: 'before a write' | 'behind a write' | null) =>
      writer.write({ author: owner, command: 'recordActor', input: slug }, async (tx) => {
        runs.push(slug);
        if (refusal === 'before a write') throw new InputInvalid('No.', []);
        const recorded = await recordActor(tx, { ...gazette, slug });
        if (refusal === 'behind a write') throw new InputInvalid('No.', []);
        return recorded.seq;
      });

    const outcomes = await Promise.allSettled([
      asked('a', null),
      asked('b', 'before a write'),
      asked('c', 'behind a write'),
      asked('d', null),
    ]);
    const others = await Promise.allSettled([asked('e', 'behind a write'), asked('f', null)]);
    await writer.close();

    const seqs = [...outcomes, ...others].map((one) => ('value' in one ? one.value : one.status));
    expect(seqs).toEqual([1, 'rejected', 'rejected', 2, 'rejected', 3]);
    expect(runs.join('')).toBe('abcabcdef');
    expect(committedEvents(record.path).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('are each of their own author', async () => {
    await using record = await openRecord();
    const [alice, bob] = await twoTokens(record.db);
    const writer = writerOf(record);
    const as = (token: number | null, slug: string) =>
      writer.write({ author: { token }, command: 'recordActor', input: slug }, (tx) =>
        recordActor(tx, { ...gazette, slug }),
      );
    const before = committedEvents(record.path).length;

    await Promise.all([as(alice, 'a'), as(null, 'b'), as(bob, 'c')]);
    await writer.close();

    expect(committedEvents(record.path, before).map(({ by }) => by)).toEqual([alice, null, bob]);
  });

  test('end with an erasure, and before what is done alone', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const writer = writerOf(record);
    const before = committedEvents(record.path).length;
    const told: unknown[] = [];
    writer.onCommit((lastSeq) => told.push(lastSeq - before));
    const erasure = { article: { slug: 'bridge-story' }, reason: 'By order.' };

    await Promise.all([
      recordTogether(writer, ['a']),
      write(writer, eraseArticleText, erasure),
      recordTogether(writer, ['b', 'c']),
      writer.alone(async () => told.push('alone')),
      recordTogether(writer, ['d']),
    ]);
    await writer.close();

    expect(told).toEqual([2, 4, 'alone', 5]);
  });

  test('are not changed by what a command before them left running', async () => {
    await using record = await openRecord();
    const writer = writerOf(record);
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let left: Promise<unknown> = Promise.resolve();

    const leaving = writer.write({ author: owner, command: 'leave', input: null }, async (tx) => {
      left = begun
        .then(() => recordActor(tx, { ...gazette, slug: 'left' }))
        .catch((error: unknown) => error);
      return null;
    });
    const next = writer.write({ author: owner, command: 'next', input: null }, async (tx) => {
      begin();
      await left;
      return recordActor(tx, { ...gazette, slug: 'next' });
    });
    await Promise.all([leaving, next]);
    await writer.close();

    expect(inspect(await left)).toContain('This change is over.');
    expect(rawRows(record.path, 'select slug from actors')).toEqual([{ slug: 'next' }]);
  });
});

describe('a disk that is full', () => {
  test('is told of, nothing is written, and what needs no room still works', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const before = everything(record.path);
    const writer = new Writer({
      open: () => {
        const driver = openDriver(record.path);
        const [count] = driver
          .prepare('select page_count from pragma_page_count')
          .raw(true)
          .all([]);
        driver.exec(`pragma max_page_count = ${Number(count) + 5}`);
        return fileConnection(driver);
      },
      now: Date.now,
      onBusy: () => {},
    });
    const recordText = (text: string) => {
      const input = { title: 'Long', language: 'en', text };
      return writer.write({ author: owner, command: 'recordArticle', input }, (tx) =>
        recordArticle(tx, input),
      );
    };

    await expect(recordText('long '.repeat(100_000))).rejects.toMatchObject({
      code: 'STORAGE_FULL',
    });
    const after = everything(record.path);
    const { created } = await recordText('short');
    await writer.close();

    expect(after).toEqual(before);
    expect(created).toBe(true);
  });
});

describe('the clock of the record', () => {
  test('strictly increases, though that of the machine stands still or goes back', async () => {
    const times = [5000, 5000, 100, 9000];
    await using record = await openRecord({ now: () => times.shift() ?? 1 });

    for (const slug of ['a', 'b', 'c', 'd', 'e']) {
      await write(record.db, recordActor, { ...gazette, slug });
    }

    expect(committedEvents(record.path).map(({ at }) => at)).toEqual([
      5000, 5001, 5002, 9000, 9001,
    ]);
  });

  test('is that of the row and of its event', async () => {
    await using record = await openRecord();

    await write(record.db, recordActor, gazette);

    const [actor] = rawRows<{ at: number }>(record.path, 'select recorded_at as at from actors');
    expect(committedEvents(record.path)[0]?.at).toBe(actor?.at);
  });
});

describe('a key of idempotency', () => {
  test('has the same request carried out once, and answered the same', async () => {
    await using record = await openRecord();

    const { slug, ...unnamed } = gazette;
    const first = await keyed(record.db, 'k1', unnamed);
    const before = everything(record.path);
    const second = await keyed(record.db, 'k1', { kind: 'OUTLET', name: unnamed.name });

    expect(second).toEqual(first);
    expect(everything(record.path)).toEqual(before);
  });

  test('at the same moment as well', async () => {
    await using record = await openRecord();
    const { slug, ...unnamed } = gazette;

    const answers = await Promise.all([1, 2, 3].map(() => keyed(record.db, 'k1', unnamed)));

    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(committedEvents(record.path)).toHaveLength(1);
  });

  test('with another request is a conflict', async () => {
    await using record = await openRecord();
    await keyed(record.db, 'k1', gazette);
    const before = everything(record.path);

    await expect(keyed(record.db, 'k1', { ...gazette, name: 'Another' })).rejects.toMatchObject({
      code: 'CONFLICT',
      reference: 'k1',
      path: ['idempotencyKey'],
    });
    expect(everything(record.path)).toEqual(before);
  });

  test('belongs to the token that came with it', async () => {
    await using record = await openRecord();
    const [alice, bob] = await twoTokens(record.db);
    const input = { name: 'Harbour Gazette', kind: 'OUTLET' } as const;
    const as = (token: number) =>
      record.db.write(
        { author: { token }, command: 'recordActor', input, idempotencyKey: 'k1' },
        (tx) => recordActor(tx, input),
      );

    const hers = await as(alice);
    const his = await as(bob);

    expect(his.id).not.toBe(hers.id);
    expect(await as(alice)).toEqual(hers);
    const by = committedEvents(record.path).filter(({ type }) => type === 'ACTOR_ADDED');
    expect(by.map((event) => event.by)).toEqual([alice, bob]);
  });

  test('of a request that was refused is free', async () => {
    await using record = await openRecord();
    await expect(keyed(record.db, 'k1', { ...gazette, name: '' })).rejects.toMatchObject({
      code: 'TEXT_INVALID',
    });

    const { created } = await keyed(record.db, 'k1', gazette);

    expect(created).toBe(true);
  });

  test.each(['', 'x'.repeat(201), 'a\0b', '\ud800'])('is a short text: %j is none', async (key) => {
    await using record = await openRecord();

    await expect(keyed(record.db, key, gazette)).rejects.toMatchObject({
      code: 'TEXT_INVALID',
      path: ['idempotencyKey'],
    });
    expect(committedEvents(record.path)).toEqual([]);
  });
});

describe('a lock that somebody else holds', () => {
  test('is waited out on another connection, and no write is lost', async () => {
    let met = 0;
    await using record = await openRecord({ onBusy: () => (met += 1) });
    await write(record.db, recordActor, { ...gazette, slug: 'before' });
    const other = new Sqlite(record.path, { timeout: 0 });
    other.exec('begin immediate');

    const waiting = Array.from({ length: 5 }, (_, i) =>
      write(record.db, recordActor, { ...gazette, slug: `a-${i}` }),
    );
    await expect.poll(() => met, patience).toBeGreaterThan(1);
    other.exec('rollback');
    other.close();
    const answers = await Promise.all(waiting);
    await record.db.close();

    expect(answers.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6]);
    const slugs = rawRows(record.path, 'select slug from actors order by key');
    expect(slugs).toEqual(['before', 'a-0', 'a-1', 'a-2', 'a-3', 'a-4'].map((slug) => ({ slug })));
    expect(rawRows(record.path, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  test('does not stop the rest of the process while it is waited out', async () => {
    let turns = 0;
    const turnsWhenMet: number[] = [];
    await using record = await openRecord({ onBusy: () => turnsWhenMet.push(turns) });
    const other = new Sqlite(record.path, { timeout: 0 });
    other.exec('begin immediate');

    const waiting = write(record.db, recordActor, gazette);
    while (turnsWhenMet.length < 5) {
      await nextTurn();
      turns += 1;
    }
    other.exec('rollback');
    other.close();
    await waiting;

    const between = turnsWhenMet.slice(1).map((met, index) => met - (turnsWhenMet[index] ?? 0));
    expect(Math.min(...between)).toBeGreaterThan(0);
  });
});

async function twoTokens(db: Database): Promise<[number, number]> {
  const create = (name: string) =>
    write(db, createToken, { name, role: 'ADMIN', hash: newToken().hash });
  return [(await create('alice')).key, (await create('bob')).key];
}
