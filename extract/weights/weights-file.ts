import { deflateSync, inflateSync } from 'node:zlib';
import { edgeTableSize, tableSize } from './features.ts';
import { labels } from './labels.ts';
import { tableLengths, type Weights } from './model.ts';
import { edgeTemplates, type Template, wordTemplates } from './templates.ts';

/** Weights as JSON: both tables, a byte a number, deflated, in base64. */
interface WeightsFile {
  readonly format: 'onrecord-weights/1';
  readonly version: string;
  readonly tableSizes: readonly number[];
  /** What the features are made of. */
  readonly templates: readonly (readonly Template[])[];
  readonly labels: readonly string[];
  readonly word: string;
  readonly edge: string;
}

const tableSizes = [tableSize, edgeTableSize];
const templates = [wordTemplates, edgeTemplates];

export function packWeights({ word, edge }: Weights, version: string): WeightsFile {
  return {
    format: 'onrecord-weights/1',
    version,
    tableSizes,
    templates,
    labels,
    word: pack(word),
    edge: pack(edge),
  };
}

/** @throws TypeError where the file is of another format, or of another version of the features. */
export function unpackWeights(file: unknown): { weights: Weights; version: string } {
  if (!isWeightsFile(file))
    throw new TypeError('This is no onrecord-weights/1 file of this version.');
  const weights = {
    word: unpack(file.word, tableLengths.word),
    edge: unpack(file.edge, tableLengths.edge),
  };
  return { weights, version: file.version };
}

function isWeightsFile(file: unknown): file is WeightsFile {
  if (typeof file !== 'object' || file === null) return false;
  const is = (key: string, test: (value: unknown) => boolean) => test(Reflect.get(file, key));
  const isText = (value: unknown) => typeof value === 'string';
  const isSame = (wanted: unknown) => (value: unknown) =>
    JSON.stringify(value) === JSON.stringify(wanted);
  return (
    is('format', isSame('onrecord-weights/1')) &&
    is('version', isText) &&
    is('tableSizes', isSame(tableSizes)) &&
    is('templates', isSame(templates)) &&
    is('labels', isSame(labels)) &&
    is('word', isText) &&
    is('edge', isText)
  );
}

const pack = (table: Int8Array): string => deflateSync(table, { level: 9 }).toString('base64');

function unpack(packed: string, length: number): Int8Array {
  const bytes = inflated(packed, length);
  if (bytes?.length !== length) throw new TypeError('The weights in this file are damaged.');
  return new Int8Array(bytes.buffer, bytes.byteOffset, length);
}

function inflated(packed: string, length: number): Buffer | undefined {
  try {
    return inflateSync(Buffer.from(packed, 'base64'), { maxOutputLength: length });
  } catch {
    return undefined;
  }
}
