import Sqlite from 'libsql';

/** What is kept under names: a map, or something that leaves memory to others. */
export interface Kept<Value> {
  get(name: string): Value | undefined;
  set(name: string, value: Value): void;
}

const entriesAtHand = 4000;
// Of entries that hold texts, which may be long.
const lettersAtHand = 8_000_000;

const table = `
  pragma journal_mode = off;
  pragma synchronous = off;
  pragma cache_size = -16384;
  create table kept (map integer, name text, value text, primary key (map, name)) without rowid`;

/**
 * Maps of which only some entries are in memory: the others are in a temporary database of SQLite's own, which is gone when
 * the process is, and which is made when it is first needed. Values are JSON.
 */
export class KeptAside {
  #file: Sqlite.Database | null = null;
  readonly #most: number;
  #maps = 0;

  /** At most so many entries of a map are in memory. */
  constructor(most = entriesAtHand) {
    this.#most = most;
  }

  /** A map; `letters` tells how long the text is that a value holds. */
  map<Value>(letters: (value: Value) => number = () => 0): Kept<Value> {
    this.#maps += 1;
    const open = () => (this.#file ??= temporary());
    return new MapAside<Value>({ map: this.#maps, most: this.#most, letters, open });
  }

  close(): void {
    this.#file?.close();
    this.#file = null;
  }
}

interface MapOptions<Value> {
  /** What tells its entries from those of others. */
  readonly map: number;
  readonly most: number;
  readonly letters: (value: Value) => number;
  readonly open: () => Sqlite.Database;
}

class MapAside<Value> implements Kept<Value> {
  readonly #map: number;
  readonly #most: number;
  readonly #letters: (value: Value) => number;
  readonly #open: () => Sqlite.Database;
  #lettersAtHand = 0;
  #file: { readonly get: Sqlite.Statement; readonly put: Sqlite.Statement } | null = null;
  readonly #atHand = new Map<string, Value>();
  /** The names of what is at hand and not in the database, or not as it is there. */
  readonly #fresh = new Set<string>();

  constructor({ map, most, letters, open }: MapOptions<Value>) {
    this.#map = map;
    this.#most = most;
    this.#letters = letters;
    this.#open = open;
  }

  get(name: string): Value | undefined {
    const found = this.#atHand.get(name);
    if (found !== undefined || this.#file === null) return found;
    const row: unknown = this.#file.get.get(this.#map, name);
    if (!Array.isArray(row)) return undefined;
    const value: Value = JSON.parse(String(row[0]));
    this.#keep(name, value);
    return value;
  }

  set(name: string, value: Value): void {
    this.#keep(name, value);
    this.#fresh.add(name);
  }

  #keep(name: string, value: Value): void {
    if (this.#atHand.size >= this.#most || this.#lettersAtHand > lettersAtHand) this.#putAside();
    this.#atHand.set(name, value);
    this.#lettersAtHand += this.#letters(value);
  }

  #putAside(): void {
    this.#file ??= statementsOf(this.#open());
    // In their order, so that neighbours are written together.
    const names = [...this.#fresh].sort();
    const rows = names.map((name) => [name, JSON.stringify(this.#atHand.get(name))]);
    if (rows.length > 0) this.#file.put.run(this.#map, JSON.stringify(rows));
    this.#fresh.clear();
    this.#atHand.clear();
    this.#lettersAtHand = 0;
  }
}

function temporary(): Sqlite.Database {
  // The empty name is that of a database in a temporary file, which SQLite unlinks at once.
  const file = new Sqlite('');
  file.exec(table);
  return file;
}

function statementsOf(file: Sqlite.Database) {
  return {
    get: file.prepare('select value from kept where map = ? and name = ?').raw(true),
    put: file.prepare(
      'insert or replace into kept select ?, value ->> 0, value ->> 1 from json_each(?)',
    ),
  };
}
