import { isInputObjectType, isNonNullType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { changedBy } from '../../../schema/changing/if-unchanged.ts';
import { encodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { schema } from '../../../schema/schema.ts';
import { gazetteReports, quoting } from '../../kit/harbour.ts';
import { countStatements } from '../../kit/statements-run.ts';
import { done, everyMutation } from './every-mutation.ts';
import { type Desk, mutationOf, openDesk } from './open-desk.ts';

const changing = Object.entries(changedBy).flatMap(([name, subjects]) =>
  subjects === null ? [] : [name],
);

const refused = 'changed { type at by { name } subject { id } }';
const cursorNow = async (desk: Desk) => encodeFeedCursor(desk.db, await desk.head());
const mutate = async (desk: Desk, name: string, input: object) => {
  const query = mutationOf(name).replace('keys }', `keys ${refused} }`);
  const { data, errors } = await desk.ask(query, { input }, 'ADMIN');
  return Object(errors?.[0] ?? data?.[name]);
};

test('every mutation takes ifUnchangedSince, but those that bring something new', () => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const taking = fields.filter(({ args: [input] }) => {
    const type = isNonNullType(input?.type) ? input.type.ofType : undefined;
    return isInputObjectType(type) && 'ifUnchangedSince' in type.getFields();
  });

  expect(Object.keys(changedBy).sort()).toEqual(fields.map(({ name }) => name).sort());
  expect(taking.map(({ name }) => name).sort()).toEqual(changing.sort());
});

describe.each(changing)('%s', (name) => {
  test('is refused where the thing was changed since, and writes nothing', async () => {
    await using desk = await openDesk();
    const prepared = await everyMutation[name]?.(desk);
    const { input = {}, told = {}, selection = '' } = prepared ?? {};
    await desk.ask('{ __typename }', {}, 'ADMIN');
    const head = await desk.head();

    const ifUnchangedSince = encodeFeedCursor(desk.db, 0);
    const answer = await mutate(desk, name, { ...input, ifUnchangedSince });

    expect(answer).toMatchObject({
      __typename: 'Conflict',
      code: 'CONFLICT',
      message: expect.stringMatching(
        /^The \w+ \S+ was changed since: [A-Z_]+ at 20\d\d-.{18}Z, by .+\.$/,
      ),
      path: [Object.keys(Object(Reflect.get(changedBy, name)))[0]],
      keys: [],
      changed: { type: expect.stringMatching(/^[A-Z_]+$/), at: expect.stringMatching(/^20/) },
    });
    expect(await desk.head()).toBe(head);

    const now = await cursorNow(desk);
    expect(await desk.mutate(name, { ...input, ifUnchangedSince: now }, selection)).toMatchObject(
      told,
    );
  });
});

const ofStance = { stance: { slug: 'mayor-denies' } };
const toldTheCourier = quoting('the mayor told the Courier on Tuesday');

test.each([
  { what: 'its own event', name: 'updateStance', input: { ...ofStance, certainty: 'HEDGED' } },
  { what: 'its evidence', name: 'addEvidence', input: { ...ofStance, ...toldTheCourier } },
])('a stance is changed by $what', async ({ name, input }) => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');
  const ifUnchangedSince = await cursorNow(desk);
  await desk.mutate(name, input);

  const withdrawal = { ...ofStance, reason: 'Heard wrong.', ifUnchangedSince };
  const answer = await mutate(desk, 'withdrawStance', withdrawal);

  expect(answer.__typename).toBe('Conflict');
  expect(answer.changed.by).toEqual({ name: 'the ADMIN desk' });
});

test('a stance is not changed by another one on its claim', async () => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');
  const ifUnchangedSince = await cursorNow(desk);
  await desk.mutate('recordStance', gazetteReports);

  const withdrawal = { ...ofStance, reason: 'Heard wrong.', ifUnchangedSince };

  expect((await mutate(desk, 'withdrawStance', withdrawal)).__typename).toBe(
    'WithdrawStancePayload',
  );
});

test('a claim is changed by its links and its words, and not by its standing', async () => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');
  const claim = { slug: 'bridge-promised' };
  const correct = async (text: string, ifUnchangedSince: string) =>
    (await mutate(desk, 'updateClaim', { claim, text, ifUnchangedSince })).__typename;

  const first = await cursorNow(desk);
  await desk.mutate('withdrawStance', { stance: { slug: 'mayor-denies' }, reason: 'Heard wrong.' });
  expect(await correct('The bridge was promised to the town.', first)).toBe('UpdateClaimPayload');
  expect(await correct('The bridge was promised to the harbour.', first)).toBe('Conflict');
});

test('of two who change the same at once from what both have read, one is told', async () => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');
  const claim = { slug: 'bridge-promised' };
  const ifUnchangedSince = await cursorNow(desk);

  const answers = await Promise.all(
    ['one', 'two', 'three'].map((word) =>
      mutate(desk, 'updateClaim', {
        claim,
        text: `The bridge was promised ${word}.`,
        ifUnchangedSince,
      }),
    ),
  );

  const names = answers.map(({ __typename }) => __typename);
  expect(names.sort()).toEqual(['Conflict', 'Conflict', 'UpdateClaimPayload']);
});

test('sent again with its key, a change is answered as the first time', async () => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');
  const ifUnchangedSince = await cursorNow(desk);
  const input = {
    claim: { slug: 'bridge-promised' },
    text: 'The bridge was promised to the town.',
    ifUnchangedSince,
    idempotencyKey: 'monday-1',
  };

  const first = await desk.mutate('updateClaim', input);

  expect(first.__typename).toBe('UpdateClaimPayload');
  expect(await desk.mutate('updateClaim', input)).toEqual(first);
});

test('what is no cursor, or of what is not here yet, is refused', async () => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');
  const stance = { slug: 'mayor-denies' };
  const later = encodeFeedCursor(desk.db, 1e6);

  for (const ifUnchangedSince of ['monday', '', later]) {
    const answer = await mutate(desk, 'withdrawStance', { stance, reason: 'x', ifUnchangedSince });
    expect(answer.extensions.code).toBe('CURSOR_INVALID');
  }
});

test('whoever does not ask for it runs no statement more', async () => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');
  const stance = { slug: 'mayor-denies' };
  const correct = (certainty: string, more = {}) =>
    desk.mutate('updateStance', { stance, certainty, ...more });
  await correct('HEDGED');
  await correct('FIRM');
  const now = await cursorNow(desk);

  using counted = countStatements();
  await correct('HEDGED');
  const without = counted.count;
  await correct('FIRM', { ifUnchangedSince: null });
  const withNull = counted.count - without;
  await correct('PLAIN', { ifUnchangedSince: now });
  const refused = counted.count - without - withNull;

  expect(withNull).toBe(without);
  expect(refused).toBeGreaterThan(0);
});
