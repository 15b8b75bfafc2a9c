import { isSpace, type Span } from './span.ts';

const abbreviations = new Set(
  `mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj sgt capt cmdr adm rev hon st sr jr jan feb mar apr jun jul aug sep
  sept oct nov dec mon tue wed thu fri sat sun inc corp co ltd vs etc ave blvd dept univ vol pp fig approx est u.s u.k u.n d.c
  e.g i.e a.m p.m ph.d`.split(/\s+/u),
);

/** Abbreviations that also end sentences: a capital after them decides nothing, a new subject does. */
const mayEnd = new Set([
  'u.s',
  'u.k',
  'u.n',
  'd.c',
  'a.m',
  'p.m',
  'inc',
  'corp',
  'co',
  'ltd',
  'etc',
  'jr',
  'sr',
  'ph.d',
]);
const starters = new Set(
  `the a an he she it they we i in on at but and this that these those his her their our as when while if after before for there
  mr mrs ms`.split(/\s+/u),
);

// Nobody writes longer ones; what reads a sentence may take its time with each word.
const longest = 1500;

/** The sentences of a block, in order, without the space between them. */
export function sentencesIn(text: string, block: Span): Span[] {
  const sentences: Span[] = [];
  let start = block.start;
  for (let at = block.start; at < block.end; at++) {
    if (at - start > longest && isSpace(text.charCodeAt(at))) {
      sentences.push({ start, end: at });
      start = pastSpace(text, at, block.end);
      continue;
    }
    if (!'.!?…'.includes(text[at] ?? ' ')) continue;
    const end = pastClosing(text, at + 1, block.end);
    const next = pastSpace(text, end, block.end);
    if (next >= block.end) break;
    if (next > end && isEnd(text, { start, end: at }, next)) {
      sentences.push({ start, end });
      start = next;
    }
    at = end - 1;
  }
  if (start < block.end) sentences.push({ start, end: block.end });
  return sentences;
}

const speaking =
  /^(?:\p{L}[\p{L}.’'-]*,? ){1,6}(?:said|says|asked|asks|told|tweeted|wrote|writes|added|adds|replied|responded|answered|shouted|yelled|repeated|joked|exclaimed|recalled|continued)\b/u;

/** `"Really?" Lee asked`: the quotation ends there, the sentence does not. */
function isSaidNext(text: string, next: number): boolean {
  return (
    text[next - 2] !== undefined &&
    /["”’']/u.test(text[next - 2] ?? '') &&
    speaking.test(text.slice(next, next + 80))
  );
}

function pastClosing(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && '.!?…"”’\')]»'.includes(text[at] ?? ' ')) at++;
  return at;
}

function pastSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isEnd(text: string, { start, end }: Span, next: number): boolean {
  const following = /^["“‘'«([—–-]*\s?(\p{L}*)/u.exec(text.slice(next, next + 24))?.[1] ?? '';
  if (
    following !== '' &&
    following === following.toLowerCase() &&
    following !== following.toUpperCase()
  ) {
    return false;
  }
  if (text[end] !== '.') return !isSaidNext(text, next);
  const word =
    /[\p{L}.]*$/u.exec(text.slice(Math.max(start, end - 12), end))?.[0].toLowerCase() ?? '';
  if (/^\p{L}$/u.test(word) && word !== 'i') return false;
  if (word === 'no') return !/\p{N}/u.test(text[next] ?? '');
  if (!abbreviations.has(word) && !/^\p{L}(?:\.\p{L})+$/u.test(word)) return true;
  return mayEnd.has(word) && starters.has(following.toLowerCase());
}
