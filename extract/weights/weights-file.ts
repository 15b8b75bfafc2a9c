import { tableSize } from './features.ts';
import { labels } from './labels.ts';
import type { Weights } from './model.ts';

/** Weights as JSON: places and values of those that are not zero, in base64 of little-endian numbers. */
interface WeightsFile {
  readonly format: 'onrecord-weights/1';
  readonly version: string;
  readonly tableSize: number;
  readonly labels: readonly string[];
  readonly word: PackedTable;
  readonly edge: PackedTable;
}

interface PackedTable {
  readonly places: string;
  readonly values: string;
}

// A step of the values: finer ones change no reading and make the file longer.
const step = 1 / 32;

export function packWeights({ word, edge }: Weights, version: string): WeightsFile {
  return {
    format: 'onrecord-weights/1',
    version,
    tableSize,
    labels,
    word: pack(word),
    edge: pack(edge),
  };
}

/** @throws TypeError where the file is of another format, or of another version of the features. */
export function unpackWeights(file: unknown): { weights: Weights; version: string } {
  if (!isWeightsFile(file))
    throw new TypeError('This is no onrecord-weights/1 file of this version.');
  return { weights: { word: unpack(file.word), edge: unpack(file.edge) }, version: file.version };
}

function isWeightsFile(file: unknown): file is WeightsFile {
  if (typeof file !== 'object' || file === null) return false;
  const is = (key: string, test: (value: unknown) => boolean) => test(Reflect.get(file, key));
  return (
    is('format', (value) => value === 'onrecord-weights/1') &&
    is('version', (value) => typeof value === 'string') &&
    is('tableSize', (value) => value === tableSize) &&
    is('labels', (value) => JSON.stringify(value) === JSON.stringify(labels)) &&
    is('word', isPacked) &&
    is('edge', isPacked)
  );
}

function isPacked(table: unknown): boolean {
  if (typeof table !== 'object' || table === null) return false;
  return (
    typeof Reflect.get(table, 'places') === 'string' &&
    typeof Reflect.get(table, 'values') === 'string'
  );
}

function pack(table: Float32Array): PackedTable {
  const kept: number[] = [];
  for (const [at, value] of table.entries()) if (Math.round(value / step) !== 0) kept.push(at);
  const places = Buffer.alloc(kept.length * 4);
  const values = Buffer.alloc(kept.length * 2);
  for (const [n, at] of kept.entries()) {
    places.writeUInt32LE(at, n * 4);
    values.writeInt16LE(
      Math.max(-32768, Math.min(32767, Math.round((table[at] ?? 0) / step))),
      n * 2,
    );
  }
  return { places: places.toString('base64'), values: values.toString('base64') };
}

function unpack({ places, values }: PackedTable): Float32Array {
  const table = new Float32Array(tableSize * labels.length);
  const [at, value] = [Buffer.from(places, 'base64'), Buffer.from(values, 'base64')];
  for (let n = 0; n * 4 + 4 <= at.length && n * 2 + 2 <= value.length; n++) {
    const place = at.readUInt32LE(n * 4);
    if (place < table.length) table[place] = value.readInt16LE(n * 2) * step;
  }
  return table;
}
