import { describe, expect, test } from 'vitest';
import { endAffiliation } from '../../../db/commands/end-affiliation.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordAffiliation } from '../../../db/commands/record-affiliation.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { committedEvents } from '../../kit/committed.ts';
import { bridgePromised, recordHarbour, spokeswomanAsserts } from '../../kit/harbour.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { expectRefused } from '../../kit/refused.ts';

const speaksFor = {
  actor: { slug: 'spokeswoman' },
  of: { slug: 'town-hall' },
  kind: 'SPEAKS_FOR',
  role: 'Spokeswoman',
  from: '2024-01-01',
} as const;

/** A claim that the spokeswoman and the Courier put forward, on 2 March 2024. */
async function openAsserted(): Promise<TestRecord> {
  const record = await openRecord({ filled: recordHarbour });
  const { slug, claim, ...stance } = { ...spokeswomanAsserts, saidOn: '2024-03-02' };
  await write(record.db, recordClaim, {
    ...bridgePromised,
    stances: [stance, { ...stance, actor: { slug: 'courier' } }],
  });
  return record;
}

function sidesOf({ path }: TestRecord): string[] {
  const rows = rawRows<{ slug: string }>(
    path,
    `select slug from standings, json_each(standing, '$[2]')
     join actors on actors.key = value ->> 0 order by slug`,
  );
  return rows.map(({ slug }) => slug);
}

function statusOf({ path }: TestRecord): string | undefined {
  return rawRows<{ status: string }>(path, 'select status from claims')[0]?.status;
}

describe('recordAffiliation', () => {
  test('that somebody speaks for another folds the sides of claims on record', async () => {
    await using record = await openAsserted();
    const before = sidesOf(record);
    const last = committedEvents(record.path).length;

    const { key, id } = await write(record.db, recordAffiliation, speaksFor);

    expect(id).toMatch(/^affiliation_/);
    expect(before).toEqual(['courier', 'spokeswoman']);
    expect(sidesOf(record)).toEqual(['courier', 'town-hall']);
    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'AFFILIATION_ADDED', noun: 'affiliation', subject: key, visibility: 'PUBLIC' },
    ]);
  });

  test('of an agency bears on the claims whose reprints are credited to it', async () => {
    await using record = await openRecord();
    const actor = async (slug: string, kind: 'OUTLET' | 'ORGANIZATION' = 'OUTLET') =>
      write(record.db, recordActor, { slug, name: slug, kind });
    for (const slug of ['star', 'echo', 'wire', 'cable']) await actor(slug);
    await actor('holding', 'ORGANIZATION');
    const told = [
      ['star', 'wire', 'The dam has a crack, wrote Wire.'],
      ['echo', 'cable', 'A crack runs through the dam, wrote Cable.'],
    ] as const;
    for (const [slug, agency, text] of told) {
      await write(record.db, recordArticle, {
        ...{ slug: `in-${slug}`, title: slug, language: 'en', text },
        outlet: { slug },
        creditedTo: { slug: agency },
      });
    }
    await write(record.db, recordClaim, {
      ...{ slug: 'crack', text: 'The dam has a crack.', kind: 'FACT', language: 'en' },
      stances: told.map(([slug, , text]) => ({
        actor: { slug },
        kind: 'ASSERTS' as const,
        certainty: 'PLAIN' as const,
        evidence: [{ article: { slug: `in-${slug}` }, quote: text, mode: 'NARRATED' as const }],
      })),
    });
    const before = statusOf(record);

    for (const slug of ['wire', 'cable']) {
      await write(record.db, recordAffiliation, {
        actor: { slug },
        of: { slug: 'holding' },
        kind: 'OWNED_BY',
      });
    }

    expect([before, statusOf(record)]).toEqual(['CORROBORATED', 'ASSERTED']);
    expect(await verifyRecord(record.db)).toMatchObject({ faultCount: 0 });
  });

  test('that both belong to one makes one origin of two', async () => {
    await using record = await openAsserted();
    const owner = { slug: 'town-hall' };
    const before = statusOf(record);

    await write(record.db, recordAffiliation, {
      actor: { slug: 'spokeswoman' },
      of: owner,
      kind: 'PART_OF',
    });
    await write(record.db, recordActor, { slug: 'holding', name: 'Holding', kind: 'ORGANIZATION' });
    await write(record.db, recordAffiliation, {
      actor: { slug: 'courier' },
      of: { slug: 'holding' },
      kind: 'OWNED_BY',
    });
    const last = committedEvents(record.path).length;
    const { key } = await write(record.db, recordAffiliation, {
      actor: { slug: 'holding' },
      of: owner,
      kind: 'OWNED_BY',
    });

    expect(before).toBe('CORROBORATED');
    expect(statusOf(record)).toBe('ASSERTED');
    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'AFFILIATION_ADDED' },
      {
        type: 'STANDING_CHANGED',
        payload: { from: 'CORROBORATED', to: 'ASSERTED', because: { noun: 'affiliation', key } },
      },
    ]);
  });

  test('once more with the same content changes nothing, ended since or not', async () => {
    await using record = await openAsserted();
    const first = await write(record.db, recordAffiliation, speaksFor);
    const same = await write(record.db, recordAffiliation, speaksFor);
    const ended = await write(record.db, endAffiliation, {
      affiliation: { id: first.id },
      until: '2024-06-30',
    });

    const again = await write(record.db, recordAffiliation, speaksFor);
    const whole = await write(record.db, recordAffiliation, { ...speaksFor, until: '2024-06-30' });

    expect(same).toEqual({ ...first, created: false });
    expect(again).toEqual({ ...first, created: false, seq: ended.seq });
    expect(whole).toEqual(again);
    expect(rawRows(record.path, 'select count(*) as n from affiliations')).toEqual([{ n: 1 }]);
  });

  test('with its end is on record as ended', async () => {
    await using record = await openAsserted();

    await write(record.db, recordAffiliation, { ...speaksFor, until: '2024-02-29' });

    expect(
      rawRows(
        record.path,
        'select until_date, ended_at = recorded_at as at_once from affiliations',
      ),
    ).toEqual([{ until_date: '2024-02-29', at_once: 1 }]);
    expect(sidesOf(record)).toEqual(['courier', 'spokeswoman']);
  });

  test.each([
    [
      'an actor of itself',
      { ...speaksFor, of: { slug: 'spokeswoman' } },
      { code: 'INPUT_INVALID', path: ['of'] },
    ],
    [
      'an end before the beginning',
      { ...speaksFor, role: null, until: '2023-12-31' },
      { code: 'INPUT_INVALID', path: ['until'] },
    ],
    [
      'another end',
      { ...speaksFor, until: '2024-12-31' },
      { code: 'CONFLICT', path: ['until'], keys: ['until'] },
    ],
    [
      'a day that is none',
      { ...speaksFor, from: '2024-13-01' },
      { code: 'INPUT_INVALID', path: ['from'] },
    ],
    [
      'an actor that is not on record',
      { ...speaksFor, actor: { slug: 'none' } },
      { code: 'NOT_ON_RECORD', path: ['actor'] },
    ],
    ['a role of nothing', { ...speaksFor, role: ' ' }, { code: 'TEXT_INVALID', path: ['role'] }],
  ] as const)('refuses %s', async (_, input, refusal) => {
    await using record = await openAsserted();
    await write(record.db, recordAffiliation, speaksFor);

    await expectRefused(record, [recordAffiliation, input], refusal);
  });
});

