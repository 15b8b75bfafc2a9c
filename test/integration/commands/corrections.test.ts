import { describe, expect, test } from 'vitest';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordAffiliation } from '../../../db/commands/record-affiliation.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { revokeActorMerge } from '../../../db/commands/revoke-actor-merge.ts';
import { updateActor } from '../../../db/commands/update-actor.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { updateStance } from '../../../db/commands/update-stance.ts';
import { withdrawEvidence } from '../../../db/commands/withdraw-evidence.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { standingOf } from '../../../db/rules/standing-stored.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { committedEvents } from '../../kit/committed.ts';
import {
  bridgePromised,
  bridgeStory,
  gazetteReports,
  mayorDenies,
  quoting,
  recordHarbour,
  spokeswomanAsserts,
} from '../../kit/harbour.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { expectRefused } from '../../kit/refused.ts';
import { tamper } from '../../kit/tamper.ts';

const bridge = { slug: 'bridge-promised' };
const denial = { slug: 'mayor-denies' };

/** The harbour's record with the claim that the mayor promised a bridge, and these stances on it. */
async function openBridge(...stances: readonly Parameters<typeof recordStance>[1][]) {
  const record = await openRecord({ filled: recordHarbour });
  await write(record.db, recordClaim, bridgePromised);
  for (const stance of stances) await write(record.db, recordStance, stance);
  return record;
}

const statusOf = (record: TestRecord) =>
  rawRows<{ status: string }>(record.path, 'select status from claims order by key limit 1')[0]
    ?.status;

const typesAfter = (record: TestRecord, last: number) =>
  committedEvents(record.path, last).map(({ type }) => type);

const lastOf = (record: TestRecord) => committedEvents(record.path).at(-1)?.seq ?? 0;

