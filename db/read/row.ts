import { Column, is, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Noun } from '../rules/vocabulary.ts';

/** What a statement may select: columns, and expressions, whose values are handed out as they are stored. */
export type Fields = Readonly<Record<string, SQLiteColumn | SQL>>;

/** A row of these fields, as a reader hands it out. */
export type RowOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends SQL<infer T>
    ? T
    : F[K] extends { readonly _: { readonly data: infer D; readonly notNull: infer N } }
      ? N extends true
        ? D
        : D | null
      : never;
};

/** Decoded values by column, in the order of the shape's names; what was not selected is absent. */
export type Columns = (readonly unknown[] | undefined)[];

/** A view of one row of an answer: its columns are properties that read, so it is not to be spread or serialised. */
export class Row {
  // Declared only: there are hundreds a request, and initialising fields twice is a tenth of their cost.
  declare readonly siblings: Siblings;
  declare readonly columns: Columns;
  declare readonly index: number;

  constructor(siblings: Siblings, index: number) {
    this.siblings = siblings;
    this.columns = siblings.columns;
    this.index = index;
  }
}

/** The rows of one answer. What one of them is asked for, all of them will be: see schema/reading/edge.ts. */
export class Siblings {
  readonly shape: RowShape<unknown>;
  readonly columns: Columns;
  readonly rows: Row[];
  /** What has been read for all of them. It lives as long as they do, which is one operation. */
  readonly edges: Map<unknown, unknown> = new Map();
  /** What they were read for, kept by whoever read them. */
  purpose: unknown = null;

  constructor(shape: RowShape<unknown>, columns: Columns, rows: Row[]) {
    this.shape = shape;
    this.columns = columns;
    this.rows = rows;
  }

  /** The column of this name. */
  column(name: string): readonly unknown[] {
    const column = this.columns[this.shape.names.indexOf(name)];
    if (column === undefined) throw new Error(`The column ${name} was not selected.`);
    return column;
  }

  /** Turns the order round. */
  reverse(): void {
    this.#change((column) => column.toReversed());
  }

  /** Lets go of all rows but the first. */
  keepFirst(length: number): void {
    this.#change((column) => column.slice(0, length));
    this.rows.length = length;
  }

  /** Lets go of the rows at these places. */
  drop(places: ReadonlySet<number>): void {
    this.#change((column) => column.filter((_, place) => !places.has(place)));
    this.rows.length -= places.size;
  }

  #change(change: (column: readonly unknown[]) => readonly unknown[]): void {
    for (const [slot, column] of this.columns.entries()) {
      if (column !== undefined) this.columns[slot] = change(column);
    }
  }
}

/** The columns that rows of one kind can have, and the class they share. */
export interface RowShape<out R> {
  /** What its rows are rows of, where that matters. */
  readonly noun: Noun | null;
  readonly fields: Fields;
  readonly names: readonly string[];
  /** By name, for columns whose values are stored as something else. */
  readonly decoders: ReadonlyMap<string, Decoder>;
  /** The rows of an answer of this length. */
  view(columns: Columns, length: number): readonly R[];
  /** Gives all its rows one more property: a column that `fill` answers when one of them is first asked for it. */
  define(name: string, fill: (siblings: Siblings) => readonly unknown[]): void;
}

/** The shape of rows with these fields. */
export function rowShape<F extends Fields>(
  fields: F,
  noun: Noun | null = null,
): RowShape<RowOf<F>> {
  const decoders = new Map<string, Decoder>();
  for (const [name, field] of Object.entries(fields)) {
    const decode = decoderOf(field);
    if (decode) decoders.set(name, decode);
  }
  return { ...viewShape<RowOf<F>>(Object.keys(fields), noun), fields, decoders };
}

/** The shape of rows that no statement selects: what they hold was worked out. */
export function heldShape<R>(names: readonly (keyof R & string)[]): RowShape<R> {
  return viewShape<R>(names, null);
}

type Decoder = (value: unknown) => unknown;

function viewShape<R>(names: readonly string[], noun: Noun | null): RowShape<R> {
  const view = class extends Row {};
  for (const [slot, name] of names.entries()) {
    Object.defineProperty(view.prototype, name, {
      enumerable: true,
      get(this: Row) {
        const column = this.columns[slot];
        if (column === undefined) throw new Error(`The column ${name} was not selected.`);
        return column[this.index];
      },
    });
  }
  let slots = names.length;
  const shape: RowShape<R> = {
    noun,
    fields: {},
    names,
    decoders: new Map(),
    view(columns, length) {
      const rows: Row[] = new Array(length);
      const siblings = new Siblings(shape, columns, rows);
      for (let index = 0; index < length; index += 1) rows[index] = new view(siblings, index);
      // The getters above are the properties of R, which no type can follow.
      return rows as readonly unknown[] as readonly R[];
    },
    define(name, fill) {
      const slot = slots;
      slots += 1;
      Object.defineProperty(view.prototype, name, {
        get(this: Row) {
          const column = this.columns[slot] ?? fill(this.siblings);
          this.columns[slot] = column;
          return column[this.index];
        },
      });
    },
  };
  return shape;
}

/** Flags and JSON are stored as numbers and text, a column of our own type as that says. */
export function decoderOf(field: SQLiteColumn | SQL): Decoder | undefined {
  if (!is(field, Column)) return undefined;
  const decodes = ['boolean', 'object json', 'custom'].includes(field.dataType);
  return decodes ? (value) => field.mapFromDriverValue(value) : undefined;
}
