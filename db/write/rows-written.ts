import type { RowsChanged } from '../rules/grounds.ts';
import { settledTables, unreadTables } from '../rules/settled-tables.ts';

// To look up what more than these belong to would hold up the writer.
const mostTold = 500;

const writes =
  /\b(?:(insert|insert\s+or\s+\w+|replace)\s+into|(update)|(delete)\s+from)\s+"?(\w+)"?/i;
const keyTold = /\breturning\s+"?(?:\w+"?\."?)?(\w+)"?\s*$/i;

/** Rows of a table that were inserted, or changed where one may change by itself. */
export interface RowsTold {
  readonly table: string;
  /** Of what they belong to: see SettledTable. Those of another table need none. */
  readonly keys: readonly number[];
}

/**
 * The rows that a transaction wrote, by its statements. One that writes a settled table, and ends in `returning` and the
 * key, tells which they are; after any other, everything may have changed.
 */
export class RowsWritten {
  readonly #keys = new Map<keyof RowsChanged, Set<number>>();
  #isEverything = false;
  #isAnything = false;
  #hasAny = false;

  /** Takes notice of a statement that was carried out, and of the rows that it answered with. */
  note(sql: string, rows: readonly ArrayLike<unknown>[]): void {
    const [, inserts, , , name] = writes.exec(sql) ?? [];
    if (name === undefined) return;
    this.#hasAny = true;
    if (unreadTables.has(name)) return;
    this.#isAnything = true;
    const table = settledTables.get(name);
    if (table === undefined) return;
    const isPlain = inserts?.toLowerCase() === 'insert' && !/\bon conflict\b/i.test(sql);
    const isTold = keyTold.exec(sql)?.[1] === table.key && (isPlain || table.mayChange);
    if (isTold)
      this.#tell(
        table.changes,
        rows.map((row) => Number(row[0])),
      );
    else this.#isEverything = true;
  }

  /** Takes notice of rows that whoever wrote them tells. */
  noteTold({ table: name, keys }: RowsTold): void {
    this.#hasAny = true;
    if (unreadTables.has(name)) return;
    this.#isAnything = true;
    const table = settledTables.get(name);
    if (table !== undefined) this.#tell(table.changes, keys);
  }

  #tell(changes: keyof RowsChanged, told: readonly number[]): void {
    const keys = this.#keys.get(changes) ?? new Set();
    for (const key of told) keys.add(key);
    this.#keys.set(changes, keys);
    if (keys.size > mostTold) this.#isEverything = true;
  }

  /** Whether anything was written, whatever it was. */
  get hasAny(): boolean {
    return this.#hasAny;
  }

  /** Null where nothing was written that an answer is read from; everything where the statements did not tell. */
  get changed(): RowsChanged | 'everything' | null {
    if (this.#isEverything) return 'everything';
    if (!this.#isAnything) return null;
    const keysOf = (changes: keyof RowsChanged) => this.#keys.get(changes) ?? new Set<number>();
    return {
      claims: keysOf('claims'),
      standings: keysOf('standings'),
      stances: keysOf('stances'),
      evidence: keysOf('evidence'),
      actors: keysOf('actors'),
      articles: keysOf('articles'),
    };
  }
}
