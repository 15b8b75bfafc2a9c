import { describe, expect, test } from 'vitest';
import { addEvidence } from '../../../db/commands/add-evidence.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { reviewStance } from '../../../db/commands/review-stance.ts';
import { withdrawEvidence } from '../../../db/commands/withdraw-evidence.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
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

/** The harbour's record with the claim that the mayor promised a bridge, and nobody's stance on it. */
async function openBridge(
  review: 'DRAFT' | 'VERIFIED' | 'REJECTED' = 'VERIFIED',
): Promise<TestRecord> {
  const record = await openRecord({ filled: recordHarbour });
  await write(record.db, recordClaim, { ...bridgePromised, review });
  return record;
}

function eventsAfter(record: TestRecord, last: number) {
  return committedEvents(record.path).slice(last);
}

const chainOf = `select slug from evidence join attributions on evidence = evidence.key
  join actors on actors.key = actor order by evidence.key, position`;

describe('recordStance', () => {
  test('tells of the stance, then of the claim that it makes public, then of its standing', async () => {
    await using record = await openBridge();
    const last = committedEvents(record.path).length;

    const { key, seq } = await write(record.db, recordStance, mayorDenies);

    const [added, published, changed, ...others] = eventsAfter(record, last);
    expect(added).toMatchObject({ seq, type: 'STANCE_ADDED', subject: key, visibility: 'PUBLIC' });
    const [mayor] = rawRows<{ key: number }>(
      record.path,
      "select key from actors where slug = 'mayor'",
    );
    expect(published).toMatchObject({
      type: 'CLAIM_ADDED',
      visibility: 'PUBLIC',
      payload: { kind: 'FACT', language: 'en', topics: [], actors: [mayor?.key] },
    });
    expect(changed).toMatchObject({
      type: 'STANDING_CHANGED',
      payload: {
        from: 'UNADDRESSED',
        to: 'DENIED',
        actors: [mayor?.key],
        because: { noun: 'stance', key },
        causedAt: added?.at,
      },
    });
    expect(others).toEqual([]);
    expect(
      rawRows(record.path, 'select public_at, listed, standing_changed_at from claims'),
    ).toEqual([{ public_at: published?.at, listed: 1, standing_changed_at: added?.at }]);
  });

  test('publishes a claim once', async () => {
    await using record = await openBridge();
    await write(record.db, recordStance, mayorDenies);
    const last = committedEvents(record.path).length;

    await write(record.db, recordStance, gazetteReports);
    await write(record.db, recordStance, spokeswomanAsserts);

    expect(eventsAfter(record, last).map(({ type }) => type)).toEqual([
      'STANCE_ADDED',
      'STANDING_CHANGED',
      'STANCE_ADDED',
    ]);
  });

  test('keeps the words, where they stand and what is around them', async () => {
    await using record = await openBridge();
    const quote = 'old 🌉 and narrow';

    await write(record.db, recordStance, {
      ...mayorDenies,
      saidOn: '2024-03-05',
      saidPhrase: 'on Tuesday',
      evidence: [
        { ...quoting(quote), cue: 'told', confidence: 0.75, spokenLanguage: 'fr', mode: 'DIRECT' },
      ],
    });

    const start = bridgeStory.indexOf(quote);
    expect(rawRows(record.path, 'select * from evidence')).toMatchObject([
      {
        quote,
        start,
        end: start + quote.length,
        prefix: bridgeStory.slice(start - 32, start),
        suffix: bridgeStory.slice(start + quote.length, start + quote.length + 32),
        mode: 'DIRECT',
        cue: 'told',
        confidence: 0.75,
        spoken_language: 'fr',
      },
    ]);
    const moment = Date.parse('2024-03-05T00:00:00Z');
    expect(
      rawRows(record.path, 'select said_on, effective_at, effective_basis, polarity from stances'),
    ).toEqual([
      {
        said_on: '2024-03-05',
        effective_at: moment,
        effective_basis: 'SAID_ON',
        polarity: 'AGAINST',
      },
    ]);
  });

  test('takes the outlet and the holder for the chain, and the outlet alone where it is the holder', async () => {
    await using record = await openBridge();

    await write(record.db, recordStance, mayorDenies);
    await write(record.db, recordStance, gazetteReports);

    const chain = rawRows<{ slug: string }>(record.path, chainOf).map(({ slug }) => slug);
    expect(chain).toEqual(['gazette', 'mayor', 'gazette']);
  });

  test('of an unnamed source between is hearsay', async () => {
    await using record = await openBridge();

    await write(record.db, recordStance, {
      ...spokeswomanAsserts,
      evidence: [
        quoting('plans were drawn up in March', ['gazette', 'council-sources', 'spokeswoman']),
      ],
    });

    expect(rawRows(record.path, 'select hearsay, counting from stances')).toEqual([
      { hearsay: 1, counting: 1 },
    ]);
    expect(rawRows(record.path, 'select only_unnamed_sources, status from claims')).toEqual([
      { only_unnamed_sources: 1, status: 'ASSERTED' },
    ]);
  });

  test('makes a slug of who, how and what', async () => {
    await using record = await openBridge();
    const { slug, ...unnamed } = mayorDenies;

    await write(record.db, recordStance, unnamed);
    await write(record.db, recordStance, { ...unnamed, kind: 'NO_REPLY' });
    await write(record.db, recordStance, unnamed);

    expect(rawRows(record.path, 'select slug from stances order by key')).toEqual([
      { slug: 'mayor-denies-bridge-promised' },
      { slug: 'mayor-no-reply-bridge-promised' },
      { slug: 'mayor-denies-bridge-promised-2' },
    ]);
  });

  test('once more with the same content changes nothing, in whatever order the evidence comes', async () => {
    await using record = await openBridge();
    const evidence = [
      { ...quoting('I never promised a bridge'), confidence: 1 / 3 },
      quoting('the mayor told the Courier', ['gazette', 'courier', 'mayor']),
    ];
    const first = await write(record.db, recordStance, { ...mayorDenies, evidence });
    const last = committedEvents(record.path).length;

    const same = await write(record.db, recordStance, {
      ...mayorDenies,
      evidence: evidence.toReversed(),
    });

    expect(same).toEqual({ ...first, created: false });
    expect(eventsAfter(record, last)).toEqual([]);
  });

  test('on a draft of a claim verifies the claim', async () => {
    await using record = await openBridge('DRAFT');

    await write(record.db, recordStance, { ...spokeswomanAsserts, review: 'DRAFT' });
    const before = rawRows(record.path, 'select review, listed from claims');
    await write(record.db, recordStance, mayorDenies);

    expect(before).toEqual([{ review: 'DRAFT', listed: 0 }]);
    expect(rawRows(record.path, 'select review, listed, status from claims')).toEqual([
      { review: 'VERIFIED', listed: 1, status: 'DENIED' },
    ]);
    const [stance] = rawRows<{ at: number }>(
      record.path,
      "select recorded_at as at from stances where slug = 'mayor-denies'",
    );
    expect(
      rawRows(
        record.path,
        'select review, recorded_at as at from reviews where claim is not null order by key desc limit 1',
      ),
    ).toEqual([{ review: 'VERIFIED', at: stance?.at }]);
  });

  test('may come withdrawn, with evidence that was withdrawn', async () => {
    await using record = await openBridge();
    const stance = {
      ...mayorDenies,
      withdrawn: { reason: 'Misread.' },
      evidence: [
        quoting('I never promised a bridge'),
        { ...quoting('the mayor told the Courier'), withdrawn: { reason: 'Off the point.' } },
      ],
    };

    const first = await write(record.db, recordStance, stance);
    const same = await write(record.db, recordStance, stance);

    expect(same).toMatchObject({ key: first.key, created: false });
    expect(rawRows(record.path, 'select withdrawn_reason, counting, listed from stances')).toEqual([
      { withdrawn_reason: 'Misread.', counting: 0, listed: 0 },
    ]);
    expect(rawRows(record.path, 'select withdrawn_reason from evidence order by key')).toEqual([
      { withdrawn_reason: null },
      { withdrawn_reason: 'Off the point.' },
    ]);
    expect(rawRows(record.path, 'select status, listed from claims')).toEqual([
      { status: 'UNADDRESSED', listed: 1 },
    ]);
  });

  const { slug: _, ...denial } = mayorDenies;
  const shownBy = (piece: object) => ({
    ...denial,
    evidence: [{ ...quoting('on Tuesday'), ...piece }],
  });
  const at = (...keys: string[]) => ['evidence', '0', ...keys];
  const start = bridgeStory.indexOf('on Tuesday');
  test.each([
    [
      'words with one letter changed',
      shownBy({ quote: 'on Tuesdax' }),
      { code: 'QUOTE_NOT_IN_ARTICLE', path: at('quote'), quote: 'on Tuesdax' },
    ],
    [
      'a place that is off by one',
      shownBy({ start: start + 1, end: start + 11 }),
      { code: 'QUOTE_NOT_IN_ARTICLE', path: at('quote') },
    ],
    [
      'words that stand there three times',
      shownBy({ quote: 'The bridge' }),
      { code: 'QUOTE_AMBIGUOUS', path: at('quote'), places: [{}, {}, {}] },
    ],
    ['a start without an end', shownBy({ start }), { code: 'INPUT_INVALID', path: at('end') }],
    [
      'an end without a start',
      shownBy({ end: start }),
      { code: 'INPUT_INVALID', path: at('start') },
    ],
    [
      'half an offset',
      shownBy({ start: 0.5, end: 10.5 }),
      { code: 'INPUT_INVALID', path: at('start') },
    ],
    [
      'no words',
      shownBy({ quote: '' }),
      { code: 'TEXT_INVALID', path: at('quote'), reason: 'EMPTY' },
    ],
    [
      'words with a NUL',
      shownBy({ quote: 'on\0Tuesday' }),
      { code: 'TEXT_INVALID', path: at('quote'), reason: 'NUL' },
    ],
    [
      'words with half a surrogate pair',
      shownBy({ quote: 'old \ud83c' }),
      { code: 'TEXT_INVALID', path: at('quote'), reason: 'LONE_SURROGATE' },
    ],
    [
      'a cue with a NUL',
      shownBy({ cue: '\0' }),
      { code: 'TEXT_INVALID', path: at('cue'), reason: 'NUL' },
    ],
    [
      'an article that is not on record',
      shownBy({ article: { slug: 'none' } }),
      { code: 'NOT_ON_RECORD', path: at('article'), noun: 'article' },
    ],
    [
      'a chain that does not end with the holder',
      shownBy({ attribution: [{ slug: 'gazette' }] }),
      { code: 'ATTRIBUTION_BROKEN', path: at('attribution'), attribution: ['gazette'] },
    ],
    [
      'a chain that does not start at the outlet',
      shownBy({ attribution: [{ slug: 'courier' }, { slug: 'mayor' }] }),
      { code: 'ATTRIBUTION_BROKEN', path: at('attribution') },
    ],
    [
      'a chain of nobody',
      shownBy({ attribution: [] }),
      { code: 'ATTRIBUTION_BROKEN', path: at('attribution') },
    ],
    [
      'a chain through somebody who is not on record',
      shownBy({ attribution: [{ slug: 'gazette' }, { slug: 'none' }, { slug: 'mayor' }] }),
      { code: 'NOT_ON_RECORD', path: at('attribution', '1') },
    ],
    [
      'more confidence than there is',
      shownBy({ confidence: 1.5 }),
      { code: 'INPUT_INVALID', path: at('confidence') },
    ],
    [
      'a spoken language that is none',
      shownBy({ spokenLanguage: 'x' }),
      { code: 'INPUT_INVALID', path: at('spokenLanguage') },
    ],
    [
      'neither evidence nor a note',
      { ...denial, evidence: [] },
      { code: 'EVIDENCE_REQUIRED', path: ['evidence'] },
    ],
    [
      'a note of nothing',
      { ...denial, evidence: [], note: ' ' },
      { code: 'TEXT_INVALID', path: ['note'] },
    ],
    [
      'a claim that is not on record',
      { ...denial, claim: { slug: 'none' } },
      { code: 'NOT_ON_RECORD', path: ['claim'], noun: 'claim', reference: 'none' },
    ],
    [
      'an actor that is not on record',
      { ...denial, actor: { slug: 'none' } },
      { code: 'NOT_ON_RECORD', path: ['actor'], noun: 'actor' },
    ],
    [
      'an occasion that is not on record',
      { ...denial, saidIn: { slug: 'none' } },
      { code: 'NOT_ON_RECORD', path: ['saidIn'], noun: 'claim' },
    ],
    [
      'a day that is none',
      { ...denial, saidOn: 'Tuesday' },
      { code: 'INPUT_INVALID', path: ['saidOn'] },
    ],
    [
      'a moment that is none',
      { ...denial, saidAt: 0.5 },
      { code: 'INPUT_INVALID', path: ['saidAt'] },
    ],
    [
      'a slug that is none',
      { ...denial, slug: 'No Slug' },
      { code: 'INPUT_INVALID', path: ['slug'] },
    ],
    [
      'other content under its slug',
      { ...mayorDenies, kind: 'QUESTIONS', certainty: 'PLAIN' },
      { code: 'CONFLICT', path: ['kind'], keys: ['kind', 'certainty'] },
    ],
    [
      'other evidence under its slug',
      { ...mayorDenies, evidence: [quoting('on Tuesday')] },
      { code: 'CONFLICT', path: ['evidence'], keys: ['evidence'] },
    ],
    [
      'evidence as withdrawn that is not',
      {
        ...mayorDenies,
        evidence: [{ ...mayorDenies.evidence[0], withdrawn: { reason: 'Off the point.' } }],
      },
      { code: 'CONFLICT', path: ['evidence'], keys: ['evidence'] },
    ],
    [
      'its slug on another claim',
      { ...mayorDenies, claim: { slug: 'other' } },
      { code: 'CONFLICT', path: ['claim'], keys: ['claim'] },
    ],
    [
      'a withdrawal that the record knows nothing of',
      { ...mayorDenies, withdrawn: { reason: 'Misread.' } },
      { code: 'CONFLICT', path: ['withdrawn'], keys: ['withdrawn'] },
    ],
    [
      'a verified stance on a rejected claim',
      { ...denial, claim: { slug: 'rejected' } },
      { code: 'INPUT_INVALID', path: ['claim'] },
    ],
  ] as const)('refuses %s', async (_, input, refusal) => {
    await using record = await openBridge();
    await write(record.db, recordStance, mayorDenies);
    await write(record.db, recordClaim, { ...bridgePromised, slug: 'other' });
    await write(record.db, recordClaim, {
      ...bridgePromised,
      slug: 'rejected',
      review: 'REJECTED',
    });

    await expectRefused(record, [recordStance, input], refusal);
  });

  test('needs the chain where the outlet is not known', async () => {
    await using record = await openBridge();
    await write(record.db, recordArticle, {
      slug: 'leaflet',
      title: 'A leaflet',
      language: 'en',
      text: 'No bridge!',
    });
    const piece = { article: { slug: 'leaflet' }, quote: 'No bridge!', mode: 'DIRECT' } as const;

    await expectRefused(record, [recordStance, { ...mayorDenies, evidence: [piece] }], {
      code: 'ATTRIBUTION_BROKEN',
      path: ['evidence', '0', 'attribution'],
    });
    const attribution = [{ slug: 'courier' }, { slug: 'mayor' }];
    await write(record.db, recordStance, { ...mayorDenies, evidence: [{ ...piece, attribution }] });

    const chain = rawRows<{ slug: string }>(record.path, chainOf).map(({ slug }) => slug);
    expect(chain).toEqual(['courier', 'mayor']);
  });
});

