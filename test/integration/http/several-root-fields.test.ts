import { expect, test } from 'vitest';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { revokeToken } from '../../../db/commands/revoke-token.ts';
import type { Role } from '../../../db/rules/vocabulary.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { openDesk } from '../mutations/open-desk.ts';
import { answerOf, bearer, openHandler } from './open-handler.ts';

const actor = (name: string) =>
  `recordActor(input: { name: "${name}", kind: PERSON }) { __typename }`;
const token = 'createToken(input: { name: "mine", role: ADMIN }) { __typename }';
const parts = `
  fragment Later on Mutation { b: ${token} }
  fragment Outer on Mutation { ...Later }`;

/** Mutations of which an EDITOR may not ask for all. */
const mixed: [how: string, query: string, variables?: object][] = [
  ['under aliases', `mutation { a: ${actor('A')} b: ${token} }`],
  ['the other way round', `mutation { b: ${token} a: ${actor('A')} }`],
  [
    'in a fragment',
    `mutation { a: ${actor('A')} ...Later } fragment Later on Mutation { b: ${token} }`,
  ],
  ['in fragments of fragments', `mutation { a: ${actor('A')} ...Outer } ${parts}`],
  ['in an inline fragment', `mutation { a: ${actor('A')} ... on Mutation { b: ${token} } }`],
  [
    'included by a variable',
    `mutation($x: Boolean!) { a: ${actor('A')} ... @include(if: $x) { b: ${token} } }`,
    { x: true },
  ],
  [
    'not skipped by default',
    `mutation($x: Boolean = false) { a: ${actor('A')} ... @skip(if: $x) { b: ${token} } }`,
  ],
  [
    'among many',
    `mutation { ${Array.from({ length: 15 }, (_, n) => `a${n}: ${actor(`A${n}`)}`).join(' ')} b: ${token} }`,
  ],
  ['beside a name of the schema', `mutation { __typename a: ${actor('A')} b: ${token} }`],
];

test.each(mixed)(
  'a mutation for a higher role, %s, leaves nothing written',
  async (_how, query, variables = {}) => {
    await using desk = await openDesk();
    await desk.ask('{ __typename }', {}, 'EDITOR');
    const head = await desk.head();

    const { data, errors } = await desk.ask(query, variables, 'EDITOR');

    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: 'createToken is for ADMIN tokens. Yours has the role EDITOR.',
      extensions: { code: 'FORBIDDEN' },
    });
    expect(await desk.head()).toBe(head);
  },
);

test.each<[string, string, object?]>([
  ['skipped', `mutation { a: ${actor('A')} ... @skip(if: true) { b: ${token} } }`],
  [
    'not included',
    `mutation($x: Boolean!) { a: ${actor('A')} ... @include(if: $x) { b: ${token} } }`,
    { x: false },
  ],
  ['in another operation', `mutation One { a: ${actor('A')} } mutation Two { b: ${token} }`],
])('what is %s is not asked for', async (_how, query, variables = {}) => {
  await using handler = await openHandler();
  const authorization = await bearer(handler.db, { role: 'EDITOR' });

  const body = { query, variables, ...(query.includes('Two') && { operationName: 'One' }) };
  const { data, errors } = await answerOf(handler.ask(body, { authorization }));

  expect(errors).toBeUndefined();
  expect(data).toEqual({ a: { __typename: 'RecordActorPayload' } });
});

test('wrong variables, and a token that is not in force, are refused before anything runs, too', async () => {
  await using handler = await openHandler();
  const { db } = handler;
  const made = newToken();
  const { id } = await write(db, createToken, { name: 'gone', role: 'ADMIN', hash: made.hash });
  await write(db, revokeToken, { token: { id } });
  const query = `mutation($input: RecordActorInput!) { a: ${actor('A')} b: recordActor(input: $input) { __typename } }`;
  const authorization = await bearer(db, { role: 'EDITOR' });

  const wrong = await answerOf(handler.ask({ query, variables: {} }, { authorization }));
  const gone = await answerOf(
    handler.ask(
      { query: `mutation { a: ${actor('A')} }` },
      { authorization: `Bearer ${made.token}` },
    ),
  );

  expect(
    [wrong, gone].map(({ errors }) => errors?.map(({ extensions }) => extensions.code)),
  ).toEqual([['BAD_USER_INPUT'], ['UNAUTHENTICATED']]);
  expect(rawRows(handler.path, 'select name from actors')).toEqual([]);
});

test.each<[Role | undefined, string, string]>([
  [
    undefined,
    actor('A'),
    'UNAUTHENTICATED: recordActor is for EDITOR tokens and higher. Show one in the header “authorization: Bearer onr_…”; in GraphiQL, in the field “Token”.',
  ],
  [
    'READER',
    actor('A'),
    'FORBIDDEN: recordActor is for EDITOR tokens and higher. Yours has the role READER.',
  ],
  ['REVIEWER', token, 'FORBIDDEN: createToken is for ADMIN tokens. Yours has the role REVIEWER.'],
])('a refusal tells %s which role is needed', async (role, field, refusal) => {
  await using desk = await openDesk();

  const { errors } = await desk.ask(`mutation { ${field} }`, {}, role);

  expect(errors?.map(({ extensions, message }) => `${extensions.code}: ${message}`)).toEqual([
    refusal,
  ]);
});
