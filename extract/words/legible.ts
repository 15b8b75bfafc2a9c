import { type GapReader, isEdge, oddSpaces, openGaps, unseen } from './gaps.ts';
import { oddMarks, plainMark } from './marks.ts';
import type { Edit, ReadText } from './places.ts';

const plain = /^[\n\x20-\x7e¡-ª¬®-³µ-º¼-ʯ–—‘’“”…€]*$/u;

const picture = '\\p{Extended_Pictographic}[\\p{EMod}\\ufe0e\\ufe0f\\u{e0020}-\\u{e007f}]*';

/** All that may be read otherwise than it is written, and emoji, which hold together by what is unseen elsewhere. */
const odd = new RegExp(
  [
    `(?<emoji>${picture}(?:\\u200d${picture})*)`,
    `(?<gap>[${oddSpaces}${unseen}]+)`,
    '(?<accented>[^\\p{M}\\s]\\p{M}{1,8})',
    `[${oddMarks}]`,
  ].join('|'),
  'gu',
);

const notSeen = new RegExp(`[${unseen}]`, 'gu');

/**
 * The text with one kind of space, line end, hyphen and dash, with quotation marks that point the right way, letters in
 * their usual form, and nothing unseen. `isKnown` tells of letters whether they are a word; without it fewer of those that
 * something unseen parts are told apart.
 */
export function legible(text: string, isKnown: (word: string) => boolean = () => false): ReadText {
  if (plain.test(text)) return { text: turned(text), edits: [] };
  const gapForm = gapReader(text, isKnown);
  const edits: Edit[] = [];
  let [read, from] = ['', 0];
  for (const { 0: written, index: start, groups } of text.matchAll(odd)) {
    if (groups?.emoji !== undefined) continue;
    const place = { start, end: start + written.length };
    const form =
      groups?.gap !== undefined
        ? gapForm(place)
        : groups?.accented !== undefined
          ? written.replace(notSeen, '').normalize('NFC')
          : plainMark(text, place);
    read += text.slice(from, start);
    if (form.length !== written.length)
      edits.push({ written: place, read: { start: read.length, end: read.length + form.length } });
    read += form;
    from = place.end;
  }
  return { text: read + text.slice(from), edits };
}

/** What most texts need: no mark of theirs is odd but by the side it stands on. */
function turned(text: string): string {
  return text.replace(/[“”‘]/gu, (_mark, start: number) =>
    plainMark(text, { start, end: start + 1 }),
  );
}

/** How runs of odd spaces, and of what is unseen, are read in the text. */
function gapReader(text: string, isKnown: (word: string) => boolean): GapReader {
  const lineEnds = lineEndsOf(text);
  const unseenForm = openGaps(text, isKnown);
  return (place) => {
    const spaces = text.slice(place.start, place.end).replace(notSeen, '');
    if (spaces === '') return unseenForm(place);
    const ends = [...spaces].filter((space) => lineEnds.includes(space));
    if (ends.length > 0) return '\n'.repeat(ends.length);
    return isEdge(text, place) ? '' : ' ';
  };
}

const rarer = '\v\f\x85\u2028\u2029';
const rarerEnd = new RegExp(`[${rarer}](?![${rarer}])`, 'gu');
const rarerSpace = new RegExp(`[${rarer}] *\\p{Ll}`, 'gu');

/** The line feed where a text has any; else carriage returns, and the rarer ends of lines where most lines begin as lines do. */
function lineEndsOf(text: string): string {
  if (text.trim().includes('\n')) return '';
  const [ends, spaces] = [rarerEnd, rarerSpace].map((kind) => text.match(kind)?.length ?? 0);
  return 2 * (spaces ?? 0) < (ends ?? 0) ? `\r${rarer}` : '\r';
}
