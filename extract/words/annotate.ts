import { joinHyphens } from './hyphens.ts';
import { placeWords, unread } from './place.ts';
import type { Block } from './segment.ts';
import type { Span } from './span.ts';
import { createTagger } from './tagger.ts';
import type { Token } from './token.ts';

/** A tagger of English text. */
export interface Annotator {
  /** The tokens of every block of a text, block by block. */
  annotate(text: string, blocks: readonly Block[]): Token[][];
  /** Whether small letters are a word that it has learnt. */
  isKnown(word: string): boolean;
}

// What is longer was never a word; the tagger would spend minutes on it.
const longestWord = 60;
const tooLong = /\S{61}/;
const longestPiece = 8000;

/** A tagger that works offline. It holds the model (some megabytes): make one and keep it. */
export function createAnnotator(): Annotator {
  const tagger = createTagger();
  const read = (text: string, block: Block, small?: ReadonlySet<string>): Token[] => {
    const tokens: Token[] = [];
    for (const piece of piecesOf(text, block)) {
      const run = text.slice(piece.start, piece.end);
      const shown = small ? withoutTitleCase(run, small) : run;
      if (piece.isWord) tokens.push(unread(text, piece));
      else placeWords(tokens, { ...piece, text, block, shown }, tagger.tag);
    }
    return joinHyphens(text, tokens);
  };
  return {
    annotate(text, blocks) {
      const paragraphs = blocks.map((block) => (isPlain(block) ? read(text, block) : undefined));
      const small = smallWords(blocks, paragraphs);
      return blocks.map((block, at) => paragraphs[at] ?? read(text, block, small));
    },
    isKnown: tagger.isKnown,
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
