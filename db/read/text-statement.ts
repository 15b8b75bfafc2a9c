import { is, Param, Placeholder, type SQL, sql } from 'drizzle-orm';
import { type JsonText, joined, piecesOf, quoted, Unsure } from './json-text.ts';
import type { Args, Statement } from './read.ts';

/** What a statement takes: an argument of one of the places of a document that ask for something. */
export interface Input {
  readonly place: number;
  readonly name: string;
}

/** A statement whose one cell is text as bytes (db/read/byte-text.ts), and what it takes, by number. */
export interface TextStatement {
  readonly statement: Statement<string>;
  readonly inputs: readonly Input[];
}

/** Says whose arguments a text takes: those of the place of this number. */
export function ofPlace(place: number, text: JsonText): JsonText {
  const scoped = (expression: SQL): SQL =>
    sql`${new Param(new Scope(place))}${expression}${new Param(new Scope(null))}`;
  return piecesOf(text).map((piece) => {
    if (piece instanceof Unsure) return new Unsure(scoped(piece.text));
    return typeof piece === 'string' ? piece : scoped(piece);
  });
}

class Scope {
  readonly place: number | null;

  constructor(place: number | null) {
    this.place = place;
  }
}

/** The statement that answers with the bytes of this text. */
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
  const query = sql`select cast(${joined(text)} as blob)`.toQuery({
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
