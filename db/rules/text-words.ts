import { isBoilerplate } from './boilerplate.ts';

/** A word of a text: what it says whatever its typography, and where it stands. */
export interface TextWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of each line of a text, without the lines that only stand around an article. */
export function linesOfWords(text: string): readonly (readonly TextWord[])[] {
  const lines: TextWord[][] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    if (isBoilerplate(line)) continue;
    const words = wordsOf(line, index);
    if (words.length > 0) lines.push(words);
  }
  return lines;
}

/**
 * A run of letters and digits, an apostrophe between them, or a sign that a number would not mean the same without. Entities,
 * soft hyphens and marks of formatting are of the word in which they stand; quotation marks, dashes and points are of none.
 */
function wordsOf(line: string, offset: number): TextWord[] {
  const words: TextWord[] = [];
  let open: OpenWord | null = null;
  const close = () => {
    if (open === null) return;
    open.word = open.word.normalize('NFKC');
    words.push(open);
    open = null;
  };
  for (const { 0: piece, index } of line.matchAll(pieces)) {
    if (piece === ' ') {
      close();
      continue;
    }
    const start = offset + index;
    const end = start + piece.length;
    const said = piece.startsWith('&') ? entity(piece) : piece;
    if (inWord.test(said)) {
      open ??= { word: '', start, end };
      open.word += said;
      open.end = end;
    } else if (formatting.test(said)) {
      if (open !== null) open.end = end;
    } else if (apostrophes.test(said) && open !== null && isLetterAt(line, index + piece.length)) {
      open.word += "'";
      open.end = end;
    } else {
      const isSign = signs.test(said) || (minus.test(said) && isSignAt(line, index, piece.length));
      close();
      if (isSign) words.push({ word: minus.test(said) ? '-' : said, start, end });
    }
  }
  close();
  return words;
}

interface OpenWord {
  word: string;
  readonly start: number;
  end: number;
}

const pieces = /&(?:amp;)*(?:[a-z]+\d*|#\d+|#x[\da-f]+);|[\p{L}\p{N}\p{M}]+|./giu;
const inWord = /^[\p{L}\p{N}\p{M}]+$/u;
const formatting = /^[\u00ad\p{Cf}]*$/u;
const apostrophes = /^['’‘ʼ´`]$/u;
const signs = /^[\p{Sc}%‰°§+=<>]$/u;
const minus = /^[-−–]$/u;

function isLetterAt(line: string, index: number): boolean {
  return /^[\p{L}\p{N}]/u.test(line.slice(index, index + 2));
}

/** Whether a dash stands before a number and behind a space: `-5`, and not `10-20`. */
function isSignAt(line: string, index: number, length: number): boolean {
  return (
    /^\d/u.test(line.slice(index + length)) && /(?:^|\s)$/u.test(line.slice(0, index).slice(-1))
  );
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  ndash: '–',
  mdash: '—',
  minus: '−',
  hellip: '…',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  sect: '§',
  deg: '°',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
};

const marks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};

/** The character that an entity stands for, however often it was escaped; itself where it stands for none. */
function entity(escaped: string): string {
  const name = /([a-z]+\d*|#x?[\da-f]+);$/iu.exec(escaped)?.[1] ?? '';
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (name.startsWith('#')) return isCharacter(code) ? String.fromCodePoint(code) : escaped;
  const [, letter = '', mark = ''] = /^([a-z])([a-z]+)$/iu.exec(name) ?? [];
  const marked = marks[mark];
  return named[name] ?? (marked === undefined ? escaped : letter + marked);
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}
