import { describe, expect, test } from 'vitest';
import { repliesIn, storedReplies } from '../../../db/rules/answers.ts';
import { caseOf, said, type ToldCase } from './told-case.ts';

const speaker = ['peskov', 'SPEAKS_FOR', 'kremlin'] as const;

/** What was told, and who is in `replies`, in what state, by which stance. */
const cases: readonly (readonly [string, ToldCase, readonly string[]])[] = [
  [
    'whom it concerns and nobody asked was not asked',
    { stances: [said('post', 'ASSERTS')], concerns: { claim: ['kremlin'] } },
    ['kremlin NOT_ASKED null'],
  ],
  [
    'a spokesperson answers for whom it concerns',
    {
      stances: [said('peskov', 'DENIES')],
      affiliations: [speaker],
      concerns: { claim: ['kremlin'] },
    },
    ['kremlin ANSWERED 1'],
  ],
  [
    'a principal answers for its spokesperson, whom it concerns and who says nothing',
    {
      stances: [said('kremlin', 'DENIES')],
      affiliations: [speaker],
      concerns: { claim: ['peskov'] },
    },
    ['peskov ANSWERED 1'],
  ],
  [
    'whoever speaks for several answers for none of them',
    {
      stances: [said('kremlin', 'DENIES')],
      affiliations: [speaker, ['peskov', 'SPEAKS_FOR', 'duma']],
      concerns: { claim: ['peskov'] },
    },
    ['peskov NOT_ASKED null'],
  ],
  [
    'whoever spoke for it at another time does not answer for it',
    {
      stances: [said('kremlin', 'DENIES', { saidOn: '2024-03-05' })],
      affiliations: [['peskov', 'SPEAKS_FOR', 'kremlin', { until: '2024-03-04' }]],
      concerns: { claim: ['peskov'] },
    },
    ['peskov NOT_ASKED null'],
  ],
  [
    'whoever was asked and then answers has answered',
    { stances: [said('post', 'NO_REPLY'), said('post', 'QUESTIONS')] },
    ['post ANSWERED 2'],
  ],
  [
    'whoever answered and then declines has answered',
    { stances: [said('post', 'DENIES'), said('post', 'DECLINES')] },
    ['post ANSWERED 1'],
  ],
  [
    'to decline is more than not to reply, whichever came last',
    {
      stances: [said('peskov', 'DECLINES'), said('kremlin', 'NO_REPLY')],
      affiliations: [speaker],
    },
    ['peskov DECLINED 1', 'kremlin DECLINED 1'],
  ],
  [
    'whoever carries it on, or takes its own back, was asked all the same',
    {
      stances: [
        said('post', 'NO_REPLY'),
        said('post', 'REPORTS'),
        said('kremlin', 'DECLINES'),
        said('kremlin', 'RETRACTS'),
      ],
    },
    ['post NO_REPLY 1', 'kremlin DECLINED 3'],
  ],
  [
    'what was withdrawn or is a draft asked nobody',
    {
      stances: [
        said('post', 'NO_REPLY', { withdrawnAt: 9 }),
        said('kremlin', 'DECLINES', { reviews: [{ review: 'DRAFT', recordedAt: 1 }] }),
      ],
      concerns: { claim: ['kremlin'] },
    },
    ['kremlin NOT_ASKED null'],
  ],
  [
    'merged actors and wordings are one, each once, those of the public wording, which is shown, first',
    {
      stances: [said('peskov', 'NO_REPLY', { claim: 'other' })],
      merges: [['dmitry', 'peskov']],
      sameAs: [['claim', 'other']],
      concerns: { claim: ['kremlin', 'dmitry'], other: ['post', 'peskov', 'kremlin'] },
    },
    ['post NOT_ASKED null', 'peskov NO_REPLY 1', 'kremlin NOT_ASKED null'],
  ],
];

