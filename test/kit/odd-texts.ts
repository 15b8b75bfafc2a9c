import type { Random } from '../bench/record/random.ts';

/** A text of the same words with other spaces, line ends or letters, or with characters that nobody sees. */
export type OddText = (text: string, random: Random) => string;

const spaces = [
  ...'\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
];
const invisibleSpaces = ['\u2060', '\ufeff'];
const insideWords = [
  ...'\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202e\u2066\u2069\ufeff\u180e',
];

const inPlaceOf =
  (characters: readonly string[], share: number): OddText =>
  (text, random) =>
    text.replace(/ /gu, () => (random.chance(share) ? random.pick(characters) : ' '));

const beside =
  (characters: readonly string[], share: number): OddText =>
  (text, random) =>
    text.replace(/ /gu, () => {
      const odd = random.pick(characters);
      return random.chance(share) ? random.pick([odd, ` ${odd}`, `${odd} `, `${odd}${odd}`]) : ' ';
    });

const inside =
  (characters: readonly string[], share: number): OddText =>
  (text, random) =>
    text.replace(/(?<=\p{L})(?=\p{L})/gu, () =>
      random.chance(share) ? random.pick(characters) : '',
    );

const lineEnd =
  (end: string): OddText =>
  (text) =>
    text.replaceAll('\n', end);

export const oddTexts: Readonly<Record<string, OddText>> = {
  'odd spaces in place of and beside spaces': beside([...spaces, ...invisibleSpaces], 0.3),
  'a few odd spaces': beside([...spaces, ...invisibleSpaces], 0.02),
  'no plain space': inPlaceOf(spaces, 1),
  'zero-width no-break spaces in place of spaces': inPlaceOf(['\ufeff'], 0.3),
  'nothing but zero-width spaces between words': inPlaceOf(['\ufeff'], 1),
  'word joiners in place of spaces': inPlaceOf(['\u2060'], 0.1),
  'zero-width spaces in place of spaces': inPlaceOf(['\u200b'], 0.3),
  'line and page ends, tabs and no-break spaces in place of spaces': inPlaceOf(
    [...'\t\v\f\r\u0085\u00a0\u1680\u2028\u2029'],
    0.2,
  ),
  'soft hyphens in words': inside(['\u00ad'], 0.2),
  'what is unseen in words': inside(insideWords, 0.2),
  'few unseen characters in words': inside(insideWords, 0.01),
  'zero-width spaces in words': inside(['\u200b'], 0.1),
  'a word joiner in a word here and there': inside(['\u2060'], 0.003),
  'the line ends of Windows': lineEnd('\r\n'),
  'the line ends of old machines': lineEnd('\r'),
  'line separators': lineEnd('\u2028'),
  'paragraph separators': lineEnd('\u2029'),
  'accents apart from their letters': (text) => text.normalize('NFD'),
};

/** The words without what differs between such texts. */
export function seenIn(text: string): string {
  return text.normalize('NFC').replace(/[\s\u0085\p{Default_Ignorable_Code_Point}]+/gu, '');
}
