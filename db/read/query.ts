import { type SQL, sql } from 'drizzle-orm';
import { QueryBuilder, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { pack, type Reader, type Select, type Statement } from './read.ts';
import type { Fields, RowShape } from './row.ts';

const builder = new QueryBuilder();

/** Builds selects that nothing runs by itself: `query` packs them, a reader reads them. */
export const select = <F extends Record<string, SQLiteColumn | SQL | SQL.Aliased>>(fields: F) =>
  builder.select(fields);

/** The same, without what comes again. */
export const selectDistinct = <F extends Record<string, SQLiteColumn | SQL | SQL.Aliased>>(
  fields: F,
) => builder.selectDistinct(fields);

export const { placeholder } = sql;

/** The argument `keys`, a JSON array: `parent` is a key, `place` its place in the array, from 0. */
export const among = builder
  .select({ place: sql<number>`key`.as('place'), parent: sql<number>`value`.as('parent') })
  .from(sql`json_each(${placeholder('keys')})`)
  .as('among');

/** The field that tells for which of `keys` a row was read. */
export const place = sql<number>`${among.place}`;

/** A question with a choice of columns. The reader keeps a statement for each choice. */
export interface Query<R> {
  choose(reader: Reader, columns: readonly string[]): Statement<R>;
}

/** `name` is its own, and holds all that `build` depends on. */
export function query<R>(
  name: string,
  shape: RowShape<R>,
  build: (chosen: Fields) => Select,
): Query<R> {
  return {
    choose: (reader, columns) =>
      reader.shape(`${name}(${columns})`, () =>
        pack(build(chosen(shape.fields, columns)), columns, shape),
      ),
  };
}

function chosen(fields: Fields, columns: readonly string[]): Fields {
  return Object.fromEntries(
    columns.map((name) => {
      const field = fields[name];
      if (field === undefined) throw new TypeError(`There is no column ${name}.`);
      return [name, field];
    }),
  );
}
