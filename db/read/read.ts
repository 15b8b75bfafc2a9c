import type { Client, InStatement, InValue } from '@libsql/client';
import { is, Param, Placeholder } from 'drizzle-orm';
import FileDatabase from 'libsql';
import { LastUsed } from './last-used.ts';
import { type Columns, type Fields, type RowShape, rowShape } from './row.ts';
import type { Soundness } from './soundness.ts';
import { damageIn, isUnreachable, StorageUnreachable } from './storage-error.ts';

/** What a request fills a statement's placeholders with. */
export type Args = Readonly<Record<string, string | number | null>>;

/** A select that drizzle built. */
export interface Select {
  readonly _: { readonly selectedFields: unknown; readonly result: readonly unknown[] };
  toSQL(): { readonly sql: string; readonly params: readonly unknown[] };
}

/** A select, built once: its text never depends on a request's values, and its answer is one JSON cell, column by column. */
export interface Statement<out Row> {
  readonly text: string;
  readonly columns: readonly string[];
  readonly parameters: readonly Parameter[];
  unpack(cell: string): readonly Row[];
}

/** One `?` of a statement: an argument by its name, or a value that is always the same. */
type Parameter = { readonly name: string } | { readonly value: InValue };

/** The only way the record is read for the graph. A file answers at once, a server answers with a promise. */
export interface Reader {
  read<Row>(statement: Statement<Row>, args?: Args): readonly Row[] | Promise<readonly Row[]>;
  /** The statement of this shape, built when it is first needed; the 500 used last are kept. */
  shape<Row>(name: string, build: () => Statement<Row>): Statement<Row>;
}

/** The statement of a select, with all its fields. */
export function statement<Q extends Select>(select: Q): Statement<Q['_']['result'][number]> {
  const fields = select._.selectedFields;
  assertFields(fields);
  return pack(select, Object.keys(fields), rowShape(fields));
}

/** The statement of a select of these columns, whose rows share their class with all of that shape. */
export function pack<R>(
  select: Select,
  columns: readonly string[],
  shape: RowShape<R>,
): Statement<R> {
  let asked: Pick<Statement<R>, 'text' | 'parameters'> | null = null;
  const written = () => (asked ??= packed(select, columns));
  const places = columns.map((column) => ({
    slot: shape.names.indexOf(column),
    decode: shape.decoders.get(column),
  }));
  return {
    // Written when it is first asked: a process asks few of the statements that there are.
    get text() {
      return written().text;
    },
    get parameters() {
      return written().parameters;
    },
    columns,
    unpack: (cell) => rows(shape, places, JSON.parse(cell)),
  };
}

function packed(
  select: Select,
  columns: readonly string[],
): Pick<Statement<unknown>, 'text' | 'parameters'> {
  const { sql, params } = select.toSQL();
  const cells = columns.map((_, index) => `c${index}`);
  const arrays = cells.map((cell) => `json_group_array(${cell})`);
  return {
    text: `with r(${cells}) as (${sql}) select json_array(${arrays}) from r`,
    parameters: params.map(parameter),
  };
}

/** A reader of a local file. */
export interface FileReader extends Reader {
  /** Copies all that it sees into a new file, also where its own is gone. Everything else waits. */
  copyInto(to: string): void;
  close(): void;
}

/** How the reader of a file is set: 64 MiB of its pages are kept, so that a hot page is not copied at each read. */
export const readerPragmas =
  'pragma query_only = 1; pragma synchronous = FULL; pragma foreign_keys = 1; pragma cache_size = -65536';

export interface FileReaderOptions {
  /** Whether nobody writes the file. */
  readonly isReadOnly?: boolean;
  readonly soundness?: Soundness | undefined;
}

/** Reads a local file on a connection of its own, whose statements are prepared once. */
export function openFileReader(
  address: string,
  { isReadOnly = false, soundness }: FileReaderOptions = {},
): FileReader {
  const file = new FileDatabase(address, { timeout: 5000 });
  // A file that nobody writes is read without a log.
  assertPragmas(file, isReadOnly ? {} : { journal_mode: 'wal' });
  const prepared = new WeakMap<Statement<unknown>, ReturnType<typeof file.prepare>>();
  const rowOf = (statement: Statement<unknown>, values: InValue[]): unknown => {
    try {
      let ready = prepared.get(statement);
      if (ready === undefined) {
        ready = file.prepare(statement.text).raw(true);
        prepared.set(statement, ready);
      }
      return ready.get(values);
    } catch (error) {
      throw damageIn(error, soundness);
    }
  };
  return {
    shape: keepShapes(),
    read(statement, args = {}) {
      soundness?.assertSound();
      return statement.unpack(cellOf(rowOf(statement, valuesOf(statement, args))));
    },
    copyInto(to) {
      file.exec('pragma query_only = 0');
      try {
        file.prepare('vacuum into ?').run(to);
      } finally {
        file.exec('pragma query_only = 1');
      }
    },
    close: () => file.close(),
  };
}