describe('endAffiliation', () => {
  test('ends it once, and unfolds what was said later', async () => {
    await using record = await openAsserted();
    const { key, id } = await write(record.db, recordAffiliation, speaksFor);
    const last = committedEvents(record.path).length;

    await write(record.db, endAffiliation, { affiliation: { id }, until: '2024-02-29' });

    expect(sidesOf(record)).toEqual(['courier', 'spokeswoman']);
    const events = committedEvents(record.path, last);
    expect(events).toMatchObject([
      { type: 'AFFILIATION_ENDED', subject: key, payload: { until: '2024-02-29' } },
    ]);
    expect(rawRows(record.path, 'select until_date, ended_at from affiliations')).toEqual([
      { until_date: '2024-02-29', ended_at: events[0]?.at },
    ]);
  });

  test.each([
    ['an end before the beginning', '2023-12-31', { code: 'INPUT_INVALID', path: ['until'] }],
    ['a day that is none', 'yesterday', { code: 'INPUT_INVALID', path: ['until'] }],
  ] as const)('refuses %s', async (_, until, refusal) => {
    await using record = await openAsserted();
    const { id } = await write(record.db, recordAffiliation, speaksFor);

    await expectRefused(record, [endAffiliation, { affiliation: { id }, until }], refusal);
  });

  test('refuses what has ended, and what is not on record', async () => {
    await using record = await openAsserted();
    const { id } = await write(record.db, recordAffiliation, speaksFor);
    const end = (id: string) =>
      [endAffiliation, { affiliation: { id }, until: '2024-06-30' }] as const;
    await write(record.db, ...end(id));

    await expectRefused(record, end(id), { code: 'ALREADY_WITHDRAWN', path: ['affiliation'] });
    await expectRefused(record, end('affiliation_none'), {
      code: 'NOT_ON_RECORD',
      path: ['affiliation'],
    });
  });
});
