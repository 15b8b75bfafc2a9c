import { describe, expect, test } from 'vitest';
import { at, caseOf, said, type ToldArticle, type ToldStance } from './told-case.ts';

const noon = at('2026-03-05T12:00Z');
const [fifth, endOfFifth] = [at('2026-03-05'), at('2026-03-06') - 1];

/** The time of one stance, and from what it is known. */
function timeOf(
  more: Partial<ToldStance>,
  articles: Readonly<Record<string, ToldArticle>> = {},
  asOf: number | null = null,
) {
  const stances = [said('a', more.kind ?? 'ASSERTS', { recordedAt: 7, ...more })];
  const [stance] = caseOf({ stances, articles }).stances({ asOf });
  return [stance?.effectiveAt, stance?.effectiveBasis];
}

describe('the time of a stance is known from', () => {
  const evidence = [{ article: 'page' }];
  const page = { publishedAt: at('2026-03-09') };

  test('the moment at which it was said, before all else', () => {
    const told = { saidAt: noon, saidOn: '2026-03-04', knownBy: 3, evidence };
    expect(timeOf(told, { page })).toEqual([noon, 'SAID_AT']);
    expect(timeOf({ ...told, kind: 'RETRACTS' }, { page })).toEqual([noon, 'SAID_AT']);
  });

  test('the day, at its start; what is taken back, at its end', () => {
    const told = { saidOn: '2026-03-05', knownBy: 3, evidence };
    expect(timeOf(told, { page })).toEqual([fifth, 'SAID_ON']);
    expect(timeOf({ ...told, kind: 'RETRACTS' }, { page })).toEqual([endOfFifth, 'SAID_ON']);
  });

  test('the issue of its words, before the record', () => {
    expect(timeOf({ knownBy: 3, evidence }, { page })).toEqual([at('2026-03-09'), 'ISSUED']);
  });

  test('the moment at which a record first held it: what an import told, else its own', () => {
    expect(timeOf({ knownBy: 3, evidence })).toEqual([3, 'RECORDED']);
    expect(timeOf({ evidence })).toEqual([7, 'RECORDED']);
    expect(timeOf({ kind: 'RETRACTS', evidence: [], hasNote: true })).toEqual([7, 'RECORDED']);
  });
});

describe('words were issued', () => {
  const first = { publishedAt: 1_000, modifiedAt: 1_500 };
  const second = { publishedAt: 1_000, modifiedAt: 2_000, supersedes: 'first' };
  const third = { publishedAt: 1_000, modifiedAt: 3_000, supersedes: 'second' };
  const articles = { first, second, third };
  const issued = (
    article: string,
    versions: readonly string[],
    more: Readonly<Record<string, ToldArticle>> = {},
  ) => timeOf({ evidence: [{ article, versions }] }, { ...articles, ...more })[0];

  test('when the article was published, where it changed no other, whenever it was modified', () => {
    expect(issued('first', ['first'])).toBe(1_000);
  });

  test('when the version was modified, where it changed one that lacks them', () => {
    expect(issued('second', ['second'])).toBe(2_000);
    expect(issued('third', ['third'])).toBe(3_000);
    expect(issued('third', ['second', 'third'])).toBe(2_000);
  });

  test('when the first version was published, where they stood in that already', () => {
    expect(issued('second', ['first', 'second'])).toBe(1_000);
    expect(issued('third', ['first', 'second', 'third'])).toBe(1_000);
  });

  test('by the earliest version that has them, though one between has not', () => {
    expect(issued('third', ['first', 'third'])).toBe(1_000);
  });

  test('never by a later version', () => {
    expect(issued('first', ['first', 'second', 'third'])).toBe(1_000);
  });

  test('when the version was published, where nobody says when it was modified', () => {
    const unmodified = { publishedAt: 1_200, supersedes: 'first' };
    expect(issued('second', ['second'], { second: unmodified })).toBe(1_200);
  });

  test('on the day of a modification, where only that is certain, rather than when published', () => {
    const modified = { publishedAt: 1_000, modifiedOn: '2026-03-05', supersedes: 'first' };
    expect(issued('second', ['second'], { second: modified })).toBe(fifth);
  });

  test('as if a withdrawn version were not on record', () => {
    const withdrawals = [{ recordedAt: 5, restoredAt: null }];
    const withdrawn = { ...second, withdrawals };
    expect(issued('third', ['second', 'third'], { second: withdrawn })).toBe(3_000);
    expect(issued('third', ['first', 'second', 'third'], { second: withdrawn })).toBe(1_000);
    expect(issued('second', ['first', 'second'], { first: { ...first, withdrawals } })).toBe(1_000);
    expect(issued('second', ['second'], { first: { ...first, withdrawals } })).toBe(1_000);
  });

  test('on the start of a day alone; what is taken back, on its last millisecond', () => {
    const page = { publishedOn: '2026-03-05' };
    const evidence = [{ article: 'page' }];
    expect(timeOf({ evidence }, { page })).toEqual([fifth, 'ISSUED']);
    expect(timeOf({ kind: 'RETRACTS', evidence }, { page })).toEqual([endOfFifth, 'ISSUED']);
    expect(timeOf({ evidence }, { page: { ...page, publishedAt: noon } })).toEqual([
      noon,
      'ISSUED',
    ]);
  });

  test('by the earliest of their articles whose time is known', () => {
    const evidence = [{ publishedAt: 300 }, { publishedAt: null }, { publishedAt: 200 }];
    expect(timeOf({ evidence })).toEqual([200, 'ISSUED']);
  });

  test('by evidence that is live alone', () => {
    const gone = [{ recordedAt: 5, restoredAt: null }];
    const evidence = [
      { publishedAt: 100, withdrawnAt: 20 },
      { publishedAt: 150, articleWithdrawals: gone },
      { publishedAt: 200, recordedAt: 10 },
    ];
    expect(timeOf({ evidence })).toEqual([200, 'ISSUED']);
    expect(timeOf({ evidence }, {}, 15)).toEqual([100, 'ISSUED']);
    expect(timeOf({ evidence: evidence.slice(0, 2) })).toEqual([7, 'RECORDED']);
  });
});