describe('replies', () => {
  test.each(cases)('%s', (_, told, replies) => {
    expect(caseOf(told).answers().replies).toEqual(replies);
  });

  test('are stored and read again', () => {
    const replies = [
      { actor: 7, state: 'NO_REPLY', stance: 9, isConcerned: true },
      { actor: 8, state: 'NOT_ASKED', stance: null, isConcerned: false },
    ] as const;
    expect(repliesIn(storedReplies(replies))).toEqual(replies);
  });
});

describe('disputes', () => {
  test('an actor is against it itself, or as a side', () => {
    const told = { affiliations: [speaker] };
    const spoken = caseOf({ ...told, stances: [said('peskov', 'DENIES')] });
    const split = caseOf({
      ...told,
      stances: [said('kremlin', 'ASSERTS'), said('peskov', 'DENIES')],
    });

    expect(new Set(spoken.answers().against)).toEqual(new Set(['peskov', 'kremlin']));
    expect(split.answers().against).toEqual(['peskov']);
  });

  test('are larger by the lesser of both sides, then by their sum', () => {
    const dispute = (fors: number, against: number) =>
      caseOf({
        stances: [
          ...Array.from({ length: fors }, (_, index) => said(`for ${index}`, 'REPORTS')),
          ...Array.from({ length: against }, (_, index) => said(`against ${index}`, 'DENIES')),
        ],
      }).answers().dispute;

    const ascending = [dispute(0, 0), dispute(1, 0), dispute(0, 5), dispute(1, 1), dispute(6, 1)];
    expect([...ascending, dispute(2, 2)].toSorted((a, b) => a - b)).toEqual([
      ...ascending,
      dispute(2, 2),
    ]);
    expect(new Set(ascending).size).toBe(ascending.length);
  });
});

describe('turns', () => {
  const turnsOf = (told: ToldCase) =>
    caseOf(told)
      .stances()
      .flatMap(({ stance, turnedFrom }) => (turnedFrom === null ? [] : [[turnedFrom, stance]]));
  const inOrder = (...kinds: readonly Parameters<typeof said>[1][]) =>
    turnsOf({ stances: kinds.map((kind) => said('post', kind)) });

  test.each([
    ['the same again is none', ['ASSERTS', 'CONFIRMS'], []],
    ['the contrary is one', ['ASSERTS', 'DENIES'], [[1, 2]]],
    [
      'and back is another',
      ['ASSERTS', 'DENIES', 'ASSERTS'],
      [
        [1, 2],
        [2, 3],
      ],
    ],
    ['what says nothing stands between no positions', ['ASSERTS', 'DECLINES', 'DENIES'], [[1, 3]]],
    ['who carried it took no position', ['REPORTS', 'DENIES'], []],
    ['to take it back is one, and once', ['ASSERTS', 'RETRACTS', 'RETRACTS'], [[1, 2]]],
    [
      'the contrary after that is another',
      ['ASSERTS', 'RETRACTS', 'DENIES'],
      [
        [1, 2],
        [1, 3],
      ],
    ],
    ['nothing is taken back where nothing was said', ['RETRACTS', 'DENIES'], []],
  ] as const)('%s', (_, kinds, turns) => {
    expect(inOrder(...kinds)).toEqual(turns);
  });

  test('go by the time of the stances, and not by when they were recorded', () => {
    const stances = [
      said('post', 'DENIES', { saidAt: 20 }),
      said('post', 'ASSERTS', { saidAt: 10 }),
    ];
    expect(turnsOf({ stances })).toEqual([[2, 1]]);
  });

  test('of one actor by several names, and of nobody else', () => {
    const stances = [said('wapo', 'ASSERTS'), said('kremlin', 'DENIES'), said('post', 'DENIES')];
    expect(turnsOf({ stances })).toEqual([]);
    expect(turnsOf({ stances, merges: [['wapo', 'post']] })).toEqual([[1, 3]]);
  });
});
