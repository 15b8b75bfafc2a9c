import { describe, expect, test } from 'vitest';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { updateClaim } from '../../../db/commands/update-claim.ts';
import { withdrawClaim } from '../../../db/commands/withdraw-claim.ts';
import { committedEvents } from '../../kit/committed.ts';
import {
  bridgePromised,
  gazetteReports,
  mayorDenies,
  quoting,
  recordHarbour,
  spokeswomanAsserts,
} from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { expectRefused } from '../../kit/refused.ts';

const claim = {
  ...bridgePromised,
  topics: ['bridge', 'town'],
  happenedFrom: '2024-03-01',
  happenedUntil: '2024-03-31',
} as const;

describe('recordClaim', () => {
  test('without a stance tells editors alone, and lists nothing', async () => {
    await using record = await openRecord();

    const recorded = await write(record.db, recordClaim, claim);

    expect(committedEvents(record.path)).toMatchObject([
      { type: 'CLAIM_RECORDED', noun: 'claim', subject: recorded.key, visibility: 'EDITORS' },
    ]);
    expect(rawRows(record.path, 'select * from claims')).toMatchObject([
      {
        slug: 'bridge-promised',
        status: 'UNADDRESSED',
        listed: 0,
        public_at: null,
        review: 'VERIFIED',
      },
    ]);
    expect(rawRows(record.path, 'select topic from claim_topics order by 1')).toEqual([
      { topic: 'bridge' },
      { topic: 'town' },
    ]);
    expect(rawRows(record.path, 'select rule from standings')).toEqual([{ rule: 8 }]);
    expect(rawRows(record.path, 'select review, claim from reviews')).toEqual([
      { review: 'VERIFIED', claim: recorded.key },
    ]);
    expect(
      rawRows(
        record.path,
        'select rowid from search_all_claims where search_all_claims match ?',
        '"promised"',
      ),
    ).toEqual([{ rowid: recorded.key }]);
  });

  test('with its first stances tells of the claim, of each, and of the standing once', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const last = committedEvents(record.path).length;

    const recorded = await write(record.db, recordClaim, {
      ...claim,
      stances: [gazetteReports, mayorDenies, { ...spokeswomanAsserts, kind: 'NO_REPLY' }],
    });

    const stances = rawRows<{ key: number; actor: number; at: number }>(
      record.path,
      'select key, actor, recorded_at as at from stances order by key',
    );
    const [added, ...events] = committedEvents(record.path, last);
    expect(recorded.seq).toBe(added?.seq);
    expect(added).toMatchObject({
      type: 'CLAIM_ADDED',
      subject: recorded.key,
      visibility: 'PUBLIC',
      payload: {
        kind: 'FACT',
        language: 'en',
        topics: ['bridge', 'town'],
        actors: stances.map(({ actor }) => actor),
      },
    });
    const stanceEvents = stances.map(({ key, at }) => ({
      type: 'STANCE_ADDED',
      subject: key,
      at,
      visibility: 'PUBLIC',
    }));
    // The denial made it disputed; who had not replied changed nothing.
    const because = { noun: 'stance', key: stances[1]?.key };
    const payload = { from: 'UNADDRESSED', to: 'DISPUTED', because, causedAt: stances[1]?.at };
    const standing = { type: 'STANDING_CHANGED', subject: recorded.key, payload };
    expect(events).toMatchObject([...stanceEvents, standing]);
    expect(rawRows(record.path, 'select * from claims')).toMatchObject([
      {
        recorded_at: added?.at,
        public_at: added?.at,
        listed: 1,
        status: 'DISPUTED',
        standing_changed_at: stances[1]?.at,
      },
    ]);
    expect(rawRows(record.path, 'select distinct listed, counting from stances')).toEqual([
      { listed: 1, counting: 1 },
    ]);
  });

  test('of a draft with drafts of stances is for editors', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const last = committedEvents(record.path).length;

    await write(record.db, recordClaim, { ...claim, review: 'DRAFT', stances: [mayorDenies] });

    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'CLAIM_RECORDED', visibility: 'EDITORS' },
      { type: 'STANCE_ADDED', visibility: 'EDITORS' },
    ]);
    expect(rawRows(record.path, 'select listed, counting, review from stances')).toEqual([
      { listed: 0, counting: 0, review: 'DRAFT' },
    ]);
    expect(rawRows(record.path, 'select listed, status from claims')).toEqual([
      { listed: 0, status: 'UNADDRESSED' },
    ]);
  });

  test('of a draft with a verified stance verifies it', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const stances = [mayorDenies, spokeswomanAsserts].map((stance) => ({
      ...stance,
      review: 'VERIFIED' as const,
    }));

    const first = await write(record.db, recordClaim, { ...claim, review: 'DRAFT', stances });
    const again = await write(record.db, recordClaim, { ...claim, review: 'DRAFT', stances });

    expect(again).toMatchObject({ key: first.key, created: false });
    expect(rawRows(record.path, 'select review, listed, status from claims')).toEqual([
      { review: 'VERIFIED', listed: 1, status: 'DISPUTED' },
    ]);
    expect(
      rawRows(record.path, 'select review from reviews where claim is not null order by key'),
    ).toEqual([{ review: 'DRAFT' }, { review: 'VERIFIED' }]);
  });

  test('once more with the same content, with or without its stances, changes nothing', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const { slug, ...unnamed } = mayorDenies;
    const first = await write(record.db, recordClaim, {
      ...claim,
      stances: [unnamed, spokeswomanAsserts],
    });
    const last = committedEvents(record.path).length;

    const same = await write(record.db, recordClaim, {
      ...claim,
      stances: [unnamed, spokeswomanAsserts],
    });
    const bare = await write(record.db, recordClaim, claim);

    expect(same).toMatchObject({ key: first.key, created: false });
    expect(bare).toMatchObject({ key: first.key, created: false });
    expect(committedEvents(record.path, last)).toEqual([]);
  });

  test('keeps a slug that is given from being made for another', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const { slug, ...unnamed } = mayorDenies;
    const made = 'mayor-denies-bridge-promised';

    await write(record.db, recordClaim, {
      ...claim,
      stances: [unnamed, { ...spokeswomanAsserts, slug: made }],
    });

    expect(rawRows(record.path, 'select slug from stances order by key')).toEqual([
      { slug: `${made}-2` },
      { slug: made },
    ]);
  });

  test('may come withdrawn', async () => {
    await using record = await openRecord({ filled: recordHarbour });

    await write(record.db, recordClaim, {
      ...claim,
      withdrawn: { reason: 'Twice on record.' },
      stances: [mayorDenies],
    });

    expect(rawRows(record.path, 'select listed, status, withdrawn_reason from claims')).toEqual([
      { listed: 0, status: 'DENIED', withdrawn_reason: 'Twice on record.' },
    ]);
    expect(rawRows(record.path, 'select listed, counting from stances')).toEqual([
      { listed: 0, counting: 1 },
    ]);
  });

  const { slug, claim: _, ...denial } = mayorDenies;
  test.each([
    [
      'other content under its slug',
      { ...claim, text: 'No.', topics: ['bridge'] },
      { code: 'CONFLICT', path: ['text'], keys: ['text', 'topics'] },
    ],
    [
      'another review',
      { ...claim, review: 'DRAFT' },
      { code: 'CONFLICT', path: ['review'], keys: ['review'] },
    ],
    [
      'stances that are not on record',
      { ...claim, stances: [{ ...denial, certainty: 'HEDGED' }] },
      { code: 'CONFLICT', path: ['stances'], keys: ['stances'] },
    ],
    [
      'an empty text',
      { ...claim, slug: null, text: '\n' },
      { code: 'TEXT_INVALID', path: ['text'], reason: 'EMPTY' },
    ],
    [
      'a NUL',
      { ...claim, slug: null, topics: ['a\0b'] },
      { code: 'TEXT_INVALID', path: ['topics', '0'], reason: 'NUL' },
    ],
    [
      'a day that is none',
      { ...claim, slug: null, happenedFrom: '2024-02-30' },
      { code: 'INPUT_INVALID', path: ['happenedFrom'] },
    ],
    [
      'an end before the beginning',
      { ...claim, slug: null, happenedUntil: '2024-02-29' },
      { code: 'INPUT_INVALID', path: ['happenedUntil'] },
    ],
    [
      'a language that is none',
      { ...claim, slug: null, language: '' },
      { code: 'INPUT_INVALID', path: ['language'] },
    ],
    [
      'a verified stance on a rejected claim',
      { ...claim, slug: null, review: 'REJECTED', stances: [{ ...denial, review: 'VERIFIED' }] },
      { code: 'INPUT_INVALID', path: ['stances', '0', 'review'] },
    ],
    [
      'a stance of a slug that another claim has',
      { ...claim, slug: null, stances: [spokeswomanAsserts, mayorDenies] },
      { code: 'CONFLICT', path: ['stances', '1', 'slug'], reference: 'mayor-denies' },
    ],
    [
      'a slug given twice',
      { ...claim, slug: null, stances: [spokeswomanAsserts, spokeswomanAsserts] },
      { code: 'INPUT_INVALID', path: ['stances', '1', 'slug'] },
    ],
    [
      'a stance that does not hold',
      {
        ...claim,
        slug: null,
        stances: [spokeswomanAsserts, { ...denial, evidence: [quoting('No such words')] }],
      },
      { code: 'QUOTE_NOT_IN_ARTICLE', path: ['stances', '1', 'evidence', '0', 'quote'] },
    ],
  ] as const)('refuses %s', async (_, input, refusal) => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, recordClaim, { ...claim, stances: [mayorDenies] });

    await expectRefused(record, [recordClaim, input], refusal);
  });
});

