import { Lexer, Source, TokenKind } from 'graphql';
import type { Variables } from './cost-formula.ts';

/** Bytes of a body that cost a point: to be read, to be parsed as JSON, and as variables to be looked through. */
const bytesPerPoint = 400;

/** What a token of a document costs that is not known: to be parsed, validated, and compiled when it has come back. */
const pointsPerToken = 2;

/** What any such document costs besides. */
const pointsPerDocument = 50;

/** Values in variables that cost a point: each is looked at twice. */
const valuesPerPoint = 3;

/** A letter of an answer that tells texts of any length. */
export const pointsPerLetter = 1 / 1_000;

/** A letter of an answer that tells the names of actors that are one: these are put together from all of them. */
export const pointsPerNameLetter = 4 / 1_000;

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

/** Lists and objects are looked at, too. */
function valuesIn(value: unknown): number {
  let values = 1;
  if (typeof value !== 'object' || value === null) return values;
  for (const key in value) values += valuesIn(Reflect.get(value, key));
  return values;
}
