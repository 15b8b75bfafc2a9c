import { anyWordOf } from './any-word.ts';
import { isPaired, pairsOf, partsOf } from './paired-letters.ts';

const mostWords = 16;
const shortestBeginning = 2;

/** The stem of a word that ends so is short, and much begins like it that is something else: `plan` for `planned`. */
const isShortened =
  /[a-z](?:e[dr]|ers|ing|ly|ions?|ments?|ness|[ai]ble|al|ive|ful|ous|ity|[ae]nce|ate|i[sz]e)$/i;

/**
 * The words of a text as a question to the search, which must find each of them, the last also by its beginning while it is
 * typed; null where it has none.
 */
export function allWordsOf(text: string): string | null {
  const words = (inWords(text).match(word) ?? []).slice(0, mostWords);
  if (words.length === 0) return null;
  const isTyping = isUnfinished.test(text);
  return words
    .map((word, place) => termOf(word, isTyping && place === words.length - 1))
    .join(' AND ');
}

/** The words of a text as a question to the search that finds what has any of them, or what begins like the last; null where it has none. */
export function someWordsOf(text: string): string | null {
  const any = anyWordOf(inWords(text));
  const last = isUnfinished.test(text) ? (inWords(text).match(word) ?? []).at(-1) : undefined;
  if (any === null || last === undefined || Array.from(last).length <= shortestBeginning)
    return any;
  // The beginning of a common word is that of many.
  return any.includes(quoted(last.toLowerCase())) ? `${any} OR ${quoted(last)} *` : any;
}

/** What `someWordsOf` looks for, one by one. */
export const termsOf = (some: string): readonly string[] => some.split(' OR ').slice(0, mostWords);

/** Whether a text has more than one word. */
export const hasSeveralWords = (text: string): boolean =>
  (inWords(text).match(word) ?? []).length > 1;

const letters = '[\\p{L}\\p{M}\\p{N}]+';
const word = new RegExp(`${letters}(?:['’ʼ‘-]${letters})*`, 'gu');
const isUnfinished = /[\p{L}\p{M}\p{N}]$/u;

/** Without what says only whose something is: `the mayor’s`. */
const inWords = (text: string): string =>
  text.normalize('NFC').replace(/(?<=\p{L})['’ʼ‘]s(?![\p{L}\p{N}])/giu, '');

const quoted = (words: string): string => `"${words}"`;
const eitherOf = (terms: readonly string[]): string =>
  terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`;

function termOf(word: string, isTyped: boolean): string {
  const pieces = word.split(/['’ʼ‘-]/u);
  if (pieces.length === 1) return pieceTerm(word, isTyped);
  const joined = quoted(pieces.join(''));
  // An apostrophe stands inside a name; what a hyphen joins stands by itself, too.
  if (!word.includes('-')) return eitherOf([quoted(pieces.join(' ')), joined]);
  return eitherOf([`(${pieces.map(quoted).join(' AND ')})`, joined]);
}

function pieceTerm(word: string, isTyped: boolean): string {
  const runs = partsOf(word).filter(isPaired);
  const begun = isTyped && Array.from(word).length >= shortestBeginning && !isShortened.test(word);
  const whole = [quoted(word), ...(begun ? [`${quoted(word)} *`] : [])];
  if (runs.length === 0) return eitherOf(whole);
  const inRuns = runs.map((run) => {
    const pairs = pairsOf(run);
    return pairs.length === 0 ? `${quoted(run)} *` : quoted(pairs.join(' '));
  });
  return eitherOf([...whole, `(${inRuns.join(' AND ')})`]);
}