describe('reviewStance', () => {
  test('accepting a draft publishes the claim and verifies it, and taking it back keeps the claim public', async () => {
    await using record = await openBridge('DRAFT');
    const { key } = await write(record.db, recordStance, { ...mayorDenies, review: 'DRAFT' });
    const stance = { slug: 'mayor-denies' };
    const last = committedEvents(record.path).length;

    await write(record.db, reviewStance, { stance, review: 'VERIFIED', reason: 'Read it myself.' });
    const same = await write(record.db, reviewStance, { stance, review: 'VERIFIED' });
    await write(record.db, reviewStance, { stance, review: 'REJECTED', reason: 'Misread.' });

    expect(same).toMatchObject({ key, created: false, seq: last + 1 });
    expect(eventsAfter(record, last)).toMatchObject([
      {
        type: 'STANCE_REVIEWED',
        visibility: 'PUBLIC',
        payload: { review: 'VERIFIED', before: { review: 'DRAFT' }, reason: 'Read it myself.' },
      },
      { type: 'CLAIM_ADDED' },
      { type: 'STANDING_CHANGED', payload: { to: 'DENIED', because: { noun: 'stance', key } } },
      {
        type: 'STANCE_REVIEWED',
        visibility: 'EDITORS',
        payload: { review: 'REJECTED', before: { review: 'VERIFIED' } },
      },
      { type: 'STANDING_CHANGED', payload: { from: 'DENIED', to: 'UNADDRESSED' } },
    ]);
    expect(
      rawRows(record.path, 'select review from reviews where stance is not null order by key'),
    ).toEqual([{ review: 'DRAFT' }, { review: 'VERIFIED' }, { review: 'REJECTED' }]);
    expect(rawRows(record.path, 'select review, listed from claims')).toEqual([
      { review: 'VERIFIED', listed: 1 },
    ]);
    expect(rawRows(record.path, 'select listed, counting from stances')).toEqual([
      { listed: 0, counting: 0 },
    ]);
  });

  test('recorded again as it first was, or as it now is, a reviewed stance is unchanged', async () => {
    await using record = await openBridge('DRAFT');
    const draft = { ...mayorDenies, review: 'DRAFT' } as const;
    const { key } = await write(record.db, recordStance, draft);
    await write(record.db, reviewStance, { stance: { slug: 'mayor-denies' }, review: 'VERIFIED' });

    expect(await write(record.db, recordStance, draft)).toMatchObject({ key, created: false });
    expect(await write(record.db, recordStance, mayorDenies)).toMatchObject({
      key,
      created: false,
    });
    const rejected = { ...mayorDenies, review: 'REJECTED' } as const;
    await expectRefused(record, [recordStance, rejected], {
      code: 'CONFLICT',
      path: ['review'],
      keys: ['review'],
    });
  });

  test('refuses what is withdrawn, what is not on record, and to verify on a rejected claim', async () => {
    await using record = await openBridge('REJECTED');
    await write(record.db, recordStance, { ...mayorDenies, review: 'DRAFT' });
    const stance = { slug: 'mayor-denies' };
    const review = (stance: { slug: string }) =>
      [reviewStance, { stance, review: 'VERIFIED' }] as const;

    await expectRefused(record, review(stance), { code: 'INPUT_INVALID', path: ['stance'] });
    await expectRefused(record, review({ slug: 'none' }), {
      code: 'NOT_ON_RECORD',
      path: ['stance'],
    });
    await write(record.db, withdrawStance, { stance, reason: 'Misread.' });
    await expectRefused(record, review(stance), { code: 'ALREADY_WITHDRAWN', path: ['stance'] });
  });
});

