import type { Passage } from '../passage.ts';
import { type Seen, viewOf } from './view.ts';

/** Features of every word of a passage, as places in the table of weights. */
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

export function featuresOf(passage: Pick<Passage, 'words'>): Featured {
  const view = viewOf(passage);
  const length = passage.words.length;
  const perWord = wordFeatures(view, 0).length;
  const perEdge = edgeFeatures(view, 0).length;
  const [word, edge] = [new Int32Array(length * perWord), new Int32Array(length * perEdge)];
  for (let at = 0; at < length; at++) {
    word.set(wordFeatures(view, at), at * perWord);
    edge.set(edgeFeatures(view, at), at * perEdge);
  }
  return { length, word, perWord, edge, perEdge };
}

/** The place of a feature: which template (`kind`), and its values. */
function place(kind: number, values: readonly number[]): number {
  let hash = Math.imul(kind + 1, 0x9e3779b1);
  for (const value of values) {
    hash = Math.imul(hash ^ value, 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return (hash ^ (hash >>> 15)) & (tableSize - 1);
}

const places = (templates: readonly (readonly number[])[]): number[] =>
  templates.map((values, kind) => place(kind, values));

type View = (at: number) => Seen;

function wordFeatures(view: View, at: number): number[] {
  const [c, d, e] = [view(at - 3), view(at - 2), view(at - 1)];
  const [x, f, g, h] = [view(at), view(at + 1), view(at + 2), view(at + 3)];
  return places([
    ...lexical([c, d, e, x, f, g, h]),
    ...grammatical([d, e, x, f, g]),
    ...ruled([d, e, x, f, g]),
    ...quoted([e, x, f]),
    ...nearby(e, x),
  ]);
}

type Few = readonly number[][];

function lexical([c, d, e, x, f, g, h]: readonly [Seen, Seen, Seen, Seen, Seen, Seen, Seen]): Few {
  return [
    [],
    [x.lower],
    [x.lemma],
    [e.lower],
    [f.lower],
    [e.lemma],
    [f.lemma],
    [d.lower],
    [g.lower],
    [c.lower],
    [h.lower],
    [e.lemma, x.lemma],
    [x.lemma, f.lemma],
    [x.lemma, f.pos],
    [e.pos, x.lemma],
    [e.lower, f.lower],
    [d.lemma, e.lemma, x.pos],
    [x.pos, f.lemma, g.lemma],
    [x.lower, f.lower, g.lower],
    [d.lower, e.lower, x.lower],
    [e.lower, x.lower, f.lower],
    [x.ending],
    [x.ending, x.pos, f.pos],
  ];
}

function grammatical([d, e, x, f, g]: readonly [Seen, Seen, Seen, Seen, Seen]): Few {
  return [
    [x.pos],
    [e.pos],
    [f.pos],
    [d.pos],
    [g.pos],
    [e.pos, x.pos],
    [x.pos, f.pos],
    [e.pos, x.pos, f.pos],
    [x.pos, f.pos, g.pos],
    [d.pos, e.pos, x.pos],
    [e.pos, x.lower, f.pos],
    [x.place, x.shape, x.pos],
    [x.place, x.lower],
    [x.place, x.pos, f.pos],
    [x.frame],
    [x.frame, x.lemma],
    [x.frame, e.pos, x.pos],
    [x.cue],
    [x.cue, e.pos],
    [x.shape, e.shape, f.shape],
  ];
}

function ruled([d, e, x, f, g]: readonly [Seen, Seen, Seen, Seen, Seen]): Few {
  return [
    [x.rule],
    [e.rule, x.rule, f.rule],
    [x.rule, x.pos],
    [x.rule, x.lemma],
    [d.rule, e.rule, x.rule, f.rule, g.rule],
    [x.rule, f.lower],
    [x.rule, e.lower],
    [x.rule, x.quote],
  ];
}

function quoted([e, x, f]: readonly [Seen, Seen, Seen]): Few {
  return [
    [x.quote],
    [x.quote, x.pos],
    [e.quote, x.quote, f.quote],
    [e.quote, x.quote, e.lower, x.lower],
  ];
}

function nearby(e: Seen, x: Seen): Few {
  const { before, after } = x;
  return [
    [before.lemma],
    [after.lemma],
    [before.lemma, before.away],
    [after.lemma, after.away],
    [before.frame, before.away],
    [after.frame, after.away],
    [before.frame, x.pos, before.away],
    [after.frame, x.pos, after.away],
    [before.lemma === 0 ? 0 : 1, after.lemma === 0 ? 0 : 1, x.pos],
    [before.lemma, x.lower],
    [after.lemma, x.lower, e.pos],
  ];
}

function edgeFeatures(view: View, at: number): number[] {
  const [e, x, f] = [view(at - 1), view(at), view(at + 1)];
  return places([
    [x.place & 1],
    [x.lower],
    [x.pos, x.place & 1],
    [e.lower, x.pos],
    [e.rule, x.rule],
    [e.quote, x.quote, x.place & 1],
    [e.pos, x.pos, f.pos],
  ]).map((feature) => feature ^ 0x5bd1e);
}
