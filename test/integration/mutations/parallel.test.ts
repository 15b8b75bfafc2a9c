import { expect, test } from 'vitest';
import { spokeswomanAsserts } from '../../kit/harbour.ts';
import { cursorNow, take } from '../feed/following.ts';
import { done } from './every-mutation.ts';
import { openDesk, recordOf } from './open-desk.ts';

test('thirty stances sent at once are all acknowledged, on record, and told in the order of their cursors', async () => {
  await using desk = await openDesk();
  await done(desk, 'recordClaim');
  await desk.ask('{ __typename }', {}, 'ADMIN');
  const after = await cursorNow(desk);
  const slugs = Array.from({ length: 30 }, (_, index) => `asserted-${index}`);

  const answers = await Promise.all(
    slugs.map((slug) =>
      desk.mutate('recordStance', { ...spokeswomanAsserts, slug }, 'stance { slug }'),
    ),
  );
  const document = `subscription($after: String) {
    recordEvents(after: $after, filter: { type: [STANCE_ADDED] }) { cursor subject { ... on Stance { slug } } }
  }`;
  const told = await take(desk.follow(document, { after }), 30);

  expect(answers.map(({ created }) => created)).toEqual(Array(30).fill(true));
  expect(new Set(told.map(({ subject }) => recordOf(subject).slug))).toEqual(new Set(slugs));
  expect(told.map(({ cursor }) => cursor).sort()).toEqual(
    answers.map(({ cursor }) => cursor).sort(),
  );
});
