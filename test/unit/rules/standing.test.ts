import { expect, test } from 'vitest';
import { standingsIn } from '../../../db/rules/standing.ts';
import type { Polarity, StanceKind } from '../../../db/rules/vocabulary.ts';
import { at, caseOf, said, type ToldStance } from './told-case.ts';

test.each<readonly [string, number, readonly StanceKind[]]>([
  ['DISPUTED', 1, ['ASSERTS', 'DENIES']],
  ['DISPUTED', 1, ['REPORTS', 'OPPOSES']],
  ['DISPUTED', 1, ['SUPPORTS', 'QUESTIONS', 'DECLINES', 'DENIES']],
  ['DENIED', 2, ['DENIES']],
  ['DENIED', 2, ['DENIES', 'OPPOSES', 'QUALIFIES', 'NO_REPLY']],
  ['QUESTIONED', 4, ['QUESTIONS']],
  ['QUESTIONED', 4, ['ASSERTS', 'CONFIRMS', 'QUALIFIES']],
  ['QUESTIONED', 4, ['REPORTS', 'QUESTIONS', 'DECLINES']],
  ['CORROBORATED', 5, ['ASSERTS', 'CONFIRMS']],
  ['CORROBORATED', 5, ['SUPPORTS', 'SUPPORTS', 'REPORTS']],
  ['ASSERTED', 6, ['ASSERTS']],
  ['ASSERTED', 6, ['CONFIRMS', 'REPORTS', 'REPORTS', 'DECLINES']],
  ['REPORTED', 7, ['REPORTS', 'REPORTS', 'REPORTS']],
  ['REPORTED', 7, ['REPORTS', 'NO_REPLY']],
  ['UNADDRESSED', 8, []],
  ['UNADDRESSED', 8, ['DECLINES', 'NO_REPLY']],
  ['UNADDRESSED', 8, ['RETRACTS']],
])('it is %s by rule %i when different actors %j', (status, rule, kinds) => {
  const record = caseOf({ stances: kinds.map((kind, i) => said(`actor ${i}`, kind)) });

  expect(record.standing()).toMatchObject({ status, rule });
});

test('every counting stance is counted under its polarity', () => {
  const record = caseOf({
    stances: [
      said('a', 'ASSERTS'),
      said('b', 'CONFIRMS'),
      said('c', 'REPORTS'),
      said('d', 'QUESTIONS'),
      said('e', 'NO_REPLY'),
      said('f', 'DENIES'),
      said('f', 'RETRACTS'),
      said('g', 'OPPOSES'),
    ],
  });

  const { counts } = record.standing();

  const expected: Record<Polarity, number> = {
    FOR: 2,
    RELAYED: 1,
    MIXED: 1,
    NONE: 1,
    AGAINST: 1,
    WITHDRAWN: 0,
  };
  expect(counts).toEqual(expected);
});

test('articles are counted once, and only where their evidence counts', () => {
  const record = caseOf({
    stances: [
      said('a', 'ASSERTS', { evidence: [{ article: 'one' }, { article: 'two' }] }),
      said('b', 'DENIES', { evidence: [{ article: 'two' }] }),
      said('c', 'DENIES', { evidence: [{ article: 'three' }] }),
      said('c', 'RETRACTS', { evidence: [{ article: 'four' }] }),
    ],
  });

  expect(record.standing().articleCount).toBe(2);
});

test('a claim that nothing is known of is unaddressed', () => {
  const record = caseOf({ stances: [said('a', 'ASSERTS', { claim: 'another' })] });

  expect(record.standing()).toMatchObject({
    status: 'UNADDRESSED',
    rule: 8,
    sides: [],
    origins: [],
    retracted: [],
    articleCount: 0,
    disputedVia: [],
    onlyUnnamedSources: false,
  });
});

test('a presupposed claim that is disputed taints the claim, however far down', () => {
  const record = caseOf({
    stances: [
      said('a', 'ASSERTS'),
      said('b', 'ASSERTS', { claim: 'ground' }),
      said('c', 'DENIES', { claim: 'deep ground' }),
      said('d', 'REPORTS', { claim: 'elsewhere' }),
    ],
    presupposes: [
      ['claim', 'ground'],
      ['ground', 'deep ground'],
      ['claim', 'elsewhere'],
    ],
  });

  expect(record.standing().disputedVia).toEqual(['deep ground']);
  expect(record.standing('ground').disputedVia).toEqual(['deep ground']);
  expect(record.standing('deep ground').disputedVia).toEqual([]);
});

test('claims that presuppose each other do not taint themselves', () => {
  const record = caseOf({
    stances: [said('a', 'DENIES'), said('b', 'DENIES', { claim: 'other' })],
    presupposes: [
      ['claim', 'other'],
      ['other', 'claim'],
      ['claim', 'claim'],
    ],
  });

  expect(record.standing().disputedVia).toEqual(['other']);
  expect(record.standing('other').disputedVia).toEqual(['claim']);
});

test('a denied occasion taints the claim only while the stance of that occasion counts', () => {
  const stances = [
    said('kremlin', 'DENIES', { claim: 'call' }),
    said('trump', 'SUPPORTS', { saidIn: 'call' }),
  ];

  expect(caseOf({ stances }).standing().disputedVia).toEqual(['call']);

  const later = [...stances, said('trump', 'SUPPORTS')];
  expect(caseOf({ stances: later }).standing().disputedVia).toEqual([]);
});

