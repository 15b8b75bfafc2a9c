import { Column, is, SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Query } from './query.ts';
import type { Fields } from './row.ts';

/** JSON text, but for its holes, in pieces: what is always the same, and what a statement works out. */
export type JsonText = string | SQL | Unsure | readonly JsonText[];

/** A piece that is null where a row is missing that must be there. All that it is a piece of is null with it. */
export class Unsure {
  readonly text: SQL;

  constructor(text: SQL) {
    this.text = text;
  }
}

/** What a statement tells of a column, or of what it works out. */
type Field = SQLiteColumn | SQL;

/** What is written of a row. */
export type WriteRow = (row: Fields) => JsonText;

/** How a value is written. `quoted` is text, a whole number, or a word of a closed list. */
export type Manner = 'quoted' | 'boolean' | 'float' | 'moment' | 'json';

/** What stands around the number of a hole and what it is filled from: JSON text holds no control character. */
export const holeMarks = { start: '\u0001', between: '\u0002', end: '\u0003' } as const;

/** The holes that every statement may have, by what they are filled with. */
export const commonHoles = { refused: 0, moment: 1, float: 2, json: 3, tooMany: 4 } as const;

/** The number of the first hole that is a statement's own. */
export const firstOwnHole = Object.keys(commonHoles).length;

/** A hole that is filled from these values, as a JSON array. */
export const holeOf = (hole: number, fields: readonly Field[]): JsonText => {
  const values = sql.join(fields.map(expression), sql`, `);
  return [opening(hole), sql`json_array(${values})`, holeMarks.end];
};

/** A hole that is filled from a key; from an empty text where there is none. */
export const keyHole = (hole: number, key: Field): JsonText => [
  opening(hole),
  sql`coalesce(${expression(key)}, '')`,
  holeMarks.end,
];

/** A hole that is filled from nothing but what is known of the request. */
export function emptyHole(hole: number): string {
  return opening(hole) + holeMarks.end;
}

/** Stands where an answer has no value, and must have one. */
const refused = emptyHole(commonHoles.refused);

/** A value as JSON. Where there is none it is null, if that may be. */
export function valueText(field: Field, manner: Manner, isNullable: boolean): JsonText {
  const value = expression(field);
  const text = written(value, manner);
  if (is(field, Column) && field.notNull) return text;
  const none = literal(isNullable ? 'null' : refused);
  if (manner !== 'quoted') return sql`coalesce(${joined(text)}, ${none})`;
  // json_quote tells null by itself.
  return isNullable ? text : sql`coalesce(nullif(${joined(text)}, 'null'), ${none})`;
}

function written(value: SQL, manner: Manner): JsonText {
  switch (manner) {
    case 'quoted':
      return sql`json_quote(${value})`;
    case 'boolean':
      return sql`case ${value} when 1 then 'true' when 0 then 'false' end`;
    case 'moment':
    case 'float':
    case 'json':
      return [opening(commonHoles[manner]), value, holeMarks.end];
  }
}

/** The row that a question leads to; null where there is none, if that may be. */
export function oneText(
  query: Query<unknown>,
  { write, parent, isNullable }: { write: WriteRow; parent?: Field; isNullable: boolean },
): JsonText {
  const key = parent && expression(parent);
  if (!isNullable) return new Unsure(sql`${query.nested((row) => joined(write(row)), key)}`);
  return sql`coalesce(${query.nested((row) => rowText(write(row)), key)}, 'null')`;
}

/** All rows that a question leads to. */
export const allText = (
  query: Query<unknown>,
  { write, parent }: { write: WriteRow; parent: Field },
): JsonText => listText(query.nested((row) => rowText(write(row)), expression(parent)));

/** The rows of a select, whose one field tells each; where there must be one, `mustBe` says so. */
export function listText(rows: SQLWrapper, mustBe = false): JsonText {
  const none = literal(mustBe ? refused : '');
  return ['[', sql`coalesce((select group_concat(c0) from ${rows}), ${none})`, ']'];
}

/** What is told of a row among others, or that it could not be. */
export function rowText(text: JsonText): SQL {
  return isUnsure(text) ? sql`coalesce(${joined(text)}, ${literal(refused)})` : joined(text);
}

/** The text; where it is known that too many rows would be looked at for it, nobody is told it. */
export const unlessTooMany = (areTooMany: SQL | null, text: JsonText): JsonText =>
  areTooMany === null
    ? text
    : sql`iif(${areTooMany}, ${literal(emptyHole(commonHoles.tooMany))}, ${rowText(text)})`;

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

/** True or false. */
export const truth = (value: SQL): JsonText => sql`iif(${value}, 'true', 'false')`;

/** A field as an expression. */
export function expression(field: Field): SQL {
  return sql`${field}`;
}

/** A text as one expression; what is always the same is written once. */
export function joined(text: JsonText): SQL {
  const merged: (string | SQL)[] = [];
  for (const piece of piecesOf(text)) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + piece;
    else merged.push(piece instanceof Unsure ? piece.text : piece);
  }
  return sql.join(
    merged.map((piece) => (typeof piece === 'string' ? literal(piece) : piece)),
    sql`||`,
  );
}

/** The pieces of a text, in their order. */
export function piecesOf(text: JsonText): readonly (string | SQL | Unsure)[] {
  if (typeof text === 'string' || text instanceof SQL || text instanceof Unsure) return [text];
  return text.flatMap(piecesOf);
}

const isUnsure = (text: JsonText): boolean =>
  piecesOf(text).some((piece) => piece instanceof Unsure);

/** Stands between the texts of rows that are told apart afterwards. */
export const rowMark = '\u0004';

/** What each of `keys`, a JSON array, leads to, in their order: texts with a mark between them, empty where it leads nowhere. */
export function textsByKey(query: Query<unknown>, write: WriteRow): JsonText {
  const row = query.nested((of) => rowText(write(of)), sql`"held"."value"`);
  const keys = sql`json_each(${sql.placeholder('keys')})`;
  return sql`coalesce((select group_concat(c0, ${literal(rowMark)}) from (select coalesce(${row}, '') as c0 from ${keys} "held")), '')`;
}

function opening(hole: number): string {
  return `${holeMarks.start}${hole}${holeMarks.between}`;
}

/** A text as a statement holds it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const literal = (text: string): SQL => sql.raw(quoted(text));
