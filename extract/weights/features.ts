import type { Passage } from '../words/passage.ts';
import { edgeTemplates, type Template, wordTemplates } from './templates.ts';
import { type View, viewMargin, viewOf } from './view.ts';

/** Features of every word of a passage, as places in the tables of weights. */
export interface Featured {
  readonly length: number;
  /** Of the word alone: `perWord` numbers for each. */
  readonly word: Int32Array;
  readonly perWord: number;
  /** Of the word together with the label before it: `perEdge` numbers for each. */
  readonly edge: Int32Array;
  readonly perEdge: number;
}

export const tableSize = 1 << 20;
export const edgeTableSize = 1 << 17;

export function featuresOf(passage: Pick<Passage, 'words'>): Featured {
  const view = viewOf(passage);
  const { length } = passage.words;
  return {
    length,
    word: placesOf(wordTemplates, { view, length, size: tableSize }),
    perWord: wordTemplates.length,
    edge: placesOf(edgeTemplates, { view, length, size: edgeTableSize }),
    perEdge: edgeTemplates.length,
  };
}

/** For every word the places, in a table of `size`, of what the templates make of it. */
function placesOf(
  templates: readonly Template[],
  { view, length, size }: { view: View; length: number; size: number },
): Int32Array {
  const places = new Int32Array(length * templates.length);
  for (const [kind, parts] of templates.entries()) {
    const columns = parts.map(({ property }) => view[property]);
    for (let at = 0; at < length; at++) {
      let hash = Math.imul(kind + 1, 0x9e3779b1);
      for (let part = 0; part < parts.length; part++) {
        const value = columns[part]?.[at + viewMargin + (parts[part]?.offset ?? 0)] ?? 0;
        hash = Math.imul(hash ^ value, 0x85ebca6b);
        hash ^= hash >>> 13;
      }
      hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
      places[at * templates.length + kind] = (hash ^ (hash >>> 15)) & (size - 1);
    }
  }
  return places;
}
