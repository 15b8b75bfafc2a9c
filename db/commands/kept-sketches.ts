import { leastShared } from '../rules/likeness.ts';
import {
  countIn,
  entriesIn,
  hasRoom,
  rowOf,
  rowWith,
  type Sketch,
  type SketchEntry,
  textsNear,
  widthsBeside,
} from '../rules/sketch.ts';
import type { WriteTx } from '../write/transaction.ts';

/** Some sketches of one width, as they will be stored. */
interface KeptRow {
  /** Null until it is stored. */
  key: number | null;
  readonly width: number;
  entries: ArrayBuffer;
}

const inTransactions = new WeakMap<WriteTx, KeptSketches>();

/** The sketches that a transaction looks at. */
export function sketchesIn(tx: WriteTx): KeptSketches {
  const sketches = inTransactions.get(tx) ?? new KeptSketches(tx);
  inTransactions.set(tx, sketches);
  return sketches;
}

/** The sketches on record: what a transaction needs of them is read once, and what it adds is stored together. */
class KeptSketches {
  readonly #tx: WriteTx;
  readonly #byWidth = new Map<number, KeptRow[]>();
  /** In which row a text stands that was added since they were stored. */
  readonly #added = new Map<number, KeptRow>();

  constructor(tx: WriteTx) {
    this.#tx = tx;
  }

  /** Reads all sketches of texts that may be alike to those of so many shingles. */
  async readBeside(shingles: readonly number[]): Promise<void> {
    const beside = new Set(shingles.filter(hasSketch).flatMap(widthsBeside));
    const widths = [...beside].filter((width) => !this.#byWidth.has(width));
    if (widths.length === 0) return;
    const isBeside = 'width in (select value from json_each(?))';
    const rows = await readRows(this.#tx, isBeside, [JSON.stringify(widths)]);
    for (const width of widths) {
      this.#byWidth.set(
        width,
        rows.filter((row) => row.width === width),
      );
    }
  }

  /** The texts that may be alike to one with this sketch, of those that were read: none that is is missing. */
  near(own: Sketch): readonly number[] {
    if (!hasSketch(own.shingles)) return [];
    const rows = widthsBeside(own.shingles).flatMap((width) => this.#byWidth.get(width) ?? []);
    return rows.flatMap((row) => textsNear(own, row));
  }

  /** Puts a sketch beside others of its width, which were read; a text that is too short needs none. */
  add(sketch: SketchEntry): void {
    if (!hasSketch(sketch.shingles)) return;
    const width = sketch.bits.length;
    const rows = this.#byWidth.get(width) ?? [];
    let row = rows.findLast((one) => hasRoom(countIn(one), width));
    if (row === undefined) {
      row = { key: null, width, entries: rowOf([sketch]) };
      rows.push(row);
    } else {
      row.entries = rowWith(row, sketch);
    }
    this.#byWidth.set(width, rows);
    this.#added.set(sketch.text, row);
  }

  /** Stores what was added, and tells in which row each text stands. */
  async store(): Promise<ReadonlyMap<number, number>> {
    const rowOfText = new Map<number, number>();
    for (const row of new Set(this.#added.values())) row.key = await this.#stored(row);
    for (const [text, { key }] of this.#added) if (key !== null) rowOfText.set(text, key);
    this.#added.clear();
    return rowOfText;
  }

  async #stored({ key, width, entries }: KeptRow): Promise<number | null> {
    if (key !== null) {
      await this.#tx.run(updateRow, [entries, key]);
      return key;
    }
    const [inserted] = await this.#tx.run(insertRow, [width, entries]);
    return inserted === undefined ? null : Number(inserted[0]);
  }
}

/** Takes the sketch of a text out of a row, which goes with its last. */
export async function removeSketch(
  tx: WriteTx,
  { text, row }: { readonly text: number; readonly row: number },
): Promise<void> {
  inTransactions.delete(tx);
  const rows = await readRows(tx, 'key = ?', [row]);
  const rest = rows.flatMap(entriesIn).filter((entry) => entry.text !== text);
  if (rest.length > 0) await tx.run(updateRow, [rowOf(rest), row]);
  else await tx.run('delete from sketches where key = ?', [row]);
}

async function readRows(
  tx: WriteTx,
  condition: string,
  args: readonly (number | string)[],
): Promise<KeptRow[]> {
  const rows = await tx.run(
    `select key, width, entries from sketches where ${condition} order by key`,
    args,
  );
  return rows.map(([key, width, entries]) => {
    if (!(entries instanceof ArrayBuffer)) throw new TypeError('Sketches are bytes.');
    return { key: Number(key), width: Number(width), entries };
  });
}

/** Whether texts of so many shingles may be alike to others by these. */
function hasSketch(shingles: number): boolean {
  return leastShared(shingles, shingles) !== null;
}

const updateRow = 'update sketches set entries = ? where key = ?';
const insertRow = 'insert into sketches (width, entries) values (?, ?) returning key';
