import type { GraphQLObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../../db/rules/vocabulary.ts';
import { mutationRoles, roleFor } from '../../../schema/changing/role.ts';
import { decodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { schema } from '../../../schema/schema.ts';
import { type done, everyMutation } from './every-mutation.ts';
import { mutationOf, openDesk, recordOf } from './open-desk.ts';

const roles: readonly Role[] = ['READER', 'EDITOR', 'REVIEWER', 'ADMIN'];
const names = Object.keys(everyMutation);

test('every mutation has a role, and no role is for anything else', () => {
  const fields = Object.keys(mutationType().getFields());

  const withoutRole = fields.filter((name) => !(name in mutationRoles));
  const withoutMutation = Object.keys(mutationRoles).filter((name) => !fields.includes(name));

  expect(withoutRole, 'They need a role in schema/changing/role.ts').toEqual([]);
  expect(withoutMutation, 'These are no mutations').toEqual([]);
});

test('there is a test for every mutation of one thing', () => {
  // The others are told in interchange.test.ts and in cli/backup.test.ts.
  const {
    backUpRecord: _file,
    createToken: _secret,
    importRecord: _many,
    ...fields
  } = mutationType().getFields();

  expect(names.sort()).toEqual(Object.keys(fields).sort());
});

describe.each(names)('%s', (name) => {
  test('answers with what it changed, and the cursor of its event', async () => {
    await using desk = await openDesk();
    const { input, selection, told } = await ready(desk);
    const before = await desk.head();

    const answer = await desk.mutate(name, input, selection);

    expect(answer).toMatchObject({ __typename: payloadOf(name), ...told });
    expect(decodeFeedCursor(desk.db, String(answer.cursor))).toBe(before + 1);
  });

  test('with a key is carried out once, and answered the same', async () => {
    await using desk = await openDesk();
    const { input, selection, told } = await ready(desk);
    const keyed = { ...input, idempotencyKey: 'monday-1' };

    const first = await desk.mutate(name, keyed, selection);
    const head = await desk.head();
    const again = await desk.mutate(name, keyed, selection);

    expect(first).toMatchObject(told);
    expect(again).toEqual(first);
    expect(await desk.head()).toBe(head);
  });

  test('is refused where its key stands for another request', async () => {
    await using desk = await openDesk();
    const { input } = await ready(desk);
    const idempotencyKey = 'monday-1';
    await desk.mutate('recordActor', { name: 'Someone', kind: 'PERSON', idempotencyKey });
    const head = await desk.head();

    const refused = await desk.mutate(name, { ...input, idempotencyKey });

    expect(refused).toMatchObject({
      __typename: 'Conflict',
      reference: 'monday-1',
      path: ['idempotencyKey'],
    });
    expect(await desk.head()).toBe(head);
  });

  test(`is for ${roleFor(name)} tokens and higher`, async () => {
    await using desk = await openDesk();
    const { input } = await ready(desk);
    const least = roles.indexOf(roleFor(name));
    for (const role of roles) await desk.ask('{ __typename }', {}, role);
    const before = await desk.head();

    for (const role of [undefined, ...roles.slice(0, least)]) {
      const { data, errors } = await desk.ask(mutationOf(name), { input }, role);
      expect(data).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
        role === undefined ? 'UNAUTHENTICATED' : 'FORBIDDEN',
      ]);
    }
    expect(await desk.head()).toBe(before);
    const { data } = await desk.ask(mutationOf(name), { input }, roles[least]);
    expect(recordOf(data?.[name]).__typename).toBe(payloadOf(name));
  });

  async function ready(desk: Parameters<typeof done>[0]) {
    await desk.ask('{ __typename }', {}, 'ADMIN');
    const prepared = await everyMutation[name]?.(desk);
    if (prepared === undefined) throw new Error(`Nothing is known of ${name}.`);
    return prepared;
  }
});

function payloadOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`;
}

function mutationType(): GraphQLObjectType {
  const type = schema.getMutationType();
  if (!type) throw new Error('The schema has mutations.');
  return type;
}
