import { describe, expect, test } from 'vitest';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { revokeClaimLink } from '../../../db/commands/revoke-claim-link.ts';
import { LinesRefused } from '../../../db/interchange/lines-refused.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { exported, exportFile, fileOf, imported, tally } from './files.ts';

const actor = (id: string) => ({ type: 'actor', id, name: id, kind: 'PERSON' });
const claim = (id: string, more: object = {}) => ({
  type: 'claim',
  id,
  text: `The ${id} sank.`,
  kind: 'FACT',
  language: 'en',
  ...more,
});
const merge = (from: string, into: string, judgement = 'CONFIRMED') => ({
  type: 'actorMerge',
  from,
  into,
  judgement,
});
const link = (from: string, to: string, kind = 'SAME_AS') => ({
  type: 'claimLink',
  from,
  to,
  kind,
  judgement: 'CONFIRMED',
});

/** More lines than are looked up at once. */
const filler = (name: string) => Array.from({ length: 250 }, (_, n) => actor(`${name}-${n}`));

async function messagesOf(record: TestRecord, lines: readonly object[]): Promise<string[]> {
  const refusal: unknown = await imported(record.db, fileOf(lines)).catch((error) => error);
  if (!(refusal instanceof LinesRefused)) throw refusal;
  return refusal.faults.map(({ line, refusal: { message } }) => `${line} ${message}`);
}

describe('what may not be one is refused in a file', () => {
  test('by way of its earlier lines', async () => {
    await using record = await openRecord();

    const told = await messagesOf(record, [
      ...['a', 'b', 'c', 'd'].map(actor),
      merge('a', 'd', 'REJECTED'),
      merge('a', 'b'),
      merge('c', 'd'),
      merge('b', 'c'),
      merge('b', 'a', 'REJECTED'),
    ]);

    expect(told).toEqual([
      '9 a and d are judged not to be the same: they may not become one by way of a > b > c > d.',
      '10 b and a are one by way of b > a: that has to be revoked first.',
    ]);
  });

  test('by way of earlier lines and of what is on record between them, however far back they stand', async () => {
    await using record = await openRecord();
    await imported(
      record.db,
      fileOf([...['p', 'q', 'r'].map(actor), merge('p', 'r'), merge('r', 'q')]),
    );

    const told = await messagesOf(record, [
      actor('x'),
      actor('y'),
      merge('x', 'p'),
      ...filler('one'),
      merge('q', 'y'),
      ...filler('two'),
      merge('y', 'x', 'REJECTED'),
    ]);

    expect(told).toEqual([
      '506 y and x are one by way of y > q > r > p > x: that has to be revoked first.',
    ]);
  });

  test('of claims, but for those that are withdrawn', async () => {
    await using record = await openRecord();
    const around = [
      link('ferry', 'boat'),
      link('boat', 'ship'),
      link('ship', 'ferry', 'CONTRADICTS'),
    ];
    const withdrawn = { withdrawn: { reason: 'Said of another.' } };

    const told = await messagesOf(record, [
      ...['ferry', 'boat', 'ship'].map((id) => claim(id)),
      ...around,
    ]);
    const { counts } = await imported(
      record.db,
      fileOf([claim('ferry'), claim('boat', withdrawn), claim('ship'), ...around]),
    );

    expect(told).toEqual([
      '7 ship and ferry are one by way of ship > boat > ferry: that has to be revoked first.',
    ]);
    expect(tally(counts)).toMatchObject({ claimLink: [3, 0] });
    await using elsewhere = await openRecord();
    const text = await exported(record.db);
    await imported(elsewhere.db, exportFile(text));
    expect(await exported(elsewhere.db)).toBe(text);
  });
});

test('a link that was revoked since is no fault where it would not fit any more', async () => {
  await using record = await openRecord();
  const before = fileOf([claim('ferry'), claim('boat'), link('ferry', 'boat')]);
  await imported(record.db, before);
  const pair = { from: { slug: 'ferry' }, to: { slug: 'boat' }, judgement: 'CONFIRMED' } as const;
  const { id } = await write(record.db, linkClaims, { ...pair, kind: 'SAME_AS' });
  await write(record.db, revokeClaimLink, { link: { id }, reason: 'Two boats.' });
  await write(record.db, linkClaims, { ...pair, kind: 'CONTRADICTS' });

  const { counts } = await imported(record.db, before);

  expect(tally(counts)).toMatchObject({ claimLink: [0, 1] });
});

test('a file is refused at the lines at which the same judgements are refused one by one', async () => {
  let seed = 11;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const nouns = [...names.map(actor), ...names.map((id) => claim(id))];
  const judgements = ['CONFIRMED', 'CONFIRMED', 'REJECTED', 'SUGGESTED'];
  const random = () => {
    const [one = '', other = ''] = [names[next(6)], names[next(6)]];
    const judgement = judgements[next(4)] ?? '';
    const kind = next(4) === 0 ? 'CONTRADICTS' : 'SAME_AS';
    return next(2) === 0 ? merge(one, other, judgement) : { ...link(one, other, kind), judgement };
  };
  let refused = 0;
  for (let round = 0; round < 8; round += 1) {
    await using oneByOne = await openRecord();
    await using atOnce = await openRecord();
    await imported(oneByOne.db, fileOf(nouns));
    await imported(atOnce.db, fileOf(nouns));
    const lines = Array.from({ length: 24 }, random);
    const half = next(12);
    const expected: number[] = [];
    const sound: object[] = [];
    for (const [index, line] of lines.entries()) {
      const fits = await imported(oneByOne.db, fileOf([line])).then(
        () => true,
        () => false,
      );
      if (!fits) expected.push(index);
      if (index < half && fits) sound.push(line);
    }
    await imported(atOnce.db, fileOf(sound));

    const rest = lines.slice(half);
    const faults = await imported(atOnce.db, fileOf(rest)).then(
      () => [],
      (error) => (error instanceof LinesRefused ? error.faults : []),
    );

    const wanted = expected.filter((index) => index >= half).slice(0, 20);
    expect(faults.map(({ line }) => line - 2 + half)).toEqual(wanted);
    refused += wanted.length;
  }
  expect(refused).toBeGreaterThan(20);
});