describe('updateClaim', () => {
  test('keeps the old values in its event', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const { key } = await write(record.db, recordClaim, { ...claim, stances: [mayorDenies] });
    const last = committedEvents(record.path).length;

    const update = {
      claim: { slug: 'bridge-promised' },
      text: 'A bridge was promised.',
      topics: ['crossing'],
      happenedUntil: null,
    };
    const changed = await write(record.db, updateClaim, update);
    const same = await write(record.db, updateClaim, update);

    expect(same).toEqual(changed);
    expect(committedEvents(record.path, last)).toMatchObject([
      {
        type: 'CLAIM_CHANGED',
        subject: key,
        visibility: 'PUBLIC',
        payload: {
          before: { text: claim.text, topics: ['bridge', 'town'], happenedUntil: '2024-03-31' },
        },
      },
    ]);
    expect(rawRows(record.path, 'select topic from claim_topics')).toEqual([{ topic: 'crossing' }]);
    expect(
      rawRows(
        record.path,
        'select rowid from search_all_claims where rowid = ? and search_all_claims match ?',
        key,
        '"mayor"',
      ),
    ).toEqual([]);
    expect(rawRows(record.path, 'select happened_from, status from claims')).toEqual([
      { happened_from: '2024-03-01', status: 'DENIED' },
    ]);
  });

  test.each([
    [
      'a claim that is not on record',
      { claim: { slug: 'none' } },
      { code: 'NOT_ON_RECORD', path: ['claim'] },
    ],
    [
      'an end before the beginning',
      { claim: { slug: 'bridge-promised' }, happenedUntil: '2023-01-01' },
      { code: 'INPUT_INVALID', path: ['happenedUntil'] },
    ],
    [
      'an empty text',
      { claim: { slug: 'bridge-promised' }, text: '' },
      { code: 'TEXT_INVALID', path: ['text'] },
    ],
  ] as const)('refuses %s', async (_, input, refusal) => {
    await using record = await openRecord();
    await write(record.db, recordClaim, claim);

    await expectRefused(record, [updateClaim, input], refusal);
  });
});

