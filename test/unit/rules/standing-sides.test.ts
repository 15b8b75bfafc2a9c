import { expect, test } from 'vitest';
import type { AffiliationFacts } from '../../../db/rules/standing.ts';
import { caseOf, said, type ToldAffiliation } from './told-case.ts';

const peskov: ToldAffiliation = ['peskov', 'SPEAKS_FOR', 'kremlin'];
const zakharova: ToldAffiliation = ['zakharova', 'SPEAKS_FOR', 'kremlin'];

test('an actor that speaks for nobody is its own side', () => {
  const record = caseOf({
    stances: [said('post', 'REPORTS', { evidence: [{}, { via: ['afp'] }, {}] })],
  });

  expect(record.standing().sides).toEqual([
    {
      actor: 'post',
      polarity: 'RELAYED',
      kind: 'REPORTS',
      stance: 1,
      holder: 'post',
      hearsay: false,
      spokenBy: [],
      dissenting: [],
      onWordOf: ['outlet', 'afp'],
      split: false,
    },
  ]);
});

test('a principal’s own stance counts, and its spokespersons are told with it', () => {
  const record = caseOf({
    stances: [said('peskov', 'DENIES'), said('kremlin', 'DENIES'), said('zakharova', 'DENIES')],
    affiliations: [peskov, zakharova],
  });

  const { sides, counts } = record.standing();

  expect(sides).toHaveLength(1);
  expect(sides[0]).toMatchObject({
    actor: 'kremlin',
    stance: 2,
    holder: 'kremlin',
    spokenBy: ['peskov', 'zakharova'],
    split: false,
  });
  expect(counts.AGAINST).toBe(3);
});

test('the latest spokesperson counts where the principal has no stance', () => {
  const record = caseOf({
    stances: [
      said('peskov', 'DENIES', { saidOn: '2024-11-12' }),
      said('zakharova', 'DECLINES', { saidOn: '2024-11-11' }),
    ],
    affiliations: [peskov, zakharova],
  });

  expect(record.standing().sides).toMatchObject([
    {
      actor: 'kremlin',
      polarity: 'AGAINST',
      stance: 1,
      holder: 'peskov',
      spokenBy: ['zakharova', 'peskov'],
      dissenting: ['zakharova'],
      split: true,
    },
  ]);
});

test('a spokesperson does not outvote the principal, and the side is split', () => {
  const record = caseOf({
    stances: [said('kremlin', 'DENIES'), said('peskov', 'CONFIRMS')],
    affiliations: [peskov],
  });

  expect(record.standing()).toMatchObject({
    status: 'DENIED',
    counts: { FOR: 1, AGAINST: 1 },
    sides: [{ actor: 'kremlin', polarity: 'AGAINST', split: true, dissenting: ['peskov'] }],
  });
});

test('who speaks for several is a side of its own', () => {
  const record = caseOf({
    stances: [said('peskov', 'DENIES'), said('kremlin', 'ASSERTS')],
    affiliations: [peskov, ['peskov', 'SPEAKS_FOR', 'putin']],
  });

  const { sides, status } = record.standing();

  expect(sides.map(({ actor }) => actor)).toEqual(['peskov', 'kremlin']);
  expect(status).toBe('DISPUTED');
});

test('two offices of one spokesperson with one principal are one', () => {
  const record = caseOf({
    stances: [said('peskov', 'DENIES')],
    affiliations: [peskov, ['peskov', 'SPEAKS_FOR', 'kremlin', { from: '2012-05-22' }]],
  });

  expect(record.standing().sides).toMatchObject([{ actor: 'kremlin' }]);
});

test('only SPEAKS_FOR makes a principal', () => {
  const record = caseOf({
    stances: [said('putin', 'DENIES'), said('kremlin', 'DENIES')],
    affiliations: [
      ['putin', 'MEMBER_OF', 'russia'],
      ['kremlin', 'PART_OF', 'russia'],
    ],
  });

  expect(record.standing().sides.map(({ actor }) => actor)).toEqual(['putin', 'kremlin']);
});

test('a spokesperson of a spokesperson reaches one principal, not the next', () => {
  const affiliations: ToldAffiliation[] = [peskov, ['deputy', 'SPEAKS_FOR', 'peskov']];

  const alone = caseOf({ stances: [said('deputy', 'DENIES')], affiliations });
  expect(alone.standing().sides).toMatchObject([{ actor: 'peskov', holder: 'deputy' }]);

  const all = caseOf({
    stances: [said('kremlin', 'CONFIRMS'), said('peskov', 'CONFIRMS'), said('deputy', 'CONFIRMS')],
    affiliations,
  });
  expect(all.standing()).toMatchObject({
    status: 'ASSERTED',
    sides: [
      { actor: 'kremlin', spokenBy: ['peskov'] },
      { actor: 'peskov', spokenBy: ['deputy'] },
    ],
    origins: ['kremlin'],
  });
});

test('actors that speak for each other keep their own words', () => {
  const record = caseOf({
    stances: [said('a', 'ASSERTS'), said('b', 'DENIES')],
    affiliations: [
      ['a', 'SPEAKS_FOR', 'b'],
      ['b', 'SPEAKS_FOR', 'a'],
      ['a', 'SPEAKS_FOR', 'a'],
    ],
  });

  expect(record.standing().sides).toMatchObject([
    { actor: 'a', polarity: 'FOR', holder: 'a' },
    { actor: 'b', polarity: 'AGAINST', holder: 'b' },
  ]);
});

test.each<readonly [string, string, Partial<AffiliationFacts>]>([
  ['kremlin', 'on the first day', { from: '2024-11-11' }],
  ['kremlin', 'on the last day', { until: '2024-11-11' }],
  ['kremlin', 'within the period', { from: '2024-01-01', until: '2024-12-31' }],
  ['peskov', 'before the first day', { from: '2024-11-12' }],
  ['peskov', 'after the last day', { until: '2024-11-10' }],
])('the side is %s when the spokesperson spoke %s', (actor, _when, more) => {
  const stances = [said('peskov', 'DENIES', { saidOn: '2024-11-11' })];

  const record = caseOf({ stances, affiliations: [['peskov', 'SPEAKS_FOR', 'kremlin', more]] });

  expect(record.standing().sides).toMatchObject([{ actor }]);
});

test('an affiliation counts from when the record knew it, and open until it knew its end', () => {
  const record = caseOf({
    stances: [said('peskov', 'DENIES', { saidOn: '2024-11-11' })],
    affiliations: [
      ['peskov', 'SPEAKS_FOR', 'kremlin', { until: '2024-11-01', recordedAt: 10, endedAt: 20 }],
    ],
  });

  const sideAsOf = (asOf: number | null) => record.standing('claim', { asOf }).sides[0]?.actor;

  expect([9, 10, 19, 20, null].map(sideAsOf)).toEqual([
    'peskov',
    'kremlin',
    'kremlin',
    'peskov',
    'peskov',
  ]);
});

test('sides come in the order in which they spoke', () => {
  const record = caseOf({
    stances: [
      said('c', 'DENIES', { saidOn: '2024-11-12' }),
      said('a', 'REPORTS', { saidOn: '2024-11-10' }),
      said('b', 'ASSERTS', { saidOn: '2024-11-10' }),
    ],
  });

  expect(record.standing().sides.map(({ actor }) => actor)).toEqual(['a', 'b', 'c']);
});
