import { type Property, properties } from './view.ts';

/** A kind of feature: properties of words that count together. */
export type Template = readonly Part[];

interface Part {
  readonly property: Property;
  /** Of which word: 0 is the one in question, -1 the one before. */
  readonly offset: number;
}

// A line each. A property of another word has its offset before it.
export const wordTemplates = templatesOf(`
  any
  lower
  lemma
  -1.lower
  +1.lower
  -2.lower
  +2.lower
  -1.lemma lemma
  lemma +1.lemma
  lemma +1.pos
  -1.pos lemma
  -2.lemma -1.lemma pos
  pos +1.lemma +2.lemma
  -1.lower lower +1.lower
  ending
  ending pos +1.pos

  -1.pos pos
  pos +1.pos
  -1.pos pos +1.pos
  pos +1.pos +2.pos
  -2.pos -1.pos pos
  -1.pos lower +1.pos
  place shape pos
  place lower
  place pos +1.pos
  frame lemma
  frame -1.pos pos
  cue -1.pos
  shape -1.shape +1.shape

  -1.rule rule +1.rule
  rule pos
  rule lemma
  -2.rule -1.rule rule +1.rule +2.rule
  rule +1.lower
  rule -1.lower
  rule quote
  quote pos
  -1.quote quote +1.quote
  -1.quote quote -1.lower lower

  cueBefore cueBeforeAway
  cueAfter cueAfterAway
  frameBefore cueBeforeAway
  frameAfter cueAfterAway
  frameBefore pos cueBeforeAway
  frameAfter pos cueAfterAway
  cueSides pos
  cueBefore lower
  cueAfter lower -1.pos

  markBefore markBeforeAway pos
  markAfter markAfterAway pos
  markBefore markAfter pos
  markBefore rule quote
  markAfter rule quote
  roleBefore roleBeforeAway rule
  roleAfter roleAfterAway rule
  roleBefore rule roleAfter
`);

/** Of a word and the label before it. */
export const edgeTemplates = templatesOf(`
  pos opens
  -1.lower pos
  -1.rule rule
  -1.quote quote opens
  -1.pos pos +1.pos
`);

function templatesOf(table: string): Template[] {
  const lines = table.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => line.split(' ').map(partOf));
}

function partOf(part: string): Part {
  const [, offset = '0', name] = /^(?:([+-]\d)\.)?(\w+)$/.exec(part) ?? [];
  const property = properties.find((known) => known === name);
  if (property === undefined) throw new Error(`Words have no property ${part}.`);
  return { property, offset: Number(offset) };
}