describe('updateStance', () => {
  test('keeps what it replaces, as the columns held it', async () => {
    await using record = await openBridge(mayorDenies);
    const meeting = { ...bridgePromised, slug: 'met', text: 'The council met on Monday.' };
    const { key: met } = await write(record.db, recordClaim, meeting);
    const told = {
      saidOn: '2024-03-05',
      saidPhrase: 'on Tuesday',
      saidIn: { slug: 'met' },
      certainty: 'PLAIN',
      note: 'Read twice.',
    } as const;

    const first = await write(record.db, updateStance, { stance: denial, ...told });
    const saidAt = Date.parse('2024-03-06T10:00:00Z');
    const moment = { saidAt, saidOn: null, saidIn: null };
    const second = await write(record.db, updateStance, { stance: denial, ...moment });

    expect(first).toMatchObject({ noun: 'stance', created: false });
    const changes = committedEvents(record.path).filter(({ type }) => type === 'STANCE_CHANGED');
    const unknown = { saidOn: null, saidPhrase: null, saidIn: null, note: null };
    expect(changes).toMatchObject([
      { seq: first.seq, subject: first.key, noun: 'stance', visibility: 'PUBLIC' },
      { seq: second.seq, subject: first.key, noun: 'stance', visibility: 'PUBLIC' },
    ]);
    expect(changes.map(({ payload }) => payload)).toEqual([
      { before: { ...unknown, certainty: 'FIRM' } },
      { before: { saidAt: null, saidOn: '2024-03-05', saidIn: met } },
    ]);
    expect(
      rawRows(
        record.path,
        'select said_at, said_on, said_phrase, said_in, certainty, note from stances',
      ),
    ).toEqual([
      {
        said_at: saidAt,
        said_on: null,
        said_phrase: 'on Tuesday',
        said_in: null,
        certainty: 'PLAIN',
        note: 'Read twice.',
      },
    ]);
  });

  test('of what is told already changes nothing', async () => {
    await using record = await openBridge(mayorDenies);
    const last = lastOf(record);

    const none = await write(record.db, updateStance, { stance: denial });
    const same = await write(record.db, updateStance, {
      stance: denial,
      certainty: 'FIRM',
      saidOn: null,
    });

    expect(none).toMatchObject({ created: false });
    expect(same).toEqual(none);
    expect(lastOf(record)).toBe(last);
  });

  test('of its day changes which of an actor’s stances counts, and with it the standing', async () => {
    const confirms = {
      ...mayorDenies,
      slug: 'mayor-confirms',
      kind: 'CONFIRMS',
      saidOn: '2024-03-08',
      evidence: [quoting('the mayor told the Courier on Tuesday')],
    } as const;
    await using record = await openBridge({ ...mayorDenies, saidOn: '2024-03-01' }, confirms);
    expect(statusOf(record)).toBe('ASSERTED');
    const last = lastOf(record);

    const { key } = await write(record.db, updateStance, { stance: denial, saidOn: '2024-03-09' });

    expect(statusOf(record)).toBe('DENIED');
    expect(typesAfter(record, last)).toEqual(['STANCE_CHANGED', 'STANDING_CHANGED']);
    expect(committedEvents(record.path).at(-1)).toMatchObject({
      payload: { from: 'ASSERTED', to: 'DENIED', because: { noun: 'stance', key } },
    });
    expect(await verifyRecord(record.db)).toMatchObject({ faults: [] });
  });

  test('of its occasion changes what disputes the claim', async () => {
    await using record = await openBridge(mayorDenies);
    await write(record.db, recordClaim, {
      ...bridgePromised,
      slug: 'needed',
      text: 'The bridge is needed.',
      stances: [{ ...spokeswomanAsserts, slug: 'needs' }],
    });

    await write(record.db, updateStance, { stance: { slug: 'needs' }, saidIn: bridge });

    const [{ standing = '' } = {}] = rawRows<{ standing: string }>(
      record.path,
      "select standing from standings where claim = (select key from claims where slug = 'needed')",
    );
    expect(standingOf(standing)).toMatchObject({ disputedVia: [1] });
    expect(await verifyRecord(record.db)).toMatchObject({ faults: [] });
  });

  test('leaves a stance with its words or its note', async () => {
    await using record = await openBridge(spokeswomanAsserts, { ...mayorDenies, note: 'Heard.' });
    const bare = [updateStance, { stance: { slug: 'spokeswoman-asserts' }, note: null }] as const;

    await expectRefused(record, bare, { code: 'EVIDENCE_REQUIRED', path: ['note'] });
    await write(record.db, updateStance, { stance: denial, note: null });
    await write(record.db, updateStance, {
      stance: { slug: 'spokeswoman-asserts' },
      note: 'Said so on the phone.',
    });

    expect(rawRows(record.path, 'select note from stances order by key')).toEqual([
      { note: 'Said so on the phone.' },
      { note: null },
    ]);
  });

  test('tells of a draft to editors alone, and corrects what is withdrawn', async () => {
    await using record = await openBridge({ ...mayorDenies, review: 'DRAFT' }, gazetteReports, {
      ...spokeswomanAsserts,
      evidence: [quoting('The bridge is old')],
    });
    const [{ id = '' } = {}] = rawRows<{ id: string }>(
      record.path,
      'select id from evidence order by key desc limit 1',
    );
    await write(record.db, withdrawEvidence, { evidence: { id }, reason: 'Misread.' });
    await write(record.db, withdrawStance, { stance: { slug: 'gazette-reports' }, reason: 'No.' });
    const last = lastOf(record);

    await write(record.db, updateStance, { stance: denial, saidOn: '2024-03-05' });
    await write(record.db, updateStance, { stance: { slug: 'gazette-reports' }, note: 'Gone.' });
    await write(record.db, updateStance, { stance: { slug: 'spokeswoman-asserts' }, note: null });

    expect(
      committedEvents(record.path, last).map(({ type, visibility }) => [type, visibility]),
    ).toEqual([
      ['STANCE_CHANGED', 'EDITORS'],
      ['STANCE_CHANGED', 'PUBLIC'],
      ['STANCE_CHANGED', 'PUBLIC'],
    ]);
  });

  test('recorded again, a stance is compared with what it was corrected to', async () => {
    await using record = await openBridge(mayorDenies);
    await write(record.db, updateStance, { stance: denial, saidOn: '2024-03-05' });

    const again = await write(record.db, recordStance, { ...mayorDenies, saidOn: '2024-03-05' });

    expect(again).toMatchObject({ created: false });
    await expectRefused(record, [recordStance, mayorDenies], {
      code: 'CONFLICT',
      keys: ['saidOn'],
      path: ['saidOn'],
    });
  });
});