describe('as of a moment, the time is that which was on record', () => {
  test('before a stance was corrected', () => {
    const corrections = [
      { at: 10, before: { saidOn: '2026-03-05' } },
      { at: 20, before: { saidOn: '2026-03-06', saidAt: null } },
    ];
    const stance = { saidAt: noon, saidOn: '2026-03-07', corrections };

    expect(timeOf(stance)).toEqual([noon, 'SAID_AT']);
    expect(timeOf(stance, {}, 20)).toEqual([noon, 'SAID_AT']);
    expect(timeOf(stance, {}, 19)).toEqual([at('2026-03-06'), 'SAID_ON']);
    expect(timeOf(stance, {}, 9)).toEqual([fifth, 'SAID_ON']);
  });

  test('before the dates of its article were', () => {
    const corrections = [{ at: 10, before: { publishedAt: null, publishedOn: '2026-03-05' } }];
    const page = { publishedAt: noon, corrections };
    const evidence = [{ article: 'page' }];

    expect(timeOf({ evidence }, { page })).toEqual([noon, 'ISSUED']);
    expect(timeOf({ evidence }, { page }, 9)).toEqual([fifth, 'ISSUED']);
  });

  test('before it was known which version came before its own', () => {
    const first = { publishedAt: 1_000, recordedAt: 10 };
    const corrections = [{ at: 10, before: { supersedes: null } }];
    const second = { publishedAt: 1_100, modifiedAt: 2_000, supersedes: 'first', corrections };
    const timeAt = (versions: readonly string[], asOf: number | null) =>
      timeOf({ evidence: [{ article: 'second', versions }] }, { first, second }, asOf)[0];

    expect(timeAt(['first', 'second'], null)).toBe(1_000);
    expect(timeAt(['second'], null)).toBe(2_000);
    expect(timeAt(['first', 'second'], 9)).toBe(1_100);
    expect(timeAt(['second'], 9)).toBe(1_100);
  });
});

