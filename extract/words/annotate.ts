import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import { joinHyphens } from './hyphens.ts';
import type { Block } from './segment.ts';
import { isSpace, type Span } from './span.ts';
import type { Token } from './token.ts';

/** The tokens of every block of a text, block by block. */
export type Annotate = (text: string, blocks: readonly Block[]) => Token[][];

/** What the tagger says of a piece, word by word. */
interface Tagged {
  readonly words: readonly string[];
  readonly pos: readonly string[];
  readonly lemmas: readonly string[];
}

// What is longer was never a word; the tagger would spend minutes on it.
const longestWord = 60;
const tooLong = /\S{61}/;
const longestPiece = 8000;

/** A tagger that works offline. It holds the model (some megabytes): make one and keep it. */
export function createAnnotate(): Annotate {
  const nlp = winkNLP(model, ['pos']);
  const { its } = nlp;
  // Its types give `lemma` another list of arguments than the functions that tokens take.
  const lemma = its.lemma as ItsFunction<string>;
  const tag = (piece: string): Tagged => {
    const tokens = nlp.readDoc(piece).tokens();
    return { words: tokens.out(), pos: tokens.out(its.pos), lemmas: tokens.out(lemma) };
  };
  const read = (text: string, block: Block, small?: ReadonlySet<string>): Token[] => {
    const tokens: Token[] = [];
    for (const piece of piecesOf(text, block)) {
      const run = text.slice(piece.start, piece.end);
      if (piece.isWord) tokens.push(unread(text, piece));
      else place(tokens, { text, piece, block }, tag(small ? withoutTitleCase(run, small) : run));
    }
    return joinHyphens(text, tokens);
  };
  return (text, blocks) => {
    const paragraphs = blocks.map((block) => (isPlain(block) ? read(text, block) : undefined));
    const small = smallWords(blocks, paragraphs);
    return blocks.map((block, at) => paragraphs[at] ?? read(text, block, small));
  };
}

/** Words are written there as in any sentence; in headings capitals mean nothing. */
function isPlain({ kind }: Block): boolean {
  return kind === 'PARAGRAPH' || kind === 'CAPTION';
}

/** The words that paragraphs write small. */
function smallWords(
  blocks: readonly Block[],
  read: readonly (readonly Token[] | undefined)[],
): Set<string> {
  const small = new Set<string>();
  for (const [at, { kind }] of blocks.entries()) {
    if (kind !== 'PARAGRAPH') continue;
    for (const { text, lower } of read[at] ?? []) if (text === lower) small.add(text);
  }
  return small;
}

/** How the tagger is to see a heading: words that paragraphs write small are small there too, at the same length. */
function withoutTitleCase(run: string, small: ReadonlySet<string>): string {
  return run.replace(/\p{Lu}\p{Ll}+/gu, (word) => {
    const lower = word.toLowerCase();
    return small.has(lower) && lower.length === word.length ? lower : word;
  });
}

interface Piece extends Span {
  readonly isWord: boolean;
}

/** Runs of at most `longestPiece` that end at a space; what is too long for a word stands alone. */
function piecesOf(text: string, block: Span): Piece[] {
  const run = text.slice(block.start, block.end);
  if (run.length <= longestPiece && !tooLong.test(run)) {
    return [{ start: block.start, end: block.end, isWord: false }];
  }
  const pieces: Piece[] = [];
  let start = block.start;
  const flush = (end: number) => {
    if (end > start) pieces.push({ start, end, isWord: false });
    start = end;
  };
  for (const match of run.matchAll(/\S+/gu)) {
    const [{ length }, index] = [match[0], match.index];
    const word = { start: block.start + index, end: block.start + index + length };
    if (length > longestWord || word.end - start > longestPiece) flush(word.start);
    if (length > longestWord) {
      pieces.push({ ...word, isWord: true });
      start = word.end;
    }
  }
  flush(block.end);
  return pieces;
}

function unread(text: string, span: Span): Token {
  const word = text.slice(span.start, span.end);
  return { start: span.start, end: span.end, text: word, lower: word, lemma: word, pos: 'X' };
}

interface Place {
  readonly text: string;
  readonly piece: Span;
  readonly block: Block;
}

function place(tokens: Token[], { text, piece, block }: Place, tagged: Tagged): void {
  const isProse = block.kind === 'PARAGRAPH';
  let from = piece.start;
  for (const [at, word] of tagged.words.entries()) {
    const pos = tagged.pos[at] ?? 'X';
    if (pos === 'SPACE' || word === '') continue;
    const start = pastSpace(text, from, piece.end);
    from = Math.min(piece.end, start + word.length);
    const own = text.slice(start, from);
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
      pos: isName ? 'PROPN' : corrected(tagged, at),
    });
  }
}

const isCapitalized = /^\p{Lu}\p{Ll}/u;

function lowerOf(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

const openers = new Set(['a', 'an', 'the', 'his', 'its', 'their', 'our', 'my', 'your']);
const openersOfMany = new Set(['of', 'by', 'with', 'for', 'from', 'among']);

/** `an emailed statement`, `of registered voters`: a participle that stands where an adjective does. */
function isAdjectival({ words, pos }: Tagged, at: number): boolean {
  if (pos[at] !== 'VERB' || pos[at + 1] !== 'NOUN') return false;
  const [word, opener] = [words[at] ?? '', words[at - 1]?.toLowerCase() ?? ''];
  if (word.endsWith('ed'))
    return openers.has(opener) || openersOfMany.has(opener) || pos[at - 1] === 'ADJ';
  return word.endsWith('ing') && openers.has(opener);
}

function corrected(tagged: Tagged, at: number): string {
  if (isAdjectival(tagged, at)) return 'ADJ';
  return isPlan(tagged, at) ? 'VERB' : (tagged.pos[at] ?? 'X');
}

const plans = new Set(['plans', 'hopes', 'aims', 'vows']);

/** `the city plans to close it`: a verb that the tagger takes for a noun. */
function isPlan({ words, pos }: Tagged, at: number): boolean {
  if (pos[at] !== 'NOUN' || words[at + 1] !== 'to' || !plans.has(words[at] ?? '')) return false;
  const isSubject = pos[at - 1] === 'NOUN' || pos[at - 1] === 'PROPN';
  return isSubject && pos[at + 2] === 'VERB' && words[at - 1]?.endsWith('s') === false;
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
