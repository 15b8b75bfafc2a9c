import { expect, test } from 'vitest';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { revokeActorMerge } from '../../../db/commands/revoke-actor-merge.ts';
import { revokeClaimLink } from '../../../db/commands/revoke-claim-link.ts';
import { updateActor } from '../../../db/commands/update-actor.ts';
import { gazetteReports, mayorDenies, recordHarbour } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import { selectedBy } from '../graph/every-filter.ts';
import { type Desk, openDesk, recordOf } from '../mutations/open-desk.ts';

const claimOf = (slug: string, text: string) =>
  ({ slug, text, kind: 'FACT', language: 'en', topics: [slug] }) as const;

/** Two wordings, each with a stance: the mayor denies the one, and the gazette reports the other. */
async function openTwoWordings(): Promise<Desk> {
  const desk = await openDesk(recordHarbour);
  const { db } = desk;
  await write(db, recordActor, { slug: 'smith', name: 'Jane Smith', kind: 'PERSON' });
  await write(db, recordClaim, claimOf('bridge-promised', 'The mayor promised a new bridge.'));
  await write(db, recordClaim, claimOf('crossing-promised', 'A new crossing was promised.'));
  await write(db, recordStance, mayorDenies);
  await write(db, recordStance, { ...gazetteReports, claim: { slug: 'crossing-promised' } });
  return desk;
}

const link = {
  from: { slug: 'crossing-promised' },
  to: { slug: 'bridge-promised' },
  kind: 'SAME_AS',
  judgement: 'CONFIRMED',
} as const;
const merge = { from: { slug: 'mayor' }, into: { slug: 'smith' }, judgement: 'CONFIRMED' } as const;

async function idOf(desk: Desk, noun: string, id: string): Promise<string> {
  const { data } = await desk.ask(`{ ${noun}(by: { slug: "${id}" }) { id } }`);
  return String(recordOf(data?.[noun]).id);
}

/** The events of these types that the log holds, with what they lead to. */
async function told(desk: Desk, type: string, filter: object = {}): Promise<unknown> {
  const query = `query($filter: EventFilter) { recordEvents(first: 100, filter: $filter) {
    nodes { type subject { ... on Actor { slug } ... on Claim { slug } } } } }`;
  const { data } = await desk.ask(query, { filter: { type: [type], ...filter } }, 'EDITOR');
  return recordOf(data?.recordEvents).nodes;
}

test('a filter of a feed takes for one actor those that were one when the event was written', async () => {
  await using desk = await openTwoWordings();
  const { db } = desk;
  const { id } = await write(db, mergeActors, merge);
  await write(db, recordStance, {
    claim: { slug: 'crossing-promised' },
    actor: { slug: 'mayor' },
    kind: 'DENIES',
    certainty: 'FIRM',
    note: 'At the desk.',
  });
  await write(db, revokeActorMerge, { merge: { id }, reason: 'Two people.' });

  const added = (slug: string) => selectedBy(desk, 'ClaimAddedFilter', { actor: { slug } });
  const changed = (slug: string) => selectedBy(desk, 'StandingChangedFilter', { actor: { slug } });

  // The mayor's denial came before the merge: by the other name it is not told.
  expect(await added('mayor')).toHaveLength(1);
  expect(await added('smith')).toHaveLength(0);
  expect(await changed('mayor')).toHaveLength(2);
  expect(await changed('smith')).toHaveLength(1);
});

test('events of a subject are those of all that were one with it when they were written', async () => {
  await using desk = await openTwoWordings();
  const { db } = desk;
  const mayor = await idOf(desk, 'actor', 'mayor');
  const smith = await idOf(desk, 'actor', 'smith');
  await write(db, updateActor, { actor: { slug: 'smith' }, description: 'A councillor.' });
  const { id } = await write(db, mergeActors, merge);
  await write(db, updateActor, { actor: { slug: 'smith' }, description: 'The mayor.' });
  await write(db, revokeActorMerge, { merge: { id }, reason: 'Two people.' });
  await write(db, updateActor, { actor: { slug: 'smith' }, description: 'A councillor.' });

  expect(await told(desk, 'ACTOR_CHANGED', { subject: mayor })).toHaveLength(1);
  expect(await told(desk, 'ACTOR_CHANGED', { subject: smith })).toHaveLength(3);
  expect(
    await selectedBy(desk, 'EventFilter', { type: ['ACTOR_CHANGED'], subject: mayor }),
  ).toHaveLength(1);
});

test('what events lead to is what is shown by now', async () => {
  await using desk = await openTwoWordings();
  const { db } = desk;
  await write(db, linkClaims, link);
  await write(db, mergeActors, merge);

  const added = await told(desk, 'CLAIM_ADDED');
  const actors = await told(desk, 'ACTOR_ADDED');

  expect(added).toEqual([
    { type: 'CLAIM_ADDED', subject: { slug: 'bridge-promised' } },
    { type: 'CLAIM_ADDED', subject: { slug: 'bridge-promised' } },
  ]);
  expect(actors).toContainEqual({ type: 'ACTOR_ADDED', subject: { slug: 'smith' } });
  expect(actors).not.toContainEqual({ type: 'ACTOR_ADDED', subject: { slug: 'mayor' } });
});

test('each wording whose answer changes with a link is told of, and of its way back', async () => {
  await using desk = await openTwoWordings();
  const { db } = desk;
  const before = await told(desk, 'STANDING_CHANGED');
  const { id } = await write(db, linkClaims, link);
  await write(db, revokeClaimLink, { link: { id }, reason: 'Another crossing.' });

  const { data } = await desk.ask(`{ claims { nodes { slug standing { status } } } }`);
  expect(Array.isArray(before) && before.length).toBe(2);
  expect(await told(desk, 'STANDING_CHANGED')).toHaveLength(6);
  expect(recordOf(data?.claims).nodes).toEqual([
    { slug: 'crossing-promised', standing: { status: 'REPORTED' } },
    { slug: 'bridge-promised', standing: { status: 'DENIED' } },
  ]);
});

test('a wording that becomes public while another is shown is told when the link is revoked, once', async () => {
  await using desk = await openDesk(recordHarbour);
  const { db } = desk;
  await write(db, recordClaim, claimOf('bridge-promised', 'The mayor promised a new bridge.'));
  await write(db, recordClaim, claimOf('crossing-promised', 'A new crossing was promised.'));
  await write(db, recordStance, mayorDenies);
  const { id } = await write(db, linkClaims, link);
  await write(db, recordStance, { ...gazetteReports, claim: { slug: 'crossing-promised' } });
  const meanwhile = await told(desk, 'CLAIM_ADDED');
  await write(db, revokeClaimLink, { link: { id }, reason: 'Another crossing.' });
  const again = await write(db, linkClaims, link);
  await write(db, revokeClaimLink, { link: { id: again.id }, reason: 'Another crossing.' });

  expect(meanwhile).toEqual([{ type: 'CLAIM_ADDED', subject: { slug: 'bridge-promised' } }]);
  expect(await told(desk, 'CLAIM_ADDED')).toEqual([
    { type: 'CLAIM_ADDED', subject: { slug: 'bridge-promised' } },
    { type: 'CLAIM_ADDED', subject: { slug: 'crossing-promised' } },
  ]);
});