test('a presupposition holds from when it was linked until it was revoked', () => {
  const record = caseOf({
    stances: [said('a', 'ASSERTS'), said('b', 'DENIES', { claim: 'ground' })],
    presupposes: [['claim', 'ground', { recordedAt: 10, revokedAt: 20 }]],
  });

  expect(record.standing('claim', { asOf: 9 }).disputedVia).toEqual([]);
  expect(record.standing('claim', { asOf: 10 }).disputedVia).toEqual(['ground']);
  expect(record.standing('claim', { asOf: 19 }).disputedVia).toEqual(['ground']);
  expect(record.standing('claim', { asOf: 20 }).disputedVia).toEqual([]);
  expect(record.standing().disputedVia).toEqual([]);
});

test.each<readonly [boolean, string, readonly ToldStance[]]>([
  [false, 'nobody is for it', [said('post', 'REPORTS'), said('sources of post', 'DENIES')]],
  [true, 'an unnamed source asserts it', [said('sources of post', 'ASSERTS')]],
  [true, 'it is hearsay', [said('trump', 'ASSERTS', { via: ['outlet', 'sources of outlet'] })]],
  [false, 'a named actor joins', [said('sources of post', 'ASSERTS'), said('musk', 'CONFIRMS')]],
  [true, 'a named actor denies', [said('sources of post', 'ASSERTS'), said('musk', 'DENIES')]],
  [
    false,
    'one chain names its speaker',
    [said('trump', 'ASSERTS', { evidence: [{ via: ['outlet', 'sources of outlet'] }, {}] })],
  ],
  [
    false,
    'the actor was heard first-hand before',
    [said('trump', 'SUPPORTS'), said('trump', 'ASSERTS', { via: ['outlet', 'sources of outlet'] })],
  ],
  [
    true,
    'the first-hand word was taken back before',
    [
      said('trump', 'SUPPORTS'),
      said('trump', 'RETRACTS'),
      said('trump', 'ASSERTS', { via: ['outlet', 'sources of outlet'] }),
    ],
  ],
  [
    true,
    'the named actor changed sides',
    [said('musk', 'ASSERTS'), said('sources of post', 'ASSERTS'), said('musk', 'DENIES')],
  ],
])('onlyUnnamedSources is %s when %s', (expected, _when, stances) => {
  expect(caseOf({ stances }).standing().onlyUnnamedSources).toBe(expected);
});

test('ten thousand stances on one claim are weighed in no time', () => {
  const kinds: StanceKind[] = ['ASSERTS', 'REPORTS', 'DENIES', 'DECLINES', 'QUALIFIES'];
  const stances = Array.from({ length: 10_000 }, (_, i) => i);
  const claim = {
    claim: 1,
    withdrawnAt: null,
    concerns: [],
    stances: stances.map((i) => ({
      stance: i,
      actor: i,
      kind: kinds[i % kinds.length] ?? 'ASSERTS',
      told: { saidAt: at('2024-11-11') + (i % 97), saidOn: null, saidIn: null, note: null },
      corrections: [],
      knownBy: null,
      recordedAt: i,
      withdrawnAt: null,
      reviews: [{ review: 'VERIFIED' as const, recordedAt: i }],
      evidence: [
        {
          evidence: i,
          article: i % 100,
          mode: 'INDIRECT' as const,
          versions: [],
          attribution: [20_000 + (i % 50), i],
          recordedAt: i,
          withdrawnAt: null,
        },
      ],
    })),
  };
  // A ladder of owners: every walk up has to stop where another went before.
  const affiliations = stances.map((i) => ({
    actor: i,
    of: i + 1,
    kind: 'PART_OF' as const,
    from: null,
    until: null,
    recordedAt: 0,
    endedAt: null,
  }));

  const facts = {
    claims: new Map([[1, claim]]),
    links: [],
    actors: new Map(),
    merges: [],
    affiliations,
    articles: new Map(),
    likenesses: [],
  };
  const { answer: standing, lookUps } = countLookUps(() => standingsIn(facts).of(1));

  expect(lookUps).toBeLessThan(50 * stances.length);
  expect(standing).toMatchObject({ status: 'DISPUTED', counts: { FOR: 2_000, AGAINST: 2_000 } });
  expect(standing.origins).toHaveLength(1);
});

/** How often the answer took to look something up in a map or a set. */
function countLookUps<Answer>(ask: () => Answer): { answer: Answer; lookUps: number } {
  let lookUps = 0;
  const counted = [Map.prototype, Set.prototype].map((prototype) => {
    const { has } = prototype;
    prototype.has = function (key) {
      lookUps += 1;
      return has.call(this, key);
    };
    return () => {
      prototype.has = has;
    };
  });
  const { get } = Map.prototype;
  Map.prototype.get = function (key) {
    lookUps += 1;
    return get.call(this, key);
  };
  try {
    const answer = ask();
    return { answer, lookUps };
  } finally {
    Map.prototype.get = get;
    for (const restore of counted) restore();
  }
}
