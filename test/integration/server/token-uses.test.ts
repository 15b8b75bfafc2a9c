import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { createTokenUses } from '../../../server/token-uses.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';

async function token(record: TestRecord, name: string): Promise<number> {
  const { hash } = newToken();
  return (await write(record.db, createToken, { name, role: 'EDITOR', hash })).key;
}

/** The database, and a promise of each write that it is asked for. */
function counted(db: Database) {
  const writes: Promise<unknown>[] = [];
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const counting: Pick<Database, 'write' | 'isReadOnly'> = {
    isReadOnly: false,
    write: (request, command) => {
      const written = db.write(request, command);
      writes.push(written);
      begin();
      return written;
    },
  };
  return { counting, writes, begun };
}

test('the first use is written at once, all others of the minute together', async () => {
  await using record = await openRecord();
  const [a, b] = [await token(record, 'a'), await token(record, 'b')];
  let now = 1_800_000_000_000;
  const { counting, writes, begun } = counted(record.db);
  const uses = createTokenUses(counting, {
    now: () => now,
    onError: (error) => {
      throw error;
    },
  });
  const used = () => rawRows(record.path, 'select last_used_at as at from tokens order by key');

  uses.note(a);
  await begun;
  await Promise.all(writes);
  expect(used()).toEqual([{ at: 1_800_000_000_000 }, { at: null }]);

  for (let request = 0; request < 1000; request += 1) {
    now += 7;
    uses.note(request % 2 === 0 ? a : b);
  }
  expect(writes).toHaveLength(1);

  await uses.close();
  expect(writes).toHaveLength(2);
  expect(used()).toEqual([{ at: now - 7 }, { at: now }]);
  // No event tells of it: the feed is not for this.
  expect(rawRows(record.path, 'select count(*) as n from events')).toEqual([{ n: 2 }]);
});

test('what could not be written is told of, and written with what follows', async () => {
  await using record = await openRecord();
  const a = await token(record, 'a');
  const errors: unknown[] = [];
  let isFull = true;
  const db: Pick<Database, 'write' | 'isReadOnly'> = {
    isReadOnly: false,
    write: (request, command) =>
      isFull ? Promise.reject(new Error('full')) : record.db.write(request, command),
  };
  const uses = createTokenUses(db, { now: () => 5, onError: (error) => errors.push(error) });
  uses.note(a);

  await uses.close();
  isFull = false;
  await uses.close();

  expect(errors).toHaveLength(1);
  expect(rawRows(record.path, 'select last_used_at as at from tokens')).toEqual([{ at: 5 }]);
});