describe('updateActor of a kind', () => {
  test('keeps the old one, and projects every claim that names the actor', async () => {
    await using record = await openBridge(gazetteReports, spokeswomanAsserts);
    const second = { ...spokeswomanAsserts, slug: 'hall-asserts', actor: { slug: 'town-hall' } };
    await write(record.db, recordStance, second);
    expect(statusOf(record)).toBe('CORROBORATED');
    const last = lastOf(record);

    const changed = await write(record.db, updateActor, {
      actor: { slug: 'spokeswoman' },
      kind: 'GROUP',
    });

    expect(statusOf(record)).toBe('ASSERTED');
    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'ACTOR_CHANGED', subject: changed.key, payload: { before: { kind: 'PERSON' } } },
      {
        type: 'STANDING_CHANGED',
        payload: { to: 'ASSERTED', because: { noun: 'actor', key: changed.key } },
      },
    ]);
    expect(await verifyRecord(record.db)).toMatchObject({ faults: [] });
    await expectRefused(
      record,
      [recordActor, { slug: 'spokeswoman', name: 'The spokeswoman', kind: 'PERSON' }],
      { code: 'CONFLICT', keys: ['kind'], path: ['kind'] },
    );
  });

  test('of a principal projects the claims of those who speak for it', async () => {
    await using record = await openBridge(spokeswomanAsserts);
    await write(record.db, recordAffiliation, {
      actor: { slug: 'spokeswoman' },
      of: { slug: 'town-hall' },
      kind: 'SPEAKS_FOR',
    });

    await write(record.db, updateActor, { actor: { slug: 'town-hall' }, kind: 'GROUP' });

    expect(await verifyRecord(record.db)).toMatchObject({ faults: [] });
    const [{ standing = '' } = {}] = rawRows<{ standing: string }>(
      record.path,
      'select standing from standings',
    );
    expect(standingOf(standing)).toMatchObject({ origins: [] });
  });

  test.each<readonly [string, (record: TestRecord) => Promise<unknown>]>([
    [
      'one with it',
      ({ db }) =>
        write(db, mergeActors, {
          from: { slug: 'spokeswoman' },
          into: { slug: 'town-hall' },
          judgement: 'CONFIRMED',
        }),
    ],
    [
      'who stands in a chain',
      ({ db }) =>
        write(db, recordStance, {
          ...mayorDenies,
          evidence: [quoting('I never promised a bridge', ['gazette', 'town-hall', 'mayor'])],
        }),
    ],
    [
      'whose copy it is',
      ({ db }) =>
        write(db, updateArticle, {
          article: { slug: 'bridge-story' },
          creditedTo: { slug: 'town-hall' },
        }),
    ],
  ])('projects the claims of %s', async (_who, prepare) => {
    await using record = await openBridge(spokeswomanAsserts, gazetteReports);
    await prepare(record);
    spoil(record);

    await write(record.db, updateActor, { actor: { slug: 'town-hall' }, kind: 'GROUP' });

    expect(await verifyRecord(record.db)).toMatchObject({ faults: [] });
  });

  test('is refused to and from an unnamed source', async () => {
    await using record = await openBridge();

    for (const [slug, kind] of [
      ['mayor', 'UNNAMED_SOURCE'],
      ['council-sources', 'GROUP'],
      ['council-sources', 'PERSON'],
    ] as const) {
      await expectRefused(record, [updateActor, { actor: { slug }, kind }], {
        code: 'INPUT_INVALID',
        path: ['kind'],
      });
    }
  });

  test('is refused where a source or a chain rests on it', async () => {
    await using record = await openBridge();
    const leaf = { slug: 'leaf', title: 'A leaf', language: 'en', text: 'No bridge, he said.' };
    await write(record.db, recordArticle, leaf);
    await write(record.db, recordStance, {
      ...mayorDenies,
      evidence: [{ ...quoting('No bridge', ['courier', 'mayor']), article: { slug: 'leaf' } }],
    });
    const to = (slug: string) => [updateActor, { actor: { slug }, kind: 'GOVERNMENT' }] as const;

    await expectRefused(record, to('courier'), {
      code: 'INPUT_INVALID',
      path: ['kind'],
      message:
        'An attribution starts with it in leaf, whose outlet is not known: only an outlet can start it.',
    });
    await write(record.db, updateArticle, {
      article: { slug: 'leaf' },
      creditedTo: { slug: 'courier' },
    });
    await write(record.db, updateActor, to('courier')[1]);

    expect(rawRows(record.path, "select kind from actors where slug = 'courier'")).toEqual([
      { kind: 'GOVERNMENT' },
    ]);
    await expectRefused(record, to('gazette'), { code: 'INPUT_INVALID', path: ['kind'] });
  });

  test('a Wikidata item that comes with it is judged by the new kind', async () => {
    await using record = await openBridge();

    await write(record.db, updateActor, {
      actor: { slug: 'mayor' },
      kind: 'ORGANIZATION',
      wikidataId: 'Q7',
    });

    expect(
      rawRows(record.path, "select kind, wikidata_id from actors where slug = 'mayor'"),
    ).toEqual([{ kind: 'ORGANIZATION', wikidata_id: 'Q7' }]);
  });
});

