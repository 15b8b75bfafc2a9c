import { describe, expect, test } from 'vitest';
import type { StanceKind } from '../../../db/rules/vocabulary.ts';
import { at, caseOf, said, type ToldStance } from './told-case.ts';

describe('the time of a stance', () => {
  const timeOf = (more: Partial<ToldStance>, asOf: number | null = null) =>
    caseOf({ stances: [said('a', 'ASSERTS', { recordedAt: 7, ...more })] }).stances({ asOf })[0]
      ?.effectiveAt;
  const evidence = [
    { publishedAt: at('2024-11-12T08:00Z') },
    { publishedAt: at('2024-11-11T08:00Z') },
    { publishedAt: null },
  ];

  test.each<readonly [string, number, Partial<ToldStance>]>([
    ['saidAt', 5, { saidAt: 5, saidOn: '2024-11-10', evidence }],
    ['the first moment of saidOn', at('2024-11-10'), { saidOn: '2024-11-10', evidence }],
    ['the earliest publication of its evidence', at('2024-11-11T08:00Z'), { evidence }],
    ['the moment of its record', 7, { evidence: [{ publishedAt: null }] }],
    ['the moment of its record', 7, { evidence: [], hasNote: true }],
  ])('is %s', (_what, time, more) => {
    expect(timeOf(more)).toBe(time);
  });

  test('leaves out evidence that was withdrawn or not yet on record', () => {
    const stance = {
      evidence: [
        { publishedAt: 100, withdrawnAt: 20 },
        { publishedAt: 200, recordedAt: 10 },
      ],
    };

    expect(timeOf(stance)).toBe(200);
    expect(timeOf(stance, 15)).toBe(100);
    expect(timeOf(stance, 9)).toBe(100);
  });
});

describe('an actor’s current stance', () => {
  test.each<readonly [StanceKind, readonly StanceKind[]]>([
    ['DENIES', ['ASSERTS', 'DENIES']],
    ['ASSERTS', ['DENIES', 'ASSERTS']],
    ['QUALIFIES', ['ASSERTS', 'QUALIFIES']],
    ['ASSERTS', ['ASSERTS', 'REPORTS']],
    ['DENIES', ['DENIES', 'DECLINES']],
    ['QUESTIONS', ['QUESTIONS', 'NO_REPLY', 'REPORTS']],
    ['CONFIRMS', ['ASSERTS', 'REPORTS', 'CONFIRMS']],
    ['DECLINES', ['REPORTS', 'DECLINES']],
    ['REPORTS', ['NO_REPLY', 'REPORTS']],
    ['ASSERTS', ['REPORTS', 'ASSERTS']],
    ['REPORTS', ['ASSERTS', 'RETRACTS', 'REPORTS']],
    ['DECLINES', ['ASSERTS', 'RETRACTS', 'DECLINES']],
  ])('is %s after %j', (current, kinds) => {
    const record = caseOf({ stances: kinds.map((kind) => said('a', kind)) });

    const counting = record.stances().map((stance) => stance.counting);

    expect(counting.filter(Boolean)).toHaveLength(1);
    expect(kinds[counting.indexOf(true)]).toBe(current);
  });

  test('is none after a retraction', () => {
    const record = caseOf({ stances: [said('a', 'ASSERTS'), said('a', 'RETRACTS')] });

    expect(record.stances().map((stance) => stance.counting)).toEqual([false, false]);
  });

  test('is the latest said, whatever was recorded last', () => {
    const record = caseOf({
      stances: [
        said('a', 'DENIES', { saidOn: '2024-11-12' }),
        said('a', 'ASSERTS', { saidOn: '2024-11-10' }),
      ],
    });

    expect(record.status()).toBe('DENIED');
  });

  test('is the one recorded last of two said at once', () => {
    const record = caseOf({
      stances: [
        said('a', 'ASSERTS', { saidOn: '2024-11-10' }),
        said('a', 'DENIES', { saidOn: '2024-11-10' }),
      ],
    });

    expect(record.status()).toBe('DENIED');
  });
});

