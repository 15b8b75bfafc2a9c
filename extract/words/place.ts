import type { Block } from './segment.ts';
import { isSpace, type Span } from './span.ts';
import { correctedPos, type Tagged } from './tags.ts';
import type { Token } from './token.ts';

/** What a tagger makes of a run of text. */
export type Tag = (run: string) => Tagged;

/** A stretch of a block, and how the tagger is to see it, at the same length. */
export interface Stretch extends Span {
  readonly text: string;
  readonly block: Block;
  readonly shown: string;
}

// A tagger that misses more often does not read that text.
const mostMissed = 12;

/**
 * Adds the tagger's words of a stretch, each at its place in the text. From where a word does not stand as the tagger has
 * it, the rest is tagged anew; what is wrong then as well is left out up to the next space.
 */
export function placeWords(tokens: Token[], stretch: Stretch, tag: Tag): void {
  const { text, end, shown } = stretch;
  let { start } = stretch;
  for (let missed = 0; start < end && missed <= mostMissed; missed++) {
    const rest = { ...stretch, start, shown: shown.slice(start - stretch.start) };
    const miss = placeWhile(tokens, rest, tag(rest.shown));
    if (miss === start) {
      start = wordEnd(text, miss, end);
      tokens.push(unread(text, { start: miss, end: start }));
    } else start = miss;
  }
}

function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** A token of what no tagger has read. */
export function unread(text: string, { start, end }: Span): Token {
  const word = text.slice(start, end);
  return { start, end, text: word, lower: word, lemma: word, pos: 'X' };
}

/** Adds words while they stand where they must, and tells where the first does not; the end where all do. */
function placeWhile(
  tokens: Token[],
  { text, start: first, end, block, shown }: Stretch,
  tagged: Tagged,
): number {
  const isProse = block.kind === 'PARAGRAPH';
  let from = first;
  for (const [at, word] of tagged.words.entries()) {
    const pos = tagged.pos[at] ?? 'X';
    if (pos === 'SPACE' || word === '') continue;
    const start = pastSpace(text, from, end);
    const own = text.slice(start, start + word.length);
    if (own !== word && !shown.startsWith(word, start - first)) return start;
    from = start + word.length;
    const isVerb = pos === 'VERB' || pos === 'AUX';
    const isName =
      isProse &&
      isVerb &&
      isCapitalized.test(word) &&
      isWithin(tokens, { text, start, next: tagged.words[at + 1] ?? '' });
    tokens.push({
      start,
      end: from,
      text: own,
      lower: lowerOf(own),
      lemma: (tagged.lemmas[at] ?? word).toLowerCase(),
      pos: isName ? 'PROPN' : correctedPos(tagged, at),
    });
  }
  return pastSpace(text, from, end);
}

const isCapitalized = /^\p{Lu}\p{Ll}/u;

function lowerOf(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

const speech = new Set(['said', 'says', 'told', 'added', 'wrote']);

/** Whether a sentence goes on there, or somebody speaks: `Sen. Mark Roe`, `“It leaks,” Grant said`. */
function isWithin(tokens: readonly Token[], { text, start, next }: Spot): boolean {
  const before = tokens.at(-1);
  if (speech.has(next)) return true;
  if (before === undefined) return false;
  const isShort = before.pos === 'PROPN' && before.text.endsWith('.');
  return isShort || /[\p{L}\p{N},]\s*$/u.test(text.slice(start - 2, start));
}

interface Spot {
  readonly text: string;
  readonly start: number;
  /** The word behind it. */
  readonly next: string;
}

function pastSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}
