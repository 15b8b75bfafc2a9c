import { occurrencesOf } from './occurrence.ts';
import { foldText } from './quote-fold.ts';

/** What is known of the text of a version. */
export interface VersionText {
  readonly key: number;
  readonly text: string | null;
  /** When its text was erased. */
  readonly erasedAt: number | null;
}

/** Words with what stood around them where they were quoted; empty where that is not known. */
export interface WordsAround {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Words that were quoted from a version of a page. */
export interface QuotedWords extends Omit<WordsAround, 'quote'> {
  readonly article: number;
  /** Null where they are not known: left out, or erased. */
  readonly quote: string | null;
  readonly recordedAt: number;
  /** The version that was told to be the first with them, where texts do not say it. */
  readonly firstShownBy: number | null;
}

/** Tells the letters of a text without its typography. */
export type Fold = (version: VersionText & { readonly text: string }) => string;

/**
 * Whether words stand in a version of the page, which comes before (`isEarlier`) the one told to be the first with them. A
 * text that is not known has the words. Null where nobody can tell any more: what was found before an erasure stays.
 */
export function standsIn(
  { quote, prefix, suffix, ...words }: QuotedWords,
  version: VersionText,
  { fold, isEarlier }: { readonly fold: Fold; readonly isEarlier: boolean },
): boolean | null {
  const { text, erasedAt } = version;
  if (version.key === words.article) return true;
  if (text === null) {
    const wasFound = erasedAt !== null && words.recordedAt <= erasedAt;
    return wasFound ? null : !isEarlier;
  }
  if (quote === null) return version.key === words.firstShownBy ? true : null;
  const [place] = placesOfWords(fold({ ...version, text }), { quote, prefix, suffix });
  return place !== undefined;
}

/**
 * Where words begin and end in the letters of a text without its typography: as whole words, unless they were quoted as parts
 * of words.
 */
export function* placesOfWords(
  letters: string,
  { quote, prefix, suffix }: WordsAround,
): Generator<{ readonly start: number; readonly end: number }> {
  const sought = foldedLetters(quote).trim();
  const isPart = {
    before: goesOn(prefix.slice(-1) + quote.slice(0, 1)),
    after: goesOn(quote.slice(-1) + suffix.slice(0, 2)),
  };
  for (const start of occurrencesOf(letters, sought)) {
    const end = start + sought.length;
    const isCutBefore = !isPart.before && goesOn(letters.slice(Math.max(0, start - 1), start + 1));
    const isCutAfter = !isPart.after && goesOn(letters.slice(end - 1, end + 2));
    if (!isCutBefore && !isCutAfter) yield { start, end };
  }
}

/** The letters of a text without its typography. */
export function foldedLetters(text: string): string {
  return foldText(text).letters;
}

const alone =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const inWord = new RegExp(`^(?![${alone}])[\\p{L}\\p{N}](?![${alone}])[\\p{L}\\p{N}]`, 'u');

/** Whether the first two characters are of one word, or the first three of one number: `3,0`. */
function goesOn(characters: string): boolean {
  return inWord.test(characters) || /^\p{N}[.,]\p{N}/u.test(characters);
}
