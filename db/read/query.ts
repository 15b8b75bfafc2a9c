import {
  and,
  Column,
  getColumnTable,
  getTableName,
  is,
  SQL,
  type SQLWrapper,
  sql,
  Table,
} from 'drizzle-orm';
import { QueryBuilder, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
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

/** The values of the argument `name`, a JSON array: what may stand behind `in`. */
export const listed = (name: string): SQL =>
  sql`(select value from json_each(${placeholder(name)}))`;

/** The argument `keys`, a JSON array: `parent` is a key, `place` its place in the array, from 0. */
export const among = builder
  .select({ place: sql<number>`key`.as('place'), parent: sql<number>`value`.as('parent') })
  .from(sql`json_each(${placeholder('keys')})`)
  .as('among');

/** The field that tells for which of `keys` a row was read. */
export const place = sql<number>`${among.place}`;

/** The key of the parent that a row is read for, where a level of a document is read at once. */
export const parentAmong: SQL = sql`${among.parent}`;

/** A question with a choice of columns. The reader keeps a statement for each choice. */
export interface Query<R> {
  /** Its own, and holds all that its text depends on but the columns. */
  readonly name: string;
  choose(reader: Reader, columns: readonly string[]): Statement<R>;
  /** Its rows inside another statement, for one parent where it goes by parents: what `write` makes of each, in their order. */
  nested(write: Write, parent?: SQL): SQLWrapper;
}

/** What a statement tells of a row with these fields. */
export type Write = (row: Fields) => SQL;

/** `name` is its own, and holds all that `build` depends on. */
export function query<R>(
  name: string,
  shape: RowShape<R>,
  build: (chosen: Fields) => Select & SQLWrapper,
): Query<R> {
  return {
    name,
    choose: (reader, columns) =>
      reader.shape(`${name}(${columns})`, () =>
        pack(build(chosen(shape.fields, columns)), columns, shape),
      ),
    nested: (write) => build(told(write(shape.fields))),
  };
}

/** What leads from parents to rows. */
interface Lead {
  readonly from: SQLiteTable;
  /** Which rows of `from` the parent leads to. */
  readonly on: (parent: SQL) => SQL | undefined;
  /** The table that those lead on to, whose rows are meant then. */
  readonly to?: { readonly table: SQLiteTable; readonly on: SQL | undefined };
  /** What the fields of the rows are here, where that is not what their shape says. */
  readonly as?: (chosen: Fields) => Fields;
}

/** The row that each of `keys` leads to, in their order; where there is none, it has no key. */
export function oneOfEach<R>(name: string, shape: RowShape<R>, lead: Lead): Query<R> {
  const { as = asItIs, from, on, to } = lead;
  const { choose } = query(name, shape, (chosen) => {
    const found = select(as(chosen)).from(among).leftJoin(from, on(parentAmong)).$dynamic();
    return to === undefined ? found : found.leftJoin(to.table, to.on);
  });
  return {
    name,
    choose,
    nested(write, parent) {
      const fields = as(shape.fields);
      const { rows, key } = readFor(parent, told(write(fields)), { tables: [from] });
      if (to === undefined) return rows.where(on(key));
      return rows.leftJoin(to.table, to.on).where(and(on(key), sql`${fields.key} is not null`));
    },
  };
}

/** The rows that belong to each of `keys`, parent by parent. Their `place` is among the columns. */
export function allOfEach<R>(
  name: string,
  shape: RowShape<R>,
  lead: Lead & { readonly orderBy?: SQLiteColumn },
): Query<R> {
  const { as = asItIs, from, on, orderBy, to } = lead;
  const { choose } = query(name, shape, (chosen) => {
    const found = select(as(chosen)).from(among).crossJoin(from).$dynamic();
    if (to !== undefined) found.crossJoin(to.table);
    found.where(and(on(parentAmong), to?.on));
    return orderBy === undefined ? found : found.orderBy(place, orderBy);
  });
  return {
    name,
    choose,
    nested(write, parent) {
      const tables = to === undefined ? [from] : [from, to.table];
      const { rows, key } = readFor(parent, told(write(as(shape.fields))), { tables });
      rows.where(and(on(key), to?.on));
      return orderBy === undefined ? rows : rows.orderBy(orderBy);
    },
  };
}

/**
 * A select from these tables inside the statement that the parent's key is an expression of, and the key as it is to stand
 * in its condition: as it is, unless a table that is read here, or `within` its conditions, has the name of one
 * that it speaks of. Then it comes through a row of its own.
 */
export function readFor(
  parent: SQL | undefined,
  chosen: Fields,
  { tables, within = [] }: { tables: readonly SQLiteTable[]; within?: readonly SQLiteTable[] },
) {
  const spoken = new Set(parent === undefined ? [] : tablesIn(parent));
  const isHidden = [...tables, ...within].some((table) => spoken.has(getTableName(table)));
  const [first, ...more] = isHidden
    ? [sql`(select 0 as "place", ${parent} as "parent") "among"`, ...tables]
    : tables;
  if (first === undefined) throw new TypeError('A select reads a table.');
  const rows = select(chosen).from(first).$dynamic();
  for (const table of more) rows.crossJoin(table);
  return { rows, key: isHidden || parent === undefined ? parentAmong : parent };
}

/** The names of the tables that an expression speaks of. */
function tablesIn({ queryChunks }: SQL): readonly string[] {
  return queryChunks.flatMap((chunk) => {
    if (is(chunk, SQL)) return tablesIn(chunk);
    if (is(chunk, Column)) return getTableName(getColumnTable(chunk));
    return is(chunk, Table) ? getTableName(chunk) : [];
  });
}

const asItIs = (chosen: Fields): Fields => chosen;

/** In an expression of its own the columns of a single table keep its name, so that what stands inside can speak of them. */
export const told = (text: SQL): Fields => ({ c0: sql`${text} as "c0"` });

function chosen(fields: Fields, columns: readonly string[]): Fields {
  return Object.fromEntries(
    columns.map((name) => {
      const field = fields[name];
      if (field === undefined) throw new TypeError(`There is no column ${name}.`);
      return [name, field];
    }),
  );
}