describe('updateArticle', () => {
  const day = (date: string) => Date.parse(`${date}T00:00:00Z`);

  test.each([
    ['publishedAt', { publishedAt: day('2024-03-05') }],
    ['retrievedAt', { retrievedAt: day('2024-03-06') }],
    ['creditedTo', { creditedTo: { slug: 'courier' } }],
    ['supersedes', { supersedes: { slug: 'older' } }],
  ])('of %s works out anew what the article shows', async (_what, told) => {
    await using record = await openBridge(mayorDenies);
    await write(record.db, recordArticle, {
      slug: 'older',
      title: 'Older',
      language: 'en',
      outlet: { slug: 'gazette' },
      text: 'An older text.',
    });
    spoil(record);

    await write(record.db, updateArticle, { article: { slug: 'bridge-story' }, ...told });

    expect(await verifyRecord(record.db)).toMatchObject({ faults: [] });
  });

  test('of its title works out nothing anew', async () => {
    await using record = await openBridge(mayorDenies);
    spoil(record);

    await write(record.db, updateArticle, { article: { slug: 'bridge-story' }, title: 'Another' });

    const { faults } = await verifyRecord(record.db);
    expect(faults).not.toEqual([]);
  });

  test('of an older version works out anew what the newer ones show', async () => {
    await using record = await openBridge(mayorDenies);
    await write(record.db, recordArticle, {
      slug: 'older',
      title: 'Older',
      language: 'en',
      outlet: { slug: 'gazette' },
      text: `${bridgeStory}\n\nMore at ten.`,
    });
    await write(record.db, updateArticle, {
      article: { slug: 'bridge-story' },
      supersedes: { slug: 'older' },
    });
    spoil(record);

    await write(record.db, updateArticle, {
      article: { slug: 'older' },
      publishedAt: day('2024-03-01'),
    });

    expect(await verifyRecord(record.db)).toMatchObject({ faults: [] });
  });
});

test('a rejected pair may be told once the merge is revoked, and merged only when that is', async () => {
  await using record = await openBridge();
  const pair = { from: { slug: 'mayor' }, into: { slug: 'spokeswoman' } };
  const other = { from: { slug: 'spokeswoman' }, into: { slug: 'mayor' } };
  const merged = await write(record.db, mergeActors, { ...pair, judgement: 'CONFIRMED' });

  await expectRefused(record, [mergeActors, { ...other, judgement: 'REJECTED' }], {
    code: 'INPUT_INVALID',
    path: ['into'],
  });
  await write(record.db, revokeActorMerge, { merge: { id: merged.id }, reason: 'Two people.' });
  const rejected = await write(record.db, mergeActors, { ...other, judgement: 'REJECTED' });
  await expectRefused(record, [mergeActors, { ...pair, judgement: 'CONFIRMED' }], {
    code: 'INPUT_INVALID',
    path: ['into'],
  });
  await write(record.db, revokeActorMerge, {
    merge: { id: rejected.id },
    reason: 'One, after all.',
  });
  const again = await write(record.db, mergeActors, { ...pair, judgement: 'CONFIRMED' });

  expect(again).toMatchObject({ created: true });
});

/** Makes every stored standing wrong, so that only what is worked out anew is right. */
function spoil({ path }: TestRecord): void {
  tamper(path, `update standings set rule = 8, standing = json_set(standing, '$[0]', 8)`);
}
