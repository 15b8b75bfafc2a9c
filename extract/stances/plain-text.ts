import type { Range, Word } from '../words/passage.ts';

interface PlainText {
  readonly text: string;
  /** Where each word begins in the text, with its place in the passage. */
  readonly places: readonly (readonly [number, number])[];
}

/** The words with one space between them, without quotation marks and the marks at the ends; the first of them where `most` says how many. */
export function plainText(
  words: readonly Word[],
  ranges: readonly Range[],
  most = Number.POSITIVE_INFINITY,
): PlainText {
  const places: (readonly [number, number])[] = [];
  let text = '';
  for (const { first, last } of ranges) {
    for (let at = first; at <= last && places.length < most; at++) {
      const word = words[at]?.text.replaceAll('’', "'") ?? '';
      const isWord = letter.test(word);
      if (!isWord && (quotationMark.test(word) || (text === '' && noLetter.test(word)))) continue;
      if (text !== '' && (isWord || !mark.test(word))) text += ' ';
      places.push([text.length, at]);
      text += word;
    }
  }
  let end = text.length;
  while (end > 0 && closing.test(text.charAt(end - 1))) end--;
  return { text: text.slice(0, end), places };
}

const letter = /^\p{L}/u;
const noLetter = /^\P{L}+$/u;
const quotationMark = /^(?:["“”«»„‘`]|'|''|``)$/u;
const mark = /^[,.;:!?…]+$/u;
const closing = /[\s,.;:!?…—–-]/u;

/** The words that a span of that text covers. */
export function wordsAt(
  places: readonly (readonly [number, number])[],
  [start, end]: readonly [number, number],
): Range | undefined {
  const inside = places.filter(([at]) => at >= start && at < end);
  const [first, last] = [inside[0]?.[1], inside.at(-1)?.[1]];
  return first === undefined || last === undefined ? undefined : { first, last };
}
