import { describe, expect, test } from 'vitest';
import { decodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { openDesk } from './open-desk.ts';

const person = {
  id: 'harbour-master',
  name: 'Ole Lind',
  kind: 'PERSON',
  aliases: ['the harbour master'],
  description: 'Harbour master.',
  wikidataId: 'Q4242',
};

describe('recordActor', () => {
  test('answers with the actor, whether it is new, and the cursor of its event', async () => {
    await using desk = await openDesk();

    const first = await desk.mutate('recordActor', person, 'actor { id slug name kind aliases }');
    const again = await desk.mutate('recordActor', person, 'actor { slug }');

    expect(first).toMatchObject({
      __typename: 'RecordActorPayload',
      actor: { slug: 'harbour-master', name: 'Ole Lind', aliases: ['the harbour master'] },
      created: true,
    });
    expect(decodeFeedCursor(desk.db, String(first.cursor))).toBe(await desk.head());
    expect(again).toMatchObject({ created: false, cursor: first.cursor });
  });

  test('takes the slug under `id` or `slug`, and refuses two that differ', async () => {
    await using desk = await openDesk();
    const { id, ...unnamed } = person;

    const byId = await desk.mutate('recordActor', person);
    const bySlug = await desk.mutate('recordActor', { ...unnamed, slug: id });
    const refused = await desk.mutate('recordActor', { ...person, slug: 'ole-lind' });

    expect(byId).toMatchObject({ created: true });
    expect(bySlug).toMatchObject({ created: false });
    expect(refused).toMatchObject({ __typename: 'InputInvalid', path: ['slug'] });
  });

  test.each([
    [
      'NotOnRecord',
      { name: 'x', kind: 'UNNAMED_SOURCE', grantedBy: { slug: 'nobody' } },
      {
        code: 'NOT_ON_RECORD',
        noun: 'actor',
        reference: 'nobody',
        path: ['grantedBy'],
      },
    ],
    [
      'TextInvalid',
      { name: 'a\u0000b', kind: 'PERSON' },
      {
        code: 'TEXT_INVALID',
        reason: 'NUL',
        path: ['name'],
      },
    ],
    ['TextInvalid', { name: 'a\ud800', kind: 'PERSON' }, { reason: 'LONE_SURROGATE' }],
    [
      'Conflict',
      { id: 'mayor', name: 'Another', kind: 'PERSON' },
      {
        code: 'CONFLICT',
        noun: 'actor',
        reference: 'mayor',
        keys: ['name'],
      },
    ],
    ['InputInvalid', { id: 'No Slug', name: 'x', kind: 'PERSON' }, { code: 'INPUT_INVALID' }],
  ])('is refused with %s', async (type, input, facts) => {
    await using desk = await openDesk();
    await desk.mutate('recordActor', person);
    const before = await desk.head();

    const refused = await desk.mutate('recordActor', input);

    expect(refused).toMatchObject({ __typename: type, ...facts });
    expect(String(refused.message)).toMatch(/\.$/);
    expect(await desk.head()).toBe(before);
  });
});
