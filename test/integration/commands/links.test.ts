import { describe, expect, test } from 'vitest';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { revokeClaimLink } from '../../../db/commands/revoke-claim-link.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { committedEvents } from '../../kit/committed.ts';
import {
  bridgePromised,
  gazetteReports,
  mayorDenies,
  recordHarbour,
  spokeswomanAsserts,
} from '../../kit/harbour.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { expectRefused } from '../../kit/refused.ts';

/** Claims that rest on one another: opening presupposes built, which presupposes promised; `said` was said in promised. */
async function openChain(): Promise<TestRecord> {
  const record = await openRecord({ filled: recordHarbour });
  await write(record.db, recordClaim, { ...bridgePromised, stances: [gazetteReports] });
  for (const slug of ['built', 'opening']) {
    const { slug: _, claim, ...stance } = spokeswomanAsserts;
    const claimed = { ...bridgePromised, slug, text: `The bridge: ${slug}.` };
    await write(record.db, recordClaim, { ...claimed, stances: [stance] });
  }
  await write(record.db, recordClaim, {
    ...bridgePromised,
    slug: 'said',
    text: 'It will be blue.',
    stances: [{ ...spokeswomanAsserts, slug: null, saidIn: { slug: 'bridge-promised' } }],
  });
  return record;
}

const presupposes = (from: string, to: string) =>
  ({
    from: { slug: from },
    to: { slug: to },
    kind: 'PRESUPPOSES',
    judgement: 'CONFIRMED',
  }) as const;

/** Which claims each claim is disputed via, by slug; those that are not are left out. */
function disputedVia({ path }: TestRecord): Record<string, string[]> {
  const rows = rawRows<{ slug: string; via: string }>(
    path,
    `select claims.slug, other.slug as via from standings join claims on claims.key = claim,
     json_each(standing, '$[7]') join claims other on other.key = value order by 1, 2`,
  );
  const found: Record<string, string[]> = {};
  for (const { slug, via } of rows) found[slug] = [...(found[slug] ?? []), via];
  return found;
}

describe('what rests on a claim', () => {
  test('hears when it becomes disputed, and when it no longer is', async () => {
    await using record = await openChain();
    await write(record.db, linkClaims, presupposes('built', 'bridge-promised'));
    await write(record.db, linkClaims, presupposes('opening', 'built'));
    const before = disputedVia(record);

    await write(record.db, recordStance, mayorDenies);
    const disputed = disputedVia(record);
    const last = committedEvents(record.path).length;
    await write(record.db, withdrawStance, {
      stance: { slug: 'mayor-denies' },
      reason: 'Misread.',
    });

    const via = ['bridge-promised'];
    expect(before).toEqual({});
    expect(disputed).toEqual({ built: via, opening: via, said: via });
    expect(disputedVia(record)).toEqual({});
    const types = committedEvents(record.path, last).map(({ type }) => type);
    expect(types).toEqual(['STANCE_WITHDRAWN', 'STANDING_CHANGED']);
  });

  test('stays in doubt while it goes from disputed to denied', async () => {
    await using record = await openChain();
    await write(record.db, linkClaims, presupposes('built', 'bridge-promised'));
    await write(record.db, recordStance, mayorDenies);

    await write(record.db, withdrawStance, {
      stance: { slug: 'gazette-reports' },
      reason: 'Misread.',
    });

    expect(disputedVia(record)).toEqual({ built: ['bridge-promised'], said: ['bridge-promised'] });
  });

  test('hears of a link and of its end, through all that lies between', async () => {
    await using record = await openChain();
    await write(record.db, recordStance, mayorDenies);
    await write(record.db, linkClaims, presupposes('opening', 'built'));

    const { id } = await write(record.db, linkClaims, presupposes('built', 'bridge-promised'));
    const linked = disputedVia(record);
    await write(record.db, revokeClaimLink, { link: { id }, reason: 'It does not.' });

    const said = ['bridge-promised'];
    expect(linked).toEqual({ built: said, opening: said, said });
    expect(disputedVia(record)).toEqual({ said });
  });

  test('in a circle is not led astray', async () => {
    await using record = await openChain();
    await write(record.db, linkClaims, presupposes('built', 'opening'));
    await write(record.db, linkClaims, presupposes('opening', 'built'));
    await write(record.db, linkClaims, presupposes('opening', 'bridge-promised'));

    await write(record.db, recordStance, mayorDenies);

    const via = ['bridge-promised'];
    expect(disputedVia(record)).toEqual({ built: via, opening: via, said: via });
  });

  test.each([
    ['of another kind', { kind: 'ENTAILS' }],
    ['that is only suggested', { judgement: 'SUGGESTED' }],
    ['that was rejected', { judgement: 'REJECTED' }],
    ['that came revoked', { revoked: { reason: 'It does not.' } }],
  ] as const)('is not led by a link %s', async (_, other) => {
    await using record = await openChain();
    await write(record.db, recordStance, mayorDenies);

    await write(record.db, linkClaims, { ...presupposes('built', 'bridge-promised'), ...other });

    expect(disputedVia(record)).toEqual({ said: ['bridge-promised'] });
  });
});