describe('at one and the same moment', () => {
  const day = { saidOn: '2026-03-05' };

  test('what is taken back comes last, in whatever order it was recorded', () => {
    const asserts = said('a', 'ASSERTS', { saidAt: noon });
    const retracts = said('a', 'RETRACTS', { saidAt: noon });

    expect(caseOf({ stances: [asserts, retracts] }).status()).toBe('RETRACTED');
    expect(caseOf({ stances: [retracts, asserts] }).status()).toBe('RETRACTED');
  });

  test('on one day what is taken back comes after all that has an hour', () => {
    const late = said('a', 'ASSERTS', { saidAt: endOfFifth });
    expect(caseOf({ stances: [said('a', 'RETRACTS', day), late] }).status()).toBe('RETRACTED');
    const tomorrow = said('a', 'ASSERTS', { saidAt: endOfFifth + 1 });
    expect(caseOf({ stances: [said('a', 'RETRACTS', day), tomorrow] }).status()).toBe('ASSERTED');
  });

  test('all else comes in the order of recording', () => {
    const [denies, confirms] = [said('a', 'DENIES', day), said('a', 'CONFIRMS', day)];
    expect(caseOf({ stances: [denies, confirms] }).status()).toBe('ASSERTED');
    expect(caseOf({ stances: [confirms, denies] }).status()).toBe('DENIED');
    // Another basis is no other moment.
    const issued = said('a', 'DENIES', { evidence: [{ publishedAt: fifth }] });
    expect(caseOf({ stances: [issued, confirms] }).status()).toBe('ASSERTED');
    expect(caseOf({ stances: [confirms, issued] }).status()).toBe('DENIED');
  });

  test('a corrected page whose retraction is new in it retracts', () => {
    const pages = {
      v1: { publishedAt: noon },
      v2: { publishedAt: noon, supersedes: 'v1' },
    };
    const stances = [
      said('courier', 'RETRACTS', { evidence: [{ article: 'v2', versions: ['v2'] }] }),
      said('courier', 'ASSERTS', { evidence: [{ article: 'v1', versions: ['v1'] }] }),
    ];

    for (const told of [stances, stances.toReversed()]) {
      expect(caseOf({ stances: told, articles: pages }).status()).toBe('RETRACTED');
      const modified = { ...pages, v2: { ...pages.v2, modifiedAt: noon + 60_000 } };
      const record = caseOf({ stances: told, articles: modified });
      expect(record.status()).toBe('RETRACTED');
      expect(record.status('claim', { saidBy: noon })).toBe('ASSERTED');
    }
  });
});

test('the speakers’ clock goes by the same time, whatever it is known from', () => {
  const [first, eighth] = [at('2026-03-01T09:00Z'), at('2026-03-08T09:00Z')];
  const stances = [
    said('mayor', 'CONFIRMS', { evidence: [{ publishedAt: eighth }] }),
    said('mayor', 'DENIES', { evidence: [{ publishedAt: first }] }),
  ];

  for (const told of [stances, stances.toReversed()]) {
    const record = caseOf({ stances: told });
    expect(record.status()).toBe('ASSERTED');
    expect(record.status('claim', { saidBy: fifth })).toBe('DENIED');
    expect(record.status('claim', { saidBy: first })).toBe('DENIED');
    expect(record.status('claim', { saidBy: first - 1 })).toBe('UNADDRESSED');
    expect(record.status('claim', { saidBy: eighth })).toBe('ASSERTED');
  }
});

test('by the speakers’ clock, evidence and corrections are those on record, by the record’s where that is given', () => {
  const stance = said('a', 'ASSERTS', {
    saidOn: '2026-03-05',
    corrections: [{ at: 10, before: { saidOn: '2026-03-07' } }],
    evidence: [{ article: 'one', recordedAt: 5 }],
  });
  const record = caseOf({ stances: [stance] });

  expect(record.status('claim', { saidBy: fifth })).toBe('ASSERTED');
  expect(record.status('claim', { saidBy: fifth, asOf: 9 })).toBe('UNADDRESSED');
  expect(record.status('claim', { saidBy: at('2026-03-07'), asOf: 9 })).toBe('ASSERTED');
  expect(record.status('claim', { saidBy: at('2026-03-07'), asOf: 4 })).toBe('UNADDRESSED');
});

test('sides and affiliations go by it', () => {
  const affiliations = [['aide', 'SPEAKS_FOR', 'state', { from: '2026-03-05' }]] as const;
  const issuedOn = (publishedOn: string) =>
    caseOf({
      stances: [said('aide', 'ASSERTS', { evidence: [{ article: 'page' }] })],
      articles: { page: { publishedOn } },
      affiliations,
    }).standing().sides[0]?.actor;

  expect(issuedOn('2026-03-04')).toBe('aide');
  expect(issuedOn('2026-03-05')).toBe('state');
});
