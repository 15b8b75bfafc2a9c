import { createClient } from '@libsql/client';
import { eq, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import FileDatabase from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimShape } from '../../../db/queries/claim.ts';
import { among, query, select } from '../../../db/read/query.ts';
import { clientReader, openFileReader, type Reader, statement } from '../../../db/read/read.ts';
import { claims } from '../../../db/tables/claim.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { recordPress } from './press.ts';

let record: TestRecord;
let file: ReturnType<typeof openFileReader>;
beforeAll(async () => {
  record = await openRecord();
  await recordPress(record.db);
  file = openFileReader(record.path);
});
afterAll(async () => {
  file.close();
  await record[Symbol.asyncDispose]();
});

const builder = new QueryBuilder();
const bySlug = statement(
  builder
    .select({
      key: claims.key,
      text: claims.text,
      topics: claims.topics,
      listed: claims.listed,
      happenedFrom: claims.happenedFrom,
      length: sql<number>`length(${claims.text})`,
    })
    .from(claims)
    .where(eq(claims.slug, sql.placeholder('slug'))),
);

/** The row as an object of its own. */
function copied(row: object | undefined): object {
  const names = ['key', 'text', 'topics', 'listed', 'happenedFrom', 'length'];
  return Object.fromEntries(names.map((name) => [name, Reflect.get(row ?? {}, name)]));
}

describe('a statement', () => {
  test('answers with rows whose flags and JSON are values', async () => {
    const [row] = await file.read(bySlug, { slug: 'toll-fair' });
    expect(copied(row)).toEqual({
      key: 2,
      text: 'A toll on the old bridge is fair.',
      topics: ['taxes'],
      listed: true,
      happenedFrom: null,
      length: 33,
    });
    expect(await file.read(bySlug, { slug: 'nothing' })).toEqual([]);
  });

  test('has a text that no value is in', () => {
    expect(bySlug.text).not.toContain('toll');
    expect(bySlug.parameters).toEqual([{ name: 'slug' }]);
  });

  test('wants all its arguments', () => {
    expect(() => file.read(bySlug, {})).toThrow('The argument slug is missing.');
  });

  test('keeps text letter for letter', async () => {
    const said = statement(
      builder.select({ text: sql<string>`${sql.placeholder('text')}` }).from(sql`(select 1)`),
    );
    for (const text of [
      '“quoted”',
      '\u2028 \\ " \n \t 🌉 \u0001',
      '[1,2]',
      '{"a":1}',
      'null',
      '',
    ]) {
      const [row] = await file.read(said, { text });
      expect(row?.text).toBe(text);
    }
  });

  test('answers in the order of its select', async () => {
    const backwards = statement(
      builder
        .select({ key: sql<number>`value` })
        .from(sql`json_each(${sql.placeholder('keys')})`)
        .orderBy(sql`value desc`),
    );
    const keys = Array.from({ length: 500 }, (_, index) => (index * 7) % 500);
    const rows = await file.read(backwards, { keys: JSON.stringify(keys) });
    expect(rows.map(({ key }) => key)).toEqual(keys.sort((a, b) => b - a));
  });

  test('answers the same through a client, which any server has', async () => {
    const client = createClient({ url: `file:${record.path}` });
    const reader: Reader = clientReader(client);
    const answer = reader.read(bySlug, { slug: 'toll-planned' });
    expect(answer).toBeInstanceOf(Promise);
    const [far] = await answer;
    const [near] = await file.read(bySlug, { slug: 'toll-planned' });
    expect(copied(far)).toEqual(copied(near));
    client.close();
  });
});

describe('a query', () => {
  const byKey = query('test', claimShape, (chosen) =>
    select(chosen).from(among).leftJoin(claims, eq(claims.key, among.parent)),
  );

  test('reads the columns that are chosen, and no others', async () => {
    const [row] = await file.read(byKey.choose(file, ['key', 'slug']), { keys: '[2]' });
    expect(row?.slug).toBe('toll-fair');
    expect(() => row?.text).toThrow('The column text was not selected.');
    expect(() => byKey.choose(file, ['password'])).toThrow('There is no column password.');
  });

  test('has one statement for each choice', () => {
    expect(byKey.choose(file, ['key', 'text'])).toBe(byKey.choose(file, ['key', 'text']));
    expect(byKey.choose(file, ['key', 'text'])).not.toBe(byKey.choose(file, ['key']));
  });
});

describe('a reader', () => {
  test('keeps the 500 shapes that were used last', async () => {
    const reader = openFileReader(record.path);
    let built = 0;
    const shape = (name: string) =>
      reader.shape(name, () => {
        built += 1;
        return bySlug;
      });
    for (let index = 0; index < 500; index += 1) shape(`shape ${index}`);
    shape('shape 0');
    expect(built).toBe(500);
    shape('one more');
    shape('shape 0');
    expect(built).toBe(501);
    shape('shape 1');
    expect(built).toBe(502);
    reader.close();
  });

  test('cannot write', () => {
    const insert = statement(builder.select({ name: sql<string>`1` }).from(sql`(select 1)`));
    const writing = { ...insert, text: "insert into meta values ('a', 'b') returning '[[1]]'" };
    expect(() => file.read(writing)).toThrow(/readonly/i);
  });

  test('refuses a file that is not in WAL mode', async () => {
    await using other = await openRecord();
    const path = `${other.path}-plain`;
    const plain = new FileDatabase(path);
    plain.exec('create table t (a)');
    plain.close();
    expect(() => openFileReader(path)).toThrow('journal_mode = wal');
  });
});
