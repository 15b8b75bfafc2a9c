import { isEnumType, isInterfaceType } from 'graphql';
import { expect, test } from 'vitest';
import { articleTextMax, fieldTextMax } from '../../db/rules/text.ts';
import { errorCodes } from '../../schema/coded.ts';
import { maximalPageSize } from '../../schema/page.ts';
import { schema } from '../../schema/schema.ts';
import { operationLimits } from '../../server/plugins/operation-limits.ts';
import { maxRequestBytes } from '../../server/yoga.ts';
import { pageText, plain, rowsIn, sectionOf } from './page.ts';

const page = pageText('docs/protocol.md');

test('every code of an error is documented, and no other', () => {
  const documented = rowsIn(sectionOf(page, 'Error codes')).map(([code]) => plain(code));

  expect(documented.sort()).toEqual([...errorCodes].sort());
});

test('every code of a refusal is documented, and no other', () => {
  const codes = schema.getType('RefusalCode');
  const documented = rowsIn(sectionOf(page, 'Refusals')).map(([code]) => plain(code));

  const known = isEnumType(codes) ? codes.getValues().map(({ name }) => name) : [];
  expect(documented.sort()).toEqual(known.sort());
});

test('every refusal is documented by its type', () => {
  const documented = rowsIn(sectionOf(page, 'Refusals')).map(([, type]) => plain(type));

  const { objects } = schema.getImplementations(refusal());
  expect(documented.sort()).toEqual(objects.map(({ name }) => name).sort());
});

test('the limits are those of the code', () => {
  const limits = new Map(
    rowsIn(sectionOf(page, 'Limits')).map(([what, most = '']) => [
      what,
      Number(most.split(' ')[0]?.replaceAll(',', '')),
    ]),
  );

  expect(Object.fromEntries(limits)).toMatchObject({
    'levels of a document': operationLimits.depth,
    'aliases of an operation': operationLimits.aliases,
    'root fields of an operation': operationLimits.rootFields,
    'directives of an operation': operationLimits.directives,
    'tokens of a document': operationLimits.tokens,
    'bytes of a document': operationLimits.bytes,
    'entries of a page': maximalPageSize,
    'ids of `nodes`': maximalPageSize,
    "bytes of a request's body": maxRequestBytes,
    "bytes of an article's text": articleTextMax,
    'bytes of any other text': fieldTextMax,
  });
});

function refusal() {
  const type = schema.getType('UserError');
  if (!isInterfaceType(type)) throw new Error('There is no interface UserError.');
  return type;
}
