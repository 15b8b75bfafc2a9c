import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import { joinHyphens } from './hyphens.ts';
import type { Block } from './segment.ts';
import type { Span } from './span.ts';
import type { Token } from './token.ts';

/** The tokens of every block of a text, block by block. */
export type Annotate = (text: string, blocks: readonly Block[]) => Token[][];

interface Tagged {
  readonly word: string;
  readonly pos: string;
  readonly lemma: string;
}

// What is longer was never a word; the tagger would spend minutes on it.
const longestWord = 60;
const longestPiece = 8000;

/** A tagger that works offline. It holds the model (some megabytes): make one and keep it. */
export function createAnnotate(): Annotate {
  const nlp = winkNLP(model, ['pos']);
  const { its } = nlp;
  // Its types give `lemma` another list of arguments than the functions that tokens take.
  const lemma = its.lemma as ItsFunction<string>;
  const tag = (piece: string): Tagged[] => {
    const tokens = nlp.readDoc(piece).tokens();
    const [pos, lemmas] = [tokens.out(its.pos), tokens.out(lemma)];
    return tokens
      .out()
      .map((word, at) => ({ word, pos: pos[at] ?? 'X', lemma: lemmas[at] ?? word }));
  };
  return (text, blocks) => {
    const plain = withoutTitleCase(text, blocks);
    return blocks.map((block) => {
      const tokens = piecesOf(text, block).flatMap((piece) =>
        piece.isWord
          ? [unread(text, piece)]
          : placed(text, piece, {
              tagged: tag(plain(block, piece)),
              isProse: block.kind === 'PARAGRAPH',
            }),
      );
      return joinHyphens(text, tokens);
    });
  };
}

interface Piece extends Span {
  readonly isWord: boolean;
}

/** Runs of at most `longestPiece` that end at a space; what is too long for a word stands alone. */
function piecesOf(text: string, block: Span): Piece[] {
  const pieces: Piece[] = [];
  let start = block.start;
  const flush = (end: number) => {
    if (end > start) pieces.push({ start, end, isWord: false });
    start = end;
  };
  for (const { 0: run, index } of text.slice(block.start, block.end).matchAll(/\S+/gu)) {
    const word = { start: block.start + index, end: block.start + index + run.length };
    if (run.length > longestWord || word.end - start > longestPiece) flush(word.start);
    if (run.length > longestWord) {
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

interface Run {
  readonly tagged: readonly Tagged[];
  /** Not a heading, where capitals mean nothing. */
  readonly isProse: boolean;
}

function placed(text: string, piece: Span, { tagged, isProse }: Run): Token[] {
  const tokens: Token[] = [];
  let from = piece.start;
  for (const { word, pos, lemma } of tagged) {
    if (pos === 'SPACE' || word === '') continue;
    const start = from + lengthOfSpace(text, from, piece.end);
    from = Math.min(piece.end, start + word.length);
    const own = text.slice(start, from);
    const isName =
      isProse &&
      (pos === 'VERB' || pos === 'AUX') &&
      start > piece.start &&
      /^\p{Lu}\p{Ll}/u.test(word);
    tokens.push({
      start,
      end: from,
      text: own,
      lower: own.toLowerCase().replaceAll('’', "'"),
      lemma: lemma.toLowerCase(),
      pos: isName && /[\p{L}\p{N},]\s*$/u.test(text.slice(start - 2, start)) ? 'PROPN' : pos,
    });
  }
  return tokens;
}

function lengthOfSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/u.test(text[at] ?? '')) at++;
  return at - from;
}

/** How the tagger is to see a block: words that paragraphs write small are small in headings too, at the same length. */
function withoutTitleCase(
  text: string,
  blocks: readonly Block[],
): (block: Block, piece: Span) => string {
  const small = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'PARAGRAPH') continue;
    for (const [word] of text.slice(block.start, block.end).matchAll(/(?<![\p{L}’'-])\p{Ll}+/gu))
      small.add(word);
  }
  return (block, piece) => {
    const run = text.slice(piece.start, piece.end);
    if (block.kind === 'PARAGRAPH' || block.kind === 'CAPTION') return run;
    return run.replace(/\p{Lu}\p{Ll}+/gu, (word) => {
      const lower = word.toLowerCase();
      return small.has(lower) && lower.length === word.length ? lower : word;
    });
  };
}