describe('retraction', () => {
  test('leaves nothing of a claim that one actor put about', () => {
    const record = caseOf({ stances: [said('post', 'REPORTS'), said('post', 'RETRACTS')] });

    expect(record.standing()).toMatchObject({
      status: 'RETRACTED',
      rule: 3,
      retracted: [{ actor: 'post', stance: 2, of: 'RELAYED' }],
    });
  });

  test.each<readonly [string, readonly ToldStance[]]>([
    ['UNADDRESSED', [said('a', 'DENIES'), said('a', 'RETRACTS')]],
    ['RETRACTED', [said('a', 'ASSERTS'), said('a', 'RETRACTS'), said('b', 'DECLINES')]],
    ['RETRACTED', [said('a', 'ASSERTS'), said('a', 'DENIES'), said('a', 'RETRACTS')]],
    ['RETRACTED', [said('a', 'ASSERTS'), said('a', 'RETRACTS'), said('a', 'NO_REPLY')]],
    ['QUESTIONED', [said('a', 'ASSERTS'), said('a', 'RETRACTS'), said('b', 'QUESTIONS')]],
    ['DENIED', [said('a', 'ASSERTS'), said('a', 'RETRACTS'), said('b', 'DENIES')]],
    ['ASSERTED', [said('a', 'ASSERTS'), said('a', 'RETRACTS'), said('a', 'ASSERTS')]],
    ['REPORTED', [said('a', 'ASSERTS'), said('a', 'RETRACTS'), said('b', 'REPORTS')]],
    [
      'UNADDRESSED',
      [said('a', 'REPORTS'), said('a', 'DECLINES'), said('b', 'DENIES'), said('b', 'RETRACTS')],
    ],
  ])('makes it %s after %j', (status, stances) => {
    expect(caseOf({ stances }).status()).toBe(status);
  });

  test('takes those out whom it carried, unless they were heard elsewhere too', () => {
    const record = caseOf({
      stances: [
        said('post', 'REPORTS'),
        said('sources of post', 'ASSERTS', { via: ['outlet', 'post'] }),
        said('aide', 'CONFIRMS', { evidence: [{ via: ['post'] }, { via: ['axios'] }] }),
        said('post', 'RETRACTS'),
      ],
    });

    expect(record.stances()).toMatchObject([
      { stance: 1, counting: false, hearsay: false, carrierRetracted: false },
      { stance: 2, counting: false, hearsay: false, carrierRetracted: true },
      { stance: 3, counting: true, hearsay: false, carrierRetracted: false },
      { stance: 4, counting: false, hearsay: false, carrierRetracted: false },
    ]);
    expect(record.status()).toBe('ASSERTED');
  });

  test('of a carrier takes a denial out as well', () => {
    const record = caseOf({
      stances: [
        said('post', 'REPORTS'),
        said('kremlin', 'DENIES', { via: ['post'] }),
        said('post', 'RETRACTS'),
      ],
    });

    expect(record.status()).toBe('RETRACTED');
  });

  test('of a carrier brings back what its actor had said before, elsewhere', () => {
    const record = caseOf({
      stances: [
        said('kremlin', 'DENIES', { via: ['tass'] }),
        said('post', 'REPORTS'),
        said('kremlin', 'CONFIRMS', { via: ['post'] }),
        said('post', 'RETRACTS'),
      ],
    });

    expect(record.status()).toBe('DENIED');
  });

  test('does not reach what the same actor carries on another claim', () => {
    const record = caseOf({
      stances: [
        said('post', 'REPORTS'),
        said('post', 'RETRACTS'),
        said('aide', 'ASSERTS', { claim: 'other', via: ['post'] }),
      ],
    });

    expect(record.status('other')).toBe('ASSERTED');
  });

  test('does not undo another actor’s retraction that it carried', () => {
    const record = caseOf({
      stances: [
        said('axios', 'REPORTS'),
        said('post', 'REPORTS'),
        said('axios', 'RETRACTS', { via: ['post'] }),
        said('post', 'RETRACTS'),
      ],
    });

    expect(record.standing()).toMatchObject({
      status: 'RETRACTED',
      retracted: [{ actor: 'axios' }, { actor: 'post' }],
    });
    expect(record.stances()[2]?.carrierRetracted).toBe(false);
  });

  test('is over once the carrier reports it anew, and stands where it only declines', () => {
    const stances = [
      said('post', 'REPORTS'),
      said('aide', 'ASSERTS', { via: ['post'] }),
      said('post', 'RETRACTS'),
    ];

    const declined = caseOf({ stances: [...stances, said('post', 'DECLINES')] });
    expect(declined.standing()).toMatchObject({
      status: 'RETRACTED',
      retracted: [{ actor: 'post', of: 'RELAYED' }],
    });

    const renewed = caseOf({ stances: [...stances, said('post', 'REPORTS')] });
    expect(renewed.standing()).toMatchObject({ status: 'ASSERTED', retracted: [] });
  });

  test('of something that is not on record is told without a polarity', () => {
    const record = caseOf({ stances: [said('post', 'RETRACTS')] });

    expect(record.standing().retracted).toEqual([{ actor: 'post', stance: 1, of: null }]);
  });
});

