import { fingerprintOf, foldedHash, leastShared } from '../../../db/rules/likeness.ts';
import { hasRoom, rowOf, type SketchEntry, sketchOf } from '../../../db/rules/sketch.ts';
import { sketches, texts } from '../../../db/tables/text.ts';
import type { Bulk } from './bulk.ts';

interface OpenRow {
  readonly key: number;
  entries: readonly SketchEntry[];
}

/** Writes what texts are compared by. They are drawn at random, so that no two are alike. */
export class TextRows {
  readonly #bulk: Bulk;
  /** Rows of sketches that are not full, by the width of these. */
  readonly #open = new Map<number, OpenRow>();
  #rows = 0;

  constructor(bulk: Bulk) {
    this.#bulk = bulk;
  }

  add(key: number, sha256: string, text: string): void {
    const fingerprint = fingerprintOf(text);
    const { length } = fingerprint.shingles;
    const isLong = leastShared(length, length) !== null;
    const sketch = isLong ? this.#place({ text: key, ...sketchOf(fingerprint.shingles) }) : null;
    const folded = foldedHash(fingerprint);
    this.#bulk.insert(texts, { key, sha256, folded, shingles: length, sketch });
  }

  /** Writes the rows that are not full. */
  finish(): void {
    for (const [width, row] of this.#open) this.#write(width, row);
    this.#open.clear();
  }

  #place(entry: SketchEntry): number {
    const width = entry.bits.length;
    let row = this.#open.get(width);
    if (row === undefined || !hasRoom(row.entries.length, width)) {
      if (row !== undefined) this.#write(width, row);
      this.#rows += 1;
      row = { key: this.#rows, entries: [] };
      this.#open.set(width, row);
    }
    row.entries = [...row.entries, entry];
    return row.key;
  }

  #write(width: number, { key, entries }: OpenRow): void {
    this.#bulk.insert(sketches, { key, width, entries: Buffer.from(rowOf(entries)) });
  }
}
