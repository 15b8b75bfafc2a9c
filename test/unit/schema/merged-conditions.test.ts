import { getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { hasMovableKeys } from '../../../schema/reading/movable-keys.ts';

function hasMovable(text: string): boolean {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error(`${text} has no operation.`);
  return hasMovableKeys(document, operation);
}

test.each([
  '{ claim { slug @skip(if: true) text slug } }',
  '{ claim { ... @include(if: false) { slug } text slug } }',
  '{ claim { ...Named @include(if: false) text slug } } fragment Named on Claim { slug }',
  '{ claim { own: slug @skip(if: true) text own: slug } }',
  '{ claim { standing { status @skip(if: true) } standing { rule status } } }',
  '{ claim @skip(if: true) { slug text } claim { text slug } }',
  '{ claim { ... on Claim { a: slug @skip(if: true) } ... on Claim { b: slug a: slug } } }',
])('a key that may be left out where it is first selected may move: %s', (text) => {
  expect(hasMovable(text)).toBe(true);
});

test.each([
  '{ claim { slug text slug } }',
  '{ claim { slug @skip(if: true) text } other: claim { slug } }',
  '{ claim { slug text slug @include(if: false) } }',
  '{ claim { standing { status } standing @skip(if: true) { rule status } } }',
  '{ claim @include(if: true) { slug text standing { status rule } } }',
  '{ claims { totalCount @include(if: true) } stances { totalCount @include(if: true) } }',
])('every other key stands where it is first selected: %s', (text) => {
  expect(hasMovable(text)).toBe(false);
});