describe('withdrawStance', () => {
  test('takes a stance out of the standing and keeps it', async () => {
    await using record = await openBridge();
    await write(record.db, recordStance, gazetteReports);
    const { key } = await write(record.db, recordStance, mayorDenies);
    const last = committedEvents(record.path).length;

    await write(record.db, withdrawStance, {
      stance: { slug: 'mayor-denies' },
      reason: 'Another mayor.',
    });

    expect(eventsAfter(record, last)).toMatchObject([
      {
        type: 'STANCE_WITHDRAWN',
        subject: key,
        visibility: 'PUBLIC',
        payload: { reason: 'Another mayor.' },
      },
      {
        type: 'STANDING_CHANGED',
        payload: { from: 'DISPUTED', to: 'REPORTED', because: { noun: 'stance', key } },
      },
    ]);
    expect(
      rawRows(
        record.path,
        "select listed, counting, withdrawn_reason from stances where slug = 'mayor-denies'",
      ),
    ).toEqual([{ listed: 0, counting: 0, withdrawn_reason: 'Another mayor.' }]);
    expect(rawRows(record.path, 'select count(*) as n from evidence')).toEqual([{ n: 2 }]);
  });

  test('of a draft tells editors', async () => {
    await using record = await openBridge();
    await write(record.db, recordStance, { ...mayorDenies, review: 'DRAFT' });

    await write(record.db, withdrawStance, {
      stance: { slug: 'mayor-denies' },
      reason: 'Misread.',
    });

    expect(committedEvents(record.path).at(-1)).toMatchObject({
      type: 'STANCE_WITHDRAWN',
      visibility: 'EDITORS',
    });
  });

  test('refuses what is withdrawn already, no reason, and what is not on record', async () => {
    await using record = await openBridge();
    await write(record.db, recordStance, mayorDenies);
    const denial = { slug: 'mayor-denies' };
    const withdraw = (stance: { slug: string }, reason: string) =>
      [withdrawStance, { stance, reason }] as const;

    await expectRefused(record, withdraw(denial, '\0'), { code: 'TEXT_INVALID', path: ['reason'] });
    await expectRefused(record, withdraw({ slug: 'none' }, 'x'), {
      code: 'NOT_ON_RECORD',
      path: ['stance'],
    });
    await write(record.db, withdrawStance, { stance: denial, reason: 'Misread.' });
    await expectRefused(record, withdraw(denial, 'Again.'), {
      code: 'ALREADY_WITHDRAWN',
      path: ['stance'],
    });
  });
});

