import Database from 'libsql';
import { type Table, tablesOf } from './tables.ts';

type Cell = string | number | null;
/** The rows of one change, each after those that it refers to: of each its table and its cells. */
export type Rows = readonly (readonly [table: string, cells: readonly Cell[]])[];

/** The tables of what events tell of. */
const tablesOfNouns = new Map([
  ['actor', 'actors'],
  ['article', 'articles'],
  ['claim', 'claims'],
  ['stance', 'stances'],
  ['evidence', 'evidence'],
]);

/** Tells which rows a server has put into its file since that was asked before; the server may have it open. */
export class NewRows {
  readonly #db: Database.Database;
  readonly #tables: readonly Table[];
  #last: ReadonlyMap<string, number>;

  constructor(path: string) {
    this.#db = new Database(path, { readonly: true });
    this.#tables = tablesOf(this.#db);
    this.#last = this.#lastRows();
  }

  /** For each row that is new in this table, in their order, all that came with it. */
  perRowOf(table: string): readonly Rows[] {
    const last = this.#last;
    const changes: [string, Cell[]][][] = [];
    /** Of rows that are new: with which change they came. */
    const changeOf = new Map<string, number>();
    for (const { name, columns, key, references, hasRowid } of this.#tables) {
      for (const cells of this.#since(last, { name, columns, references, hasRowid })) {
        const at = (column: string) => cells[columns.indexOf(column)];
        const refersTo = [
          ...references.map(({ column, to }) => `${to} ${at(column)}`),
          ...(name === 'events'
            ? [`${tablesOfNouns.get(String(at('noun')))} ${at('subject')}`]
            : []),
        ];
        const known = refersTo.map((row) => changeOf.get(row)).find((one) => one !== undefined);
        const change = name === table ? changes.push([]) - 1 : known;
        if (change === undefined) continue;
        if (key !== null) changeOf.set(`${name} ${at(key)}`, change);
        changes[change]?.push([name, cells]);
      }
    }
    this.#last = this.#lastRows();
    return changes;
  }

  close(): void {
    this.#db.close();
  }

  #since(
    last: ReadonlyMap<string, number>,
    { name, columns, references, hasRowid }: Omit<Table, 'key'>,
  ): Cell[][] {
    const bounds = hasRowid
      ? [`rowid > ${last.get(name) ?? 0}`]
      : references.map(({ column, to }) => `"${column}" > ${last.get(to) ?? 0}`);
    if (bounds.length === 0) return [];
    const names = columns.map((column) => `"${column}"`).join(', ');
    const order = hasRowid ? 'order by rowid' : '';
    const text = `select ${names} from "${name}" where ${bounds.join(' or ')} ${order}`;
    return this.#db
      .prepare(text)
      .raw(true)
      .all()
      .map((row) => row as Cell[]);
  }

  #lastRows(): ReadonlyMap<string, number> {
    const last = new Map<string, number>();
    for (const { name, hasRowid } of this.#tables) {
      if (!hasRowid) continue;
      const [row] = this.#db.prepare(`select max(rowid) from "${name}"`).raw(true).all();
      last.set(name, Array.isArray(row) ? Number(row[0] ?? 0) : 0);
    }
    return last;
  }
}
