import { Column, is, Param, Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Query, Write } from './query.ts';
import type { Args, Statement } from './read.ts';
import type { Fields } from './row.ts';

/** An expression whose value is JSON text, but for its holes: it is never null. */
export type JsonText = SQL;

/** What a statement tells of a column, or of what it works out. */
type Field = SQLiteColumn | SQL;

/** How a value is written. `quoted` is text, a whole number, or a word of a closed list. */
export type Manner = 'quoted' | 'boolean' | 'float' | 'moment' | 'json';

/** What stands around the number of a hole and what it is filled from: JSON text holds no control character. */
export const holeMarks = { start: '\u0001', between: '\u0002', end: '\u0003' } as const;

/** The holes that every statement may have, by what they are filled with. */
export const commonHoles = { refused: 0, moment: 1, float: 2, json: 3 } as const;

/** The number of the first hole that is a statement's own. */
export const firstOwnHole = Object.keys(commonHoles).length;

/** Texts one after the other; what is always the same is written once. */
export function joined(pieces: readonly (string | JsonText)[]): JsonText {
  const merged: (string | JsonText)[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  return sql.join(
    merged.map((piece) => (typeof piece === 'string' ? literal(piece) : sql`${piece}`)),
    sql`||`,
  );
}

/** A hole that is filled from a JSON array of these values. */
export const holeOf = (hole: number, fields: readonly Field[]): JsonText =>
  sql`${literal(opening(hole))}||json_array(${sql.join(
    fields.map((field) => sql`${field}`),
    sql`, `,
  )})||${literal(holeMarks.end)}`;

/** A hole that is filled from nothing but what is known of the request. */
export function emptyHole(hole: number): string {
  return opening(hole) + holeMarks.end;
}

/** Stands where an answer has no value, and must have one. */
const refused = emptyHole(commonHoles.refused);

/** A value as JSON. Where there is none it is null, if that may be. */
export function valueText(field: Field, manner: Manner, isNullable: boolean): JsonText {
  const isThere = is(field, Column) && field.notNull;
  const text = written(sql`${field}`, manner);
  // What may be null by the schema, or cannot be by the table.
  const none = isNullable ? 'null' : refused;
  if (manner === 'quoted')
    return isNullable || isThere ? text : sql`coalesce(nullif(${text}, 'null'), ${literal(none)})`;
  return isThere ? text : sql`coalesce(${text}, ${literal(none)})`;
}

function written(value: SQL, manner: Manner): SQL {
  switch (manner) {
    case 'quoted':
      return sql`json_quote(${value})`;
    case 'boolean':
      return sql`case ${value} when 1 then 'true' when 0 then 'false' end`;
    case 'moment':
      return filledFrom(commonHoles.moment, value);
    case 'float':
      return filledFrom(commonHoles.float, value);
    case 'json':
      return filledFrom(commonHoles.json, value);
  }
}

/** The row that a question leads to; `absent` where there is none, or where there must be one, null. */
export function oneText(
  query: Query<unknown>,
  { write, parent, isNullable }: { write: Write; parent?: Field; isNullable: boolean },
): JsonText {
  const row = query.nested(write, parent && expression(parent));
  return sql`coalesce(${row}, ${literal(isNullable ? 'null' : refused)})`;
}

/** All rows that a question leads to. */
export const allText = (
  query: Query<unknown>,
  { write, parent }: { write: Write; parent: Field },
): JsonText => listText(query.nested(write, expression(parent)));

/** The rows of a select, whose one field tells each. */
export const listText = (rows: SQLWrapper): JsonText =>
  sql`'['||coalesce((select group_concat(c0) from ${rows}), '')||']'`;

/** The same, where there must be one. */
export const nonEmptyListText = (rows: SQLWrapper): JsonText =>
  sql`'['||coalesce((select group_concat(c0) from ${rows}), ${literal(refused)})||']'`;

/** The hole for the cursor of a row in a list that is ordered by this field of it, or by its key. */
export function cursorText(hole: number, row: Fields, orderedBy: string | null): JsonText {
  const names = orderedBy === null ? ['key'] : ['key', orderedBy];
  return holeOf(
    hole,
    names.map((name) => {
      const field = row[name];
      if (field === undefined) throw new TypeError(`There is no column ${name}.`);
      return field;
    }),
  );
}

/** Whether the argument of this name is set. */
export const truthOf = (name: string): JsonText => truth(sql`${sql.placeholder(name)}`);

/** A field as an expression. */
export const expression = (field: Field): SQL => sql`${field}`;

/** True or false. */
export const truth = (value: SQL): JsonText => sql`iif(${value}, 'true', 'false')`;

/** What a statement takes: an argument of one of the places of a document that ask for something. */
export interface Input {
  readonly place: number;
  readonly name: string;
}

/** A statement whose one cell is text, and what it takes, by number. */
export interface TextStatement {
  readonly statement: Statement<string>;
  readonly inputs: readonly Input[];
}

/** Says whose arguments an expression takes: those of the place of this number. */
export const ofPlace = (place: number, text: JsonText): JsonText =>
  sql`${new Param(new Scope(place))}${text}${new Param(new Scope(null))}`;

class Scope {
  readonly place: number | null;

  constructor(place: number | null) {
    this.place = place;
  }
}

/** The statement that answers with this text. */
export function textStatement(text: JsonText): TextStatement {
  const scopes: number[] = [];
  const numbers = new Map<string, number>();
  const inputs: Input[] = [];
  const numberOf = (name: string): string => {
    const place = scopes.at(-1) ?? 0;
    const known = `${place} ${name}`;
    const number = numbers.get(known) ?? inputs.push({ place, name });
    numbers.set(known, number);
    return `?${number}`;
  };
  const query = sql`select ${text}`.toQuery({
    escapeName: (name) => `"${name.replaceAll('"', '""')}"`,
    escapeString: quoted,
    escapeParam(_number, value) {
      if (value instanceof Scope) {
        if (value.place === null) scopes.pop();
        else scopes.push(value.place);
        return '';
      }
      const inner = is(value, Param) ? value.value : value;
      if (is(inner, Placeholder)) return numberOf(inner.name);
      if (typeof inner === 'number') return String(inner);
      if (typeof inner === 'string') return quoted(inner);
      throw new TypeError(`A nested statement cannot hold the value ${String(inner)}.`);
    },
  });
  const statement: Statement<string> = {
    text: query.sql,
    columns: [],
    parameters: inputs.map((_, index) => ({ name: String(index) })),
    unpack: (cell) => [cell],
  };
  return { statement, inputs };
}

/** The values that a statement takes, by number, of those that each place was asked with. */
export function inputsFrom(inputs: readonly Input[], args: readonly Args[]): Args {
  const values: Record<number, Args[string]> = {};
  for (let index = 0; index < inputs.length; index += 1) {
    const { name, place } = inputs[index] ?? { name: '', place: 0 };
    const value = args[place]?.[name];
    if (value === undefined) throw new TypeError(`The argument ${name} is missing.`);
    values[index] = value;
  }
  return values;
}

const filledFrom = (hole: number, value: SQL): SQL =>
  sql`${literal(opening(hole))}||${value}||${literal(holeMarks.end)}`;

function opening(hole: number): string {
  return `${holeMarks.start}${hole}${holeMarks.between}`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const literal = (text: string): SQL => sql.raw(quoted(text));