describe('evidence', () => {
  const stance = { slug: 'mayor-denies' };

  test('is added once, with an event of its own', async () => {
    await using record = await openBridge();
    await write(record.db, recordStance, mayorDenies);
    const last = committedEvents(record.path).length;

    const added = await write(record.db, addEvidence, {
      stance,
      ...quoting('the mayor told the Courier'),
    });
    const same = await write(record.db, addEvidence, {
      stance,
      ...quoting('the mayor told the Courier'),
    });

    expect(added).toMatchObject({ noun: 'evidence', created: true });
    expect(same).toEqual({ ...added, created: false });
    const [event, ...others] = eventsAfter(record, last);
    expect(event).toMatchObject({
      type: 'EVIDENCE_ADDED',
      noun: 'evidence',
      subject: added.key,
      visibility: 'PUBLIC',
    });
    expect(others).toEqual([]);
    expect(
      rawRows(record.path, 'select recorded_at as at from evidence where key = ?', added.key),
    ).toEqual([{ at: event?.at }]);
  });

  test('that is withdrawn leaves the stance to the rest of it; the last takes the stance along', async () => {
    await using record = await openBridge();
    await write(record.db, recordStance, mayorDenies);
    const added = await write(record.db, addEvidence, {
      stance,
      ...quoting('the mayor told the Courier'),
    });
    const [first] = rawRows<{ id: string }>(record.path, 'select id from evidence order by key');
    const last = committedEvents(record.path).length;

    await write(record.db, withdrawEvidence, {
      evidence: { id: first?.id },
      reason: 'Another mayor.',
    });
    const between = rawRows(record.path, 'select counting from stances');
    await write(record.db, withdrawEvidence, {
      evidence: { id: added.id },
      reason: 'That one, too.',
    });

    expect(between).toEqual([{ counting: 1 }]);
    expect(eventsAfter(record, last)).toMatchObject([
      { type: 'EVIDENCE_WITHDRAWN', payload: { reason: 'Another mayor.' } },
      { type: 'EVIDENCE_WITHDRAWN', payload: { reason: 'That one, too.' } },
      { type: 'STANCE_WITHDRAWN', payload: { reason: 'That one, too.' } },
      { type: 'STANDING_CHANGED', payload: { from: 'DENIED', to: 'UNADDRESSED' } },
    ]);
    expect(rawRows(record.path, 'select withdrawn_reason from stances')).toEqual([
      { withdrawn_reason: 'That one, too.' },
    ]);
  });

  test('is refused where it does not hold, and where there is nothing to show', async () => {
    await using record = await openBridge();
    await write(record.db, recordStance, mayorDenies);
    const add = (piece: object) =>
      [addEvidence, { stance, ...quoting('on Tuesday'), ...piece }] as const;

    await expectRefused(record, add({ quote: 'on Tuesdax' }), {
      code: 'QUOTE_NOT_IN_ARTICLE',
      path: ['quote'],
    });
    await expectRefused(record, add({ quote: 'The bridge' }), {
      code: 'QUOTE_AMBIGUOUS',
      path: ['quote'],
    });
    await expectRefused(record, add({ attribution: [{ slug: 'gazette' }] }), {
      code: 'ATTRIBUTION_BROKEN',
      path: ['attribution'],
    });
    await expectRefused(record, add({ stance: { slug: 'none' } }), {
      code: 'NOT_ON_RECORD',
      path: ['stance'],
    });
    await write(record.db, withdrawStance, { stance, reason: 'Misread.' });
    await expectRefused(record, add({}), { code: 'ALREADY_WITHDRAWN', path: ['stance'] });
  });

  test('is not withdrawn twice, nor without a reason, nor where there is none', async () => {
    await using record = await openBridge();
    await write(record.db, recordStance, { ...mayorDenies, note: 'Seen on film.' });
    const [piece] = rawRows<{ id: string }>(record.path, 'select id from evidence');
    const withdraw = (evidence: object, reason: string) =>
      [withdrawEvidence, { evidence, reason }] as const;

    await expectRefused(record, withdraw({ id: piece?.id }, ''), {
      code: 'TEXT_INVALID',
      path: ['reason'],
    });
    await expectRefused(record, withdraw({ id: 'evidence_none' }, 'x'), {
      code: 'NOT_ON_RECORD',
      path: ['evidence'],
    });
    await expectRefused(record, withdraw({ slug: 'none' }, 'x'), {
      code: 'INPUT_INVALID',
      path: ['evidence'],
    });
    await write(record.db, withdrawEvidence, { evidence: { id: piece?.id }, reason: 'Wrong.' });
    await expectRefused(record, withdraw({ id: piece?.id }, 'Again.'), {
      code: 'ALREADY_WITHDRAWN',
      path: ['evidence'],
    });
  });
});