describe('withdrawClaim', () => {
  test('takes a claim and its stances out of the lists, and keeps both', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    const { key } = await write(record.db, recordClaim, { ...claim, stances: [mayorDenies] });
    const last = committedEvents(record.path).length;

    await write(record.db, withdrawClaim, {
      claim: { slug: 'bridge-promised' },
      reason: 'Twice on record.',
    });
    await write(record.db, recordStance, spokeswomanAsserts);

    expect(committedEvents(record.path, last)).toMatchObject([
      {
        type: 'CLAIM_WITHDRAWN',
        subject: key,
        visibility: 'PUBLIC',
        payload: { reason: 'Twice on record.' },
      },
      { type: 'STANCE_ADDED' },
      { type: 'STANDING_CHANGED' },
    ]);
    expect(rawRows(record.path, 'select listed, status from claims')).toEqual([
      { listed: 0, status: 'DISPUTED' },
    ]);
    expect(rawRows(record.path, 'select distinct listed from stances')).toEqual([{ listed: 0 }]);
  });

  test('refuses what is withdrawn already, no reason, and what is not on record', async () => {
    await using record = await openRecord();
    await write(record.db, recordClaim, claim);
    const bridge = { slug: 'bridge-promised' };
    const withdraw = (claim: { slug: string }, reason: string) =>
      [withdrawClaim, { claim, reason }] as const;

    await expectRefused(record, withdraw(bridge, ''), { code: 'TEXT_INVALID', path: ['reason'] });
    await expectRefused(record, withdraw({ slug: 'none' }, 'x'), {
      code: 'NOT_ON_RECORD',
      path: ['claim'],
    });
    await write(record.db, withdrawClaim, { claim: bridge, reason: 'Wrong.' });
    await expectRefused(record, withdraw(bridge, 'Again.'), {
      code: 'ALREADY_WITHDRAWN',
      path: ['claim'],
    });
  });
});

