import type { Annotator } from './annotate.ts';
import { legible } from './legible.ts';
import { withVerbs } from './mistaken.ts';
import { type ReadText, readSpan, writtenSpan } from './places.ts';
import { type Block, segment } from './segment.ts';
import { contains, type Span } from './span.ts';
import type { Token } from './token.ts';

/** A token that knows its block, its sentence and the outermost quotation it stands in (-1 for none), all by number. */
export interface Word extends Token {
  readonly block: number;
  readonly sentence: number;
  readonly quotation: number;
}

/** A text read into words: what every later stage looks at. Its places are those of the text as it is read. */
export interface Passage extends ReadText {
  readonly blocks: readonly Block[];
  readonly words: readonly Word[];
}

/** Words from `first` to `last`, both included, by their place in the passage. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The text read into words. A quotation that goes on in the next paragraph keeps its number there. */
export function passageOf(written: string, annotator: Annotator): Passage {
  const { text, edits } = legible(written, annotator.isKnown);
  const blocks = segment(text);
  const words: Word[] = [];
  const count = { sentence: 0, quotation: 0 };
  const tokens = annotator.annotate(text, blocks);
  for (const [block, { quotations, sentences }] of blocks.entries()) {
    const outer = quotations.filter(({ depth }) => depth === 1);
    let [sentence, quotation] = [0, 0];
    for (const token of tokens[block] ?? []) {
      while (isPast(sentences, sentence, token)) sentence++;
      while (isPast(outer, quotation, token)) quotation++;
      const quoting = outer[quotation];
      // Field by field: spreading each token takes longer than all else here.
      words.push({
        start: token.start,
        end: token.end,
        text: token.text,
        lower: token.lower,
        lemma: token.lemma,
        pos: token.pos,
        block,
        sentence: count.sentence + sentence,
        quotation:
          quoting !== undefined && contains(quoting, token) ? count.quotation + quotation : -1,
      });
    }
    count.sentence += sentences.length;
    count.quotation += outer.length - (outer.at(-1)?.continued ? 1 : 0);
  }
  return { text, edits, blocks, words: withVerbs(words) };
}

function isPast(spans: readonly Span[], at: number, token: Span): boolean {
  const span = spans[at];
  return span !== undefined && token.start >= span.end;
}

export function spanOf({ words }: Pick<Passage, 'words'>, { first, last }: Range): Span {
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

/** Where words stand in the text as it is written. */
export function writtenAt(passage: Passage, range: Range): Span {
  return writtenSpan(passage, spanOf(passage, range));
}

/** The text of some ranges, with a space between them and wherever lines end. */
export function wordsOf(passage: Passage, ranges: readonly Range[]): string {
  return ranges
    .map((range) => spanOf(passage, range))
    .map(({ start, end }) => onOneLine(passage.text.slice(start, end)))
    .join(' ');
}

// Most runs have single spaces alone: to look for others costs less than to write all anew.
function onOneLine(run: string): string {
  return /[^\S ]|\s\s/u.test(run) ? run.replace(/\s+/gu, ' ') : run;
}

/** The words that a span touches. */
export function rangeOf({ words }: Pick<Passage, 'words'>, { start, end }: Span): Range {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while ((words[last + 1]?.start ?? Number.POSITIVE_INFINITY) < end) last++;
  return { first: low, last };
}

/** The words that a span of the text as it is written touches. */
export function rangeWritten(passage: Passage, span: Span): Range {
  return rangeOf(passage, readSpan(passage, span));
}

/** The first word after `at` that is of another sentence. */
export function sentenceEnd(words: readonly Word[], at: number): number {
  const sentence = words[at]?.sentence;
  let end = at;
  while (end < words.length && words[end]?.sentence === sentence) end++;
  return end;
}

export function sentenceStart(words: readonly Word[], at: number): number {
  const sentence = words[at]?.sentence;
  let start = at;
  while (start > 0 && words[start - 1]?.sentence === sentence) start--;
  return start;
}

/** The first word after the quotation that `at` stands in. */
export function quotationEnd(words: readonly Word[], at: number): number {
  const quotation = words[at]?.quotation;
  let end = at;
  while (end < words.length && words[end]?.quotation === quotation) end++;
  return end;
}

export function quotationStart(words: readonly Word[], at: number): number {
  const quotation = words[at]?.quotation;
  let start = at;
  while (start > 0 && words[start - 1]?.quotation === quotation) start--;
  return start;
}

/** The range without the marks at its ends that belong to no quotation. */
export function bare(words: readonly Word[], { first, last }: Range): Range | undefined {
  let [from, to] = [first, last];
  while (from <= to && isMark(words[from])) from++;
  while (to >= from && isMark(words[to])) to--;
  return from > to ? undefined : { first: from, last: to };
}

function isMark(word: Word | undefined): boolean {
  if (word === undefined || word.quotation >= 0) return word === undefined;
  return word.pos === 'PUNCT' && !'()$'.includes(word.text);
}
