import { isEnumType, isInterfaceType } from 'graphql';
import { expect, test } from 'vitest';
import { articleTextMax, fieldTextMax } from '../../db/rules/text.ts';
import { errorCodes } from '../../schema/coded.ts';
import { maximalPageSize } from '../../schema/page.ts';
import { roleFor, roles } from '../../schema/role.ts';
import { schema } from '../../schema/schema.ts';
import { defaultLimits } from '../../server/limits/limits.ts';
import { weightOf, weights } from '../../server/limits/weights.ts';
import { answerOf, openHandler } from '../integration/http/open-handler.ts';
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
  const rows = rowsIn(sectionOf(page, 'Limits').split('\n### ')[0] ?? '');
  const numbers = rows.map(([what, most, name]) => ({
    what,
    name: plain(name),
    most: Number(most?.split(' ')[0]?.replaceAll(',', '')),
  }));

  const named = numbers.filter(({ name }) => name !== '').map(({ most, name }) => [name, most]);
  expect(Object.fromEntries(named)).toEqual(defaultLimits);
  const unnamed = numbers.filter(({ name }) => name === '').map(({ most, what }) => [what, most]);
  expect(Object.fromEntries(unnamed)).toMatchObject({
    'entries of a page': maximalPageSize,
    'ids of `nodes`': maximalPageSize,
    "bytes of an article's text": articleTextMax,
    'bytes of any other text': fieldTextMax,
  });
});

test('what fields cost is what the code asks', () => {
  const [, section = ''] = sectionOf(page, 'Limits').split('\n### What an operation costs\n');
  const documented = rowsIn(section).map(([field, points = '']) => [
    plain(field),
    Number(points.replaceAll(',', '')),
  ]);

  expect(Object.fromEntries(documented)).toEqual({
    ...Object.fromEntries(
      Object.entries(weights).map(([field, weight]) => [field.replace('Query.__', '__'), weight]),
    ),
    'Claim.standing with asOf or saidBy': weightOf('Claim', 'standing', ['asOf']),
    'totalCount of any list': weightOf('ClaimConnection', 'totalCount', []),
    'any other mutation': weightOf('Mutation', 'recordClaim', []),
  });
});

test('the example of a cost is right', async () => {
  await using server = await openHandler();
  const [, query = '', points] = /^`(\{.+\})` costs .+ = (\d+)\./m.exec(page) ?? [];

  expect(await answerOf(server.ask({ query }))).toMatchObject({
    data: { claims: { nodes: [] } },
    extensions: { cost: Number(points) },
  });
});

test('every mutation is documented under its role', () => {
  const documented = rowsIn(sectionOf(page, 'Who may do what')).map(([role, may = '']) => [
    plain(role),
    [...may.matchAll(/`([a-z]+[A-Z]\w+)`/g)].map(([, name]) => name),
  ]);

  const listed = (role: string) => Object.keys(roles).filter((name) => roleFor(name) === role);
  expect(documented).toEqual(
    ['READER', 'EDITOR', 'REVIEWER', 'ADMIN'].map((role) => [role, listed(role)]),
  );
});

function refusal() {
  const type = schema.getType('UserError');
  if (!isInterfaceType(type)) throw new Error('There is no interface UserError.');
  return type;
}