describe('whom a claim concerns', () => {
  const slugsConcerned = (path: string) =>
    rawRows<{ slug: string }>(
      path,
      'select slug from claim_concerns join actors on actors.key = actor order by claim, position',
    ).map(({ slug }) => slug);
  const mayorAndGazette = [{ slug: 'mayor' }, { slug: 'gazette' }];
  const clerk = { slug: 'clerk', name: 'A clerk', kind: 'PERSON', review: 'DRAFT' } as const;
  const reviewOf = (path: string) =>
    rawRows<{ review: string }>(path, "select review from actors where slug = 'clerk'")[0]?.review;

  test('is kept in the order told', async () => {
    await using record = await openRecord({ filled: recordHarbour });

    await write(record.db, recordClaim, { ...claim, concerns: mayorAndGazette });
    const again = await write(record.db, recordClaim, { ...claim, concerns: mayorAndGazette });

    expect(slugsConcerned(record.path)).toEqual(['mayor', 'gazette']);
    expect(again.created).toBe(false);
  });

  test('is corrected as a whole, and the event keeps whom it concerned before', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, recordClaim, { ...claim, concerns: mayorAndGazette });
    const last = committedEvents(record.path).length;
    const keys = rawRows<{ actor: number }>(
      record.path,
      'select actor from claim_concerns order by position',
    );

    const ref = { slug: claim.slug };
    await write(record.db, updateClaim, { claim: ref, concerns: [{ slug: 'gazette' }] });
    const same = await write(record.db, updateClaim, {
      claim: ref,
      concerns: [{ slug: 'gazette' }],
    });

    expect(slugsConcerned(record.path)).toEqual(['gazette']);
    expect(committedEvents(record.path, last)).toMatchObject([
      {
        type: 'CLAIM_CHANGED',
        payload: { before: { concerns: keys.map(({ actor }) => actor) } },
      },
    ]);
    expect(same.seq).toBe(last + 1);
    await write(record.db, updateClaim, { claim: ref, concerns: null });
    expect(slugsConcerned(record.path)).toEqual([]);
  });

  test('is public as soon as the claim is no draft', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, recordActor, clerk);
    await write(record.db, recordClaim, {
      ...claim,
      review: 'DRAFT',
      concerns: [{ slug: 'clerk' }],
    });
    const drafted = reviewOf(record.path);

    await write(record.db, recordStance, mayorDenies);

    expect([drafted, reviewOf(record.path)]).toEqual(['DRAFT', 'VERIFIED']);
  });

  test('is public where the claim is verified, and when it comes to concern them', async () => {
    await using record = await openRecord({ filled: recordHarbour });
    await write(record.db, recordActor, clerk);
    await write(record.db, recordClaim, claim);

    await write(record.db, updateClaim, {
      claim: { slug: claim.slug },
      concerns: [{ slug: 'clerk' }],
    });

    expect(reviewOf(record.path)).toBe('VERIFIED');
  });
});