describe('linkClaims and revokeClaimLink', () => {
  const link = {
    ...presupposes('built', 'bridge-promised'),
    reason: 'No bridge without a promise.',
  };

  test('append, and never overwrite', async () => {
    await using record = await openChain();
    const last = committedEvents(record.path).length;

    const first = await write(record.db, linkClaims, link);
    const same = await write(record.db, linkClaims, link);
    await write(record.db, revokeClaimLink, { link: { id: first.id }, reason: 'Too strict.' });
    const second = await write(record.db, linkClaims, { ...link, judgement: 'REJECTED' });

    expect(same).toEqual({ ...first, created: false });
    expect(first.id).toMatch(/^link_/);
    expect(committedEvents(record.path, last)).toMatchObject([
      { type: 'CLAIMS_LINKED', noun: 'link', subject: first.key, visibility: 'PUBLIC' },
      { type: 'CLAIM_LINK_REVOKED', subject: first.key, payload: { reason: 'Too strict.' } },
      { type: 'CLAIMS_LINKED', subject: second.key },
    ]);
    expect(
      rawRows(record.path, 'select judgement, revoked_reason from claim_links order by key'),
    ).toEqual([
      { judgement: 'CONFIRMED', revoked_reason: 'Too strict.' },
      { judgement: 'REJECTED', revoked_reason: null },
    ]);
  });

  test.each([
    [
      'a claim with itself',
      { ...link, to: { slug: 'built' } },
      { code: 'INPUT_INVALID', path: ['to'] },
    ],
    [
      'another judgement while one is in force',
      { ...link, judgement: 'SUGGESTED' },
      { code: 'CONFLICT', path: ['judgement'], keys: ['judgement'] },
    ],
    [
      'another reason while one is in force',
      { ...link, reason: null },
      { code: 'CONFLICT', path: ['reason'], keys: ['reason'] },
    ],
    [
      'as revoked what is in force',
      { ...link, revoked: { reason: 'x' } },
      { code: 'CONFLICT', path: ['revoked'] },
    ],
    [
      'a claim that is not on record',
      { ...link, from: { slug: 'none' } },
      { code: 'NOT_ON_RECORD', path: ['from'] },
    ],
    [
      'a reason with a NUL',
      { ...link, kind: 'ABOUT', reason: '\0' },
      { code: 'TEXT_INVALID', path: ['reason'] },
    ],
  ] as const)('refuse %s', async (_, input, refusal) => {
    await using record = await openChain();
    await write(record.db, linkClaims, link);

    await expectRefused(record, [linkClaims, input], refusal);
  });

  test('refuse to revoke twice, without a reason, and what is not on record', async () => {
    await using record = await openChain();
    const { id } = await write(record.db, linkClaims, link);
    const revoke = (id: string, reason: string) =>
      [revokeClaimLink, { link: { id }, reason }] as const;

    await expectRefused(record, revoke(id, ''), { code: 'TEXT_INVALID', path: ['reason'] });
    await expectRefused(record, revoke('link_none', 'x'), {
      code: 'NOT_ON_RECORD',
      path: ['link'],
    });
    await write(record.db, revokeClaimLink, { link: { id }, reason: 'Too strict.' });
    await expectRefused(record, revoke(id, 'Again.'), {
      code: 'ALREADY_WITHDRAWN',
      path: ['link'],
    });
  });
});

describe('of two claims that are the same', () => {
  const sameAs = (from: string, to: string) =>
    ({ from: { slug: from }, to: { slug: to }, kind: 'SAME_AS', judgement: 'CONFIRMED' }) as const;
  const shownIn = ({ path }: TestRecord) =>
    rawRows<{ shown: string | null }>(path, 'select shown from claim_links order by key').map(
      ({ shown }) => shown,
    );
  async function openClaims(): Promise<TestRecord> {
    const record = await openRecord({ filled: recordHarbour });
    for (const slug of ['first', 'second', 'third']) {
      const stances = slug === 'third' ? [gazetteReports] : [];
      await write(record.db, recordClaim, { ...bridgePromised, slug, stances });
    }
    return record;
  }

  test('the one that is told is shown', async () => {
    await using record = await openClaims();

    await write(record.db, linkClaims, { ...sameAs('first', 'second'), shown: 'TO' });

    expect(shownIn(record)).toEqual(['TO']);
  });

  test('else the one that was public first, else the one recorded first; and that stays so', async () => {
    await using record = await openClaims();
    await write(record.db, linkClaims, sameAs('first', 'third'));
    await write(record.db, linkClaims, sameAs('second', 'first'));
    await write(record.db, linkClaims, sameAs('first', 'second'));

    await write(record.db, recordStance, { ...mayorDenies, claim: { slug: 'second' } });

    expect(shownIn(record)).toEqual(['TO', 'TO', 'FROM']);
  });

  test('recorded again it is not compared unless it is told', async () => {
    await using record = await openClaims();
    const { id } = await write(record.db, linkClaims, {
      ...sameAs('first', 'second'),
      shown: 'TO',
    });

    const again = await write(record.db, linkClaims, sameAs('first', 'second'));
    const other = write(record.db, linkClaims, { ...sameAs('first', 'second'), shown: 'FROM' });

    expect(again).toMatchObject({ id, created: false });
    await expect(other).rejects.toMatchObject({
      code: 'CONFLICT',
      path: ['shown'],
      keys: ['shown'],
    });
  });

  test('a revoked link may be made anew with the other one shown', async () => {
    await using record = await openClaims();
    const { id } = await write(record.db, linkClaims, {
      ...sameAs('first', 'second'),
      shown: 'TO',
    });
    await write(record.db, revokeClaimLink, { link: { id }, reason: 'The other way.' });

    await write(record.db, linkClaims, { ...sameAs('first', 'second'), shown: 'FROM' });

    expect(shownIn(record)).toEqual(['TO', 'FROM']);
  });
});
