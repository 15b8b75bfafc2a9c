import { Lexer, Source, TokenKind } from 'graphql';

/** Bytes of a body that cost a point: to be read, to be parsed as JSON, and as variables to be looked through. */
const bytesPerPoint = 500;

/** What a token of a document costs that is not known: to be parsed, validated, and compiled when it has come back. */
const pointsPerToken = 2;

/** Letters of a text in an answer that cost a point. */
const lettersPerPoint = 1_000;

/** What reading the body of a request costs. */
export function bodyPoints(bytes: number): number {
  return Math.floor(bytes / bytesPerPoint);
}

/** What reading a document costs. One of more tokens than are allowed is not parsed. */
export function documentPoints(tokens: number): number {
  return Math.ceil(tokens * pointsPerToken);
}

/** What long texts cost beyond what is known before they are read. */
export function textPoints(letters: number): number {
  return Math.floor(letters / lettersPerPoint);
}

/** Counts no further than one above the limit, and stops where the text is not GraphQL: the parser says so better. */
export function tokensIn(text: string, limit: number): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  try {
    while (count <= limit && lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    return count;
  }
  return count;
}

/** How many letters all texts in an answer have. */
export function lettersIn(answer: unknown): number {
  if (typeof answer === 'string') return answer.length;
  if (typeof answer !== 'object' || answer === null) return 0;
  let letters = 0;
  for (const part of Object.values(answer)) letters += lettersIn(part);
  return letters;
}
