import { getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { mergesConditionally } from '../../../schema/reading/merged-conditions.ts';

function merges(text: string): boolean {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error(`${text} has no operation.`);
  return mergesConditionally(document, operation);
}

test.each([
  '{ claim { slug @skip(if: true) text slug } }',
  '{ claim { slug text slug @include(if: false) } }',
  '{ claim { ... @include(if: false) { slug } text slug } }',
  '{ claim { ...Named @include(if: false) text slug } } fragment Named on Claim { slug }',
  '{ claim { own: slug @skip(if: true) text own: slug } }',
  '{ claim { standing { status } standing @skip(if: true) { ... on Standing { rule } } } }',
  '{ claim { standing { status @skip(if: true) } standing { rule status } } }',
  '{ claim { ... on Claim { a: slug @skip(if: true) } ... on Claim { b: slug a: slug } } }',
])('what may be left out is merged with what stands under the same key: %s', (text) => {
  expect(merges(text)).toBe(true);
});

test.each([
  '{ claim { slug text slug } }',
  '{ claim { slug @skip(if: true) text } other: claim { slug } }',
  '{ claim { standing { status } standing { rule @include(if: true) status } } }',
  '{ claim @include(if: true) { slug text standing { status rule } } }',
  '{ claims { totalCount @include(if: true) } stances { totalCount @include(if: true) } }',
])('what may be left out stands alone: %s', (text) => {
  expect(merges(text)).toBe(false);
});