describe('what counts', () => {
  test.each<readonly [string, boolean, Partial<ToldStance>]>([
    ['verified, with evidence', true, {}],
    ['a draft', false, { reviews: [{ review: 'DRAFT', recordedAt: 1 }] }],
    ['rejected', false, { reviews: [{ review: 'REJECTED', recordedAt: 1 }] }],
    [
      'a draft that was accepted',
      true,
      {
        reviews: [
          { review: 'DRAFT', recordedAt: 1 },
          { review: 'VERIFIED', recordedAt: 2 },
        ],
      },
    ],
    ['never reviewed', false, { reviews: [] }],
    ['withdrawn', false, { withdrawnAt: 5 }],
    ['without evidence', false, { evidence: [] }],
    ['without evidence, with a note', true, { evidence: [], hasNote: true }],
    ['with withdrawn evidence', false, { evidence: [{ withdrawnAt: 5 }] }],
    ['with withdrawn evidence and a note', true, { evidence: [{ withdrawnAt: 5 }], hasNote: true }],
    ['with other evidence left', true, { evidence: [{ withdrawnAt: 5 }, {}] }],
    [
      'from a withdrawn article',
      false,
      { evidence: [{ articleWithdrawals: [{ recordedAt: 5, restoredAt: null }] }] },
    ],
    [
      'from a restored article',
      true,
      { evidence: [{ articleWithdrawals: [{ recordedAt: 5, restoredAt: 6 }] }] },
    ],
    [
      'from an article withdrawn, restored and withdrawn again',
      false,
      {
        evidence: [
          {
            articleWithdrawals: [
              { recordedAt: 5, restoredAt: 6 },
              { recordedAt: 7, restoredAt: null },
            ],
          },
        ],
      },
    ],
  ])('a stance that is %s: %s', (_what, counting, more) => {
    const record = caseOf({ stances: [said('a', 'ASSERTS', more)] });

    expect(record.stances()[0]?.counting).toBe(counting);
    expect(record.status()).toBe(counting ? 'ASSERTED' : 'UNADDRESSED');
  });

  test('hearsay is told of every stance, from the chains that are left', () => {
    const record = caseOf({
      stances: [
        said('a', 'ASSERTS', { via: ['post', 'sources of post'] }),
        said('b', 'ASSERTS', { evidence: [{ via: ['post', 'sources of post'] }, {}] }),
        said('c', 'ASSERTS', {
          evidence: [{ via: ['post', 'sources of post'] }, { withdrawnAt: 5 }],
        }),
        said('d', 'ASSERTS', {
          via: ['post', 'sources of post'],
          reviews: [{ review: 'DRAFT', recordedAt: 4 }],
        }),
        said('sources of post', 'ASSERTS', { via: ['post'] }),
        said('e', 'ASSERTS', { evidence: [], hasNote: true }),
      ],
    });

    const hearsay = record.stances().map((stance) => stance.hearsay);

    expect(hearsay).toEqual([true, false, true, true, false, false]);
  });
});

describe('the two clocks', () => {
  test.each<readonly [number, string]>([
    [0, 'UNADDRESSED'],
    [1, 'REPORTED'],
    [2, 'DISPUTED'],
    [3, 'DISPUTED'],
    [4, 'REPORTED'],
    [5, 'RETRACTED'],
  ])('as of %i the record knew it as %s', (asOf, status) => {
    const record = caseOf({
      stances: [
        said('post', 'REPORTS', { saidOn: '2024-11-10' }),
        said('kremlin', 'DENIES', { saidOn: '2024-11-11', withdrawnAt: 4 }),
        said('afp', 'DECLINES', { saidOn: '2024-11-11', recordedAt: 3 }),
        said('post', 'RETRACTS', { saidOn: '2024-11-12', recordedAt: 5 }),
      ],
    });

    expect(record.status('claim', { asOf })).toBe(status);
  });

  test('as of a moment, evidence, reviews and articles stand as they did then', () => {
    const record = caseOf({
      stances: [
        said('a', 'ASSERTS', {
          recordedAt: 10,
          reviews: [
            { review: 'DRAFT', recordedAt: 10 },
            { review: 'VERIFIED', recordedAt: 20 },
            { review: 'REJECTED', recordedAt: 80 },
          ],
          evidence: [
            {
              recordedAt: 30,
              withdrawnAt: 60,
              articleWithdrawals: [{ recordedAt: 40, restoredAt: 50 }],
            },
            { recordedAt: 70 },
          ],
        }),
      ],
    });

    const asserted = [10, 20, 30, 39, 40, 49, 50, 59, 60, 69, 70, 79, 80].filter(
      (asOf) => record.status('claim', { asOf }) === 'ASSERTED',
    );

    expect(asserted).toEqual([30, 39, 50, 59, 70, 79]);
  });

  test.each<readonly [string, string]>([
    ['2024-11-09T23:59Z', 'UNADDRESSED'],
    ['2024-11-10T00:00Z', 'REPORTED'],
    ['2024-11-11T00:00Z', 'DISPUTED'],
    ['2024-11-12T12:00Z', 'DENIED'],
  ])('by %s what had been said came to %s, whenever it was recorded', (saidBy, status) => {
    const record = caseOf({
      stances: [
        said('post', 'RETRACTS', { saidAt: at('2024-11-12T12:00Z') }),
        said('kremlin', 'DENIES', { saidOn: '2024-11-11' }),
        said('post', 'REPORTS', { saidOn: '2024-11-10' }),
      ],
    });

    expect(record.status('claim', { saidBy: at(saidBy) })).toBe(status);
  });

  test('both clocks together leave out what was recorded later or said later', () => {
    const record = caseOf({
      stances: [
        said('post', 'REPORTS', { saidOn: '2024-11-10' }),
        said('kremlin', 'DENIES', { saidOn: '2024-11-11' }),
        said('aide', 'CONFIRMS', { saidOn: '2024-11-10' }),
      ],
    });

    const moment = { asOf: 2, saidBy: at('2024-11-10') };

    expect(record.status('claim', moment)).toBe('REPORTED');
  });
});