/** Reads through a client: any server, one round trip a statement. */
export function clientReader(client: Pick<Client, 'execute'>): Reader {
  return {
    shape: keepShapes(),
    async read(statement, args = {}) {
      const asked = { sql: statement.text, args: valuesOf(statement, args) };
      const answer = await client.execute(asked).catch((error: unknown) => {
        throw isUnreachable(error) ? new StorageUnreachable(error) : damageIn(error);
      });
      return statement.unpack(cellOf(answer.rows[0]));
    },
  };
}

/**
 * Asks whoever takes the writes, also where `client` leads to a replica, which comes later: it hands on a transaction that
 * is left open. One round trip a statement, and no lock.
 */
export function primaryOf(client: Pick<Client, 'transaction'>): Pick<Client, 'execute'> {
  return {
    async execute(statement: InStatement) {
      const opened = await client.transaction('deferred');
      try {
        return await opened.execute(statement);
      } finally {
        opened.close();
      }
    },
  };
}

const keptShapes = 500;

/** Keeps the statements of shapes, as a reader does. */
export function keepShapes(): Reader['shape'] {
  const kept = new LastUsed<string, Statement<unknown>>(keptShapes);
  return <Row>(name: string, build: () => Statement<Row>) =>
    // The name holds all that the statement depends on, so that what is kept under it has this row.
    kept.get(name, build) as Statement<Row>;
}

function parameter(param: unknown): Parameter {
  const value = is(param, Param) ? param.value : param;
  if (is(value, Placeholder)) return { name: value.name };
  if (typeof value === 'string' || typeof value === 'number' || value === null) return { value };
  throw new TypeError(`A statement cannot hold the value ${String(value)}.`);
}

/** The values of a statement's placeholders, in their order. */
export function valuesOf(statement: Statement<unknown>, args: Args): InValue[] {
  return statement.parameters.map((parameter) => {
    if ('value' in parameter) return parameter.value;
    const value = args[parameter.name];
    if (value === undefined) throw new TypeError(`The argument ${parameter.name} is missing.`);
    return value;
  });
}

/** Where a column of an answer belongs among those of its shape. */
interface ColumnPlace {
  readonly slot: number;
  readonly decode: ((value: unknown) => unknown) | undefined;
}

function rows<R>(
  shape: RowShape<R>,
  places: readonly ColumnPlace[],
  answer: readonly unknown[][],
): readonly R[] {
  const columns: Columns = [];
  for (const [index, { decode, slot }] of places.entries()) {
    const values = answer[index] ?? [];
    columns[slot] = decode
      ? values.map((value) => (value === null ? null : decode(value)))
      : values;
  }
  return shape.view(columns, answer[0]?.length ?? 0);
}

function assertFields(fields: unknown): asserts fields is Fields {
  if (fields === null || typeof fields !== 'object') throw new TypeError('A select has fields.');
}

/** The one cell of an answer; one of bytes as a letter for each. */
export function cellOf(row: unknown): string {
  const cell = row !== null && typeof row === 'object' && 0 in row ? row[0] : undefined;
  if (Buffer.isBuffer(cell)) return cell.toString('latin1');
  if (typeof cell !== 'string') throw new TypeError('A statement answers with one JSON cell.');
  return cell;
}

function assertPragmas(file: FileDatabase.Database, more: Readonly<Record<string, string>>): void {
  file.exec(readerPragmas);
  const asserted = { ...more, query_only: 1, synchronous: 2, foreign_keys: 1 };
  for (const [name, wanted] of Object.entries(asserted)) {
    const [row] = file.prepare(`pragma ${name}`).raw(true).all();
    const found = Array.isArray(row) ? row[0] : undefined;
    if (found !== wanted)
      throw new Error(`The reader needs ${name} = ${wanted}, and it is ${found}.`);
  }
}
