import { Lexer, Source, TokenKind } from 'graphql';
import type { Variables } from './cost-formula.ts';

/** Bytes of a body that cost a point: to be read, to be parsed as JSON, and as variables to be looked through. */
const bytesPerPoint = 500;

/** What a token of a document costs that is not known: to be parsed, validated, and compiled when it has come back. */
const pointsPerToken = 2;

/** What any such document costs besides. */
const pointsPerDocument = 50;

/** Values in variables that cost a point: each is looked at twice. */
const valuesPerPoint = 3;

/** Letters of a text in an answer that cost a point. */
const lettersPerPoint = 1_000;

/** What reading the body of a request costs. */
export function bodyPoints(bytes: number): number {
  return Math.floor(bytes / bytesPerPoint);
}

/** What reading a document of so many tokens costs. One of more than are allowed is not parsed. */
export function documentPoints(tokens: number, most: number): number {
  return pointsPerDocument + (tokens > most ? 0 : Math.ceil(tokens * pointsPerToken));
}

/** What the variables of a request cost, by how many values they hold. */
export function variablePoints(variables: Variables): number {
  return Math.floor(valuesIn(variables ?? {}) / valuesPerPoint);
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

/** What is empty is looked at, too. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let values = 0;
  for (const key in value) values += valuesIn(Reflect.get(value, key));
  return Math.max(1, values);
}
