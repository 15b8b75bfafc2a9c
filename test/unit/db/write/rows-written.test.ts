import { readdirSync } from 'node:fs';
import { getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { settledTables, unreadTables } from '../../../../db/rules/settled-tables.ts';
import { RowsWritten } from '../../../../db/write/rows-written.ts';

function changedBy(...statements: readonly (readonly [sql: string, rows?: number[][]])[]) {
  const written = new RowsWritten();
  for (const [sql, rows = []] of statements) written.note(sql, rows);
  return written.changed;
}

test.each([
  ['insert into "stances" ("id") select value ->> 0 from json_each(?) returning "key"'],
  ['update "stances" set "review" = ? where "stances"."key" = ? returning "key"'],
  ['update stances set listed = 1 from (select 1) where key = 1 returning key'],
])('%s tells its rows', (sql) => {
  expect(changedBy([sql, [[7], [8]]])).toMatchObject({ stances: new Set([7, 8]) });
});

test.each([
  ['update "stances" set "note" = ? where "stances"."key" = ?'],
  ['update "actors" set "name" = ? where "actors"."key" = ? returning "key"'],
  ['delete from "claim_topics" where claim = 1 returning claim'],
  ['insert into "stances" ("id") select 1 returning "id"'],
  ['insert into actors (id) values (1) on conflict do update set id = 2 returning key'],
  ['insert or replace into articles (key) values (1) returning key'],
])('after %s everything may be another', (sql) => {
  expect(changedBy([sql, [[7]]])).toBe('everything');
});

test('what no answer is read from row by row changes what rests on the record', () => {
  const changed = changedBy(
    ['insert into "events" ("type") select 1'],
    ['update sketches set a = 1'],
  );

  expect(changed).toMatchObject({ claims: new Set(), stances: new Set() });
});

test('what is only looked at, or noted for the process alone, changes nothing', () => {
  const looks = changedBy(
    ['select updated, inserted from claims'],
    ['update tokens set last_used_at = 1'],
    ['insert into "meta" ("name") values (1)'],
  );

  expect(looks).toBeNull();
});

test('more rows than are worth telling are everything', () => {
  const many = Array.from({ length: 501 }, (_, key) => [key]);

  expect(changedBy(['insert into "claims" select 1 returning "key"', many])).toBe('everything');
});

test('every table that is told apart is one', async () => {
  const folder = new URL('../../../../db/tables/', import.meta.url);
  const modules = await Promise.all(
    readdirSync(folder).map((file) => import(new URL(file, folder).href)),
  );
  const tables = modules
    .flatMap((module) => Object.values<unknown>(module))
    .filter((value) => is(value, SQLiteTable))
    .map((table) => getTableName(table));

  const named = [...settledTables.keys(), ...unreadTables];
  expect(tables.length).toBeGreaterThan(named.length);
  expect(named.filter((name) => !tables.includes(name))).toEqual([]);
});
