import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { addEvidence } from '../../../db/commands/add-evidence.ts';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { bridgePromised, quoting, recordHarbour } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { expectRefused } from '../../kit/refused.ts';
import { exported, fileOf, imported } from '../interchange/files.ts';

/** The harbour, where the gazette is shown as `paper` and the mayor as `mayor-2`. */
async function recordMerged(db: Database): Promise<void> {
  await recordHarbour(db);
  await write(db, recordActor, { slug: 'paper', name: 'The Paper', kind: 'OUTLET' });
  await write(db, recordActor, { slug: 'mayor-2', name: 'Mayor Smith', kind: 'PERSON' });
  await write(db, recordClaim, bridgePromised);
  for (const [from, into] of [
    ['gazette', 'paper'],
    ['mayor', 'mayor-2'],
  ] as const) {
    await write(db, mergeActors, {
      from: { slug: from },
      into: { slug: into },
      judgement: 'CONFIRMED',
    });
  }
}

function chains(path: string): string[] {
  return rawRows<{ chain: string }>(
    path,
    `select (select group_concat(slug, ' > ') from (
      select slug from attributions join actors on key = actor where evidence = evidence.key order by position)) as chain
    from evidence order by key`,
  ).map(({ chain }) => chain);
}

const denial = {
  claim: { slug: 'bridge-promised' },
  kind: 'DENIES',
  certainty: 'FIRM',
} as const;

test.each([
  ['mayor', ['paper', 'mayor'], 'gazette > mayor'],
  ['mayor', ['gazette', 'mayor-2'], 'gazette > mayor'],
  ['mayor-2', ['paper', 'courier', 'mayor'], 'gazette > courier > mayor-2'],
  ['gazette', ['paper'], 'gazette'],
  ['paper', ['paper'], 'gazette > paper'],
  ['mayor', undefined, 'gazette > mayor'],
])('a stance of %s through %j is written through %s', async (actor, attribution, written) => {
  await using record = await openRecord();
  await recordMerged(record.db);

  await write(record.db, recordStance, {
    ...denial,
    actor: { slug: actor },
    evidence: [quoting('I never promised a bridge', attribution)],
  });

  expect(chains(record.path)).toEqual([written]);
});

test('further evidence is written under the name of the stance', async () => {
  await using record = await openRecord();
  await recordMerged(record.db);
  await write(record.db, recordStance, {
    ...denial,
    slug: 'denial',
    actor: { slug: 'mayor' },
    note: 'x',
  });

  const words = quoting('on Tuesday', ['paper', 'mayor-2']);
  const first = await write(record.db, addEvidence, { stance: { slug: 'denial' }, ...words });
  const again = await write(record.db, addEvidence, { stance: { slug: 'denial' }, ...words });

  expect(chains(record.path)).toEqual(['gazette > mayor']);
  expect([first.created, again.created]).toEqual([true, false]);
});

test('who is one with neither end is refused there as before', async () => {
  await using record = await openRecord();
  await recordMerged(record.db);

  const stance = {
    ...denial,
    actor: { slug: 'mayor' },
    evidence: [quoting('I never promised a bridge', ['courier', 'mayor'])],
  };
  await expectRefused(record, [recordStance, stance], {
    code: 'ATTRIBUTION_BROKEN',
    path: ['evidence', '0', 'attribution'],
  });
});

test('an import writes and reads chains so, also by merges of earlier lines, and an export keeps them', async () => {
  await using record = await openRecord({ filled: recordHarbour });
  const lines = [
    { type: 'actor', id: 'paper', name: 'The Paper', kind: 'OUTLET' },
    { type: 'actorMerge', from: 'gazette', into: 'paper', judgement: 'CONFIRMED' },
    {
      type: 'claim',
      id: 'bridge-promised',
      text: 'The mayor promised a bridge.',
      kind: 'FACT',
      language: 'en',
    },
    {
      type: 'stance',
      id: 'denial',
      claim: 'bridge-promised',
      actor: 'mayor',
      kind: 'DENIES',
      certainty: 'FIRM',
      evidence: [
        {
          article: 'bridge-story',
          quote: 'I never promised a bridge',
          mode: 'INDIRECT',
          attribution: ['paper', 'mayor'],
        },
      ],
    },
  ];

  await imported(record.db, fileOf(lines));
  const again = await imported(record.db, fileOf(lines));

  expect(chains(record.path)).toEqual(['gazette > mayor']);
  expect(again.counts.stance).toMatchObject({ created: 0 });
  expect(await exported(record.db)).toContain('"attribution":["gazette","mayor"]');
});
