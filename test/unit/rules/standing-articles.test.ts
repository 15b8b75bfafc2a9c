import { describe, expect, test } from 'vitest';
import { caseOf, said, type ToldArticle, type ToldCase, type ToldStance } from './told-case.ts';

const papers = Array.from({ length: 10 }, (_, i) => `paper ${i}`);

/** A stance that these articles show. */
function shown(actor: string, kind: ToldStance['kind'], ...articles: readonly string[]) {
  return said(actor, kind, { evidence: articles.map((article) => ({ article })) });
}

function countsOf(told: ToldCase, asOf: number | null = null) {
  const { articleCount, outletCount } = caseOf(told).standing('claim', { asOf });
  return [articleCount, outletCount];
}

const articlesOf = (...stances: readonly ToldStance[]) => countsOf({ stances })[0];

describe('articles are counted', () => {
  test('of what counts, of every polarity, each once', () => {
    const stances = [
      shown('a', 'ASSERTS', 'one', 'two'),
      shown('b', 'DENIES', 'two', 'three'),
      shown('c', 'DECLINES', 'four'),
      shown('d', 'REPORTS', 'five'),
    ];
    expect(articlesOf(...stances)).toBe(5);
  });

  test('of the same actor’s earlier stances of that polarity', () => {
    expect(articlesOf(shown('a', 'ASSERTS', 'one'), shown('a', 'CONFIRMS', 'two'))).toBe(2);
    expect(articlesOf(shown('a', 'DENIES', 'one'), shown('a', 'OPPOSES', 'two'))).toBe(2);
    expect(articlesOf(shown('a', 'REPORTS', 'one'), shown('a', 'REPORTS', 'two'))).toBe(2);
  });

  test('since it last held another', () => {
    const [one, two, three] = [
      shown('a', 'ASSERTS', 'one'),
      shown('a', 'DENIES', 'two'),
      shown('a', 'ASSERTS', 'three'),
    ];
    expect(articlesOf(one, two)).toBe(1);
    expect(articlesOf(one, two, three)).toBe(1);
    expect(articlesOf(one, two, three, shown('a', 'ASSERTS', 'four'))).toBe(2);
    expect(articlesOf(one, shown('a', 'QUALIFIES', 'two'), three)).toBe(1);
    expect(articlesOf(shown('a', 'REPORTS', 'one'), shown('a', 'ASSERTS', 'two'))).toBe(1);
    // What is only relayed is no position: to decline replaces it.
    const relayed = [shown('a', 'REPORTS', 'one'), shown('a', 'DECLINES', 'two')];
    expect(articlesOf(...relayed, shown('a', 'REPORTS', 'three'))).toBe(1);
  });

  test('or retracted', () => {
    const [one, taken] = [shown('a', 'ASSERTS', 'one'), shown('a', 'RETRACTS', 'two')];
    expect(articlesOf(one, taken)).toBe(0);
    expect(articlesOf(one, taken, shown('a', 'ASSERTS', 'three'))).toBe(1);
  });

  test.each(['DECLINES', 'NO_REPLY', 'REPORTS'] as const)(
    'though it %s in between, which replaces no position and counts for nothing',
    (between) => {
      const stances = [
        shown('a', 'ASSERTS', 'one'),
        shown('a', between, 'two'),
        shown('a', 'ASSERTS', 'three'),
      ];
      expect(articlesOf(...stances)).toBe(2);
      expect(articlesOf(...stances.slice(0, 2))).toBe(1);
    },
  );

  test('of live evidence alone', () => {
    const withdrawals = [{ recordedAt: 5, restoredAt: null }];
    const stances = [
      said('a', 'ASSERTS', {
        evidence: [
          { article: 'one' },
          { article: 'two', withdrawnAt: 5 },
          { article: 'three', recordedAt: 7 },
          { article: 'four' },
        ],
      }),
      { ...shown('a', 'ASSERTS', 'five'), withdrawnAt: 5 },
    ];
    const told = { stances, articles: { four: { withdrawals, outlet: 'outlet' } } };

    expect(countsOf(told)).toEqual([2, 0]);
    expect(countsOf(told, 4)).toEqual([4, 1]);
    expect(countsOf(told, 6)).toEqual([1, 0]);
  });

  test('by the speakers’ clock, of what had been said', () => {
    const stances = [
      { ...shown('a', 'ASSERTS', 'one'), saidAt: 100 },
      { ...shown('a', 'ASSERTS', 'two'), saidAt: 200 },
    ];
    expect(caseOf({ stances }).standing('claim', { saidBy: 150 }).articleCount).toBe(1);
  });
});

describe('one article', () => {
  const [one, two, three] = [
    shown('a', 'ASSERTS', 'v1'),
    shown('b', 'ASSERTS', 'v2'),
    shown('c', 'DENIES', 'v3'),
  ];
  const versions: Readonly<Record<string, ToldArticle>> = {
    v1: { outlet: 'courier' },
    v2: { outlet: 'courier', supersedes: 'v1' },
    v3: { outlet: 'courier', supersedes: 'v2' },
  };

  test('are its versions, also where the one between shows nothing', () => {
    expect(countsOf({ stances: [one, two, three], articles: versions })).toEqual([1, 1]);
    expect(countsOf({ stances: [one, three], articles: versions })).toEqual([1, 1]);
    const withdrawn = { ...versions.v2, withdrawals: [{ recordedAt: 1, restoredAt: null }] };
    expect(
      countsOf({ stances: [one, two, three], articles: { ...versions, v2: withdrawn } }),
    ).toEqual([1, 1]);
  });

  test('are versions since the record knew them to be', () => {
    const corrections = [{ at: 10, before: { supersedes: null } }];
    const articles = { ...versions, v3: { ...versions.v3, corrections } };
    expect(countsOf({ stances: [one, two, three], articles }, 9)).toEqual([2, 1]);
    expect(countsOf({ stances: [one, two, three], articles }, 10)).toEqual([1, 1]);
  });

  test('is one text of outlets that are one, while they are', () => {
    const articles = { v1: { outlet: 'courier' }, v2: { outlet: 'the courier', textOf: 'v1' } };
    const merges = [['the courier', 'courier', { recordedAt: 10, revokedAt: 20 }]] as const;
    const told = { stances: [one, two], articles, merges };

    expect([9, 10, 19, 20].map((asOf) => countsOf(told, asOf))).toEqual([
      [2, 2],
      [1, 1],
      [1, 1],
      [2, 2],
    ]);
  });

  test('is no two by what was recorded later', () => {
    const between = { outlet: 'courier', textOf: 'v1', supersedes: 'v2', recordedAt: 10 };
    const articles = { v1: { outlet: 'courier' }, v2: { outlet: 'gazette' }, between };
    const told = { stances: [one, two], articles };
    expect(countsOf(told, 9)).toEqual([2, 2]);
    expect(countsOf(told, 10)).toEqual([1, 2]);
  });

  test('is not one text of other outlets, of outlets unknown, nor another text of the same', () => {
    const same = { textOf: 'v1' };
    const textOfBoth = (first: ToldArticle, second: ToldArticle) =>
      countsOf({ stances: [one, two], articles: { v1: first, v2: { ...second, ...same } } });

    expect(textOfBoth({ outlet: 'courier' }, { outlet: 'gazette' })).toEqual([2, 2]);
    expect(textOfBoth({ outlet: 'courier' }, {})).toEqual([2, 1]);
    expect(textOfBoth({}, {})).toEqual([2, 0]);
    const others = { v1: { outlet: 'courier' }, v2: { outlet: 'courier' } };
    expect(countsOf({ stances: [one, two], articles: others })).toEqual([2, 1]);
    const alike = [['v1', 'v2']] as const;
    expect(countsOf({ stances: [one, two], articles: others, alike })).toEqual([2, 1]);
  });
});

describe('an agency that retracts', () => {
  const articles = {
    ...Object.fromEntries(papers.map((paper) => [paper, { outlet: paper, creditedTo: 'agency' }])),
    wire: { outlet: 'agency' },
  };
  const own = shown('agency', 'ASSERTS', 'wire');
  const retracts = said('agency', 'RETRACTS', { evidence: [{ article: 'correction' }] });
  const reprints = (mode: 'NARRATED' | 'INDIRECT', via: readonly string[] = []) =>
    papers.map((paper) =>
      said(paper, 'ASSERTS', { evidence: [{ article: paper, mode, via: [paper, ...via] }] }),
    );

  const outcomeOf = (told: ToldCase) => {
    const record = caseOf(told);
    const { status, articleCount, originArticles } = record.standing();
    const carriedOff = record.stances().filter(({ carrierRetracted }) => carrierRetracted).length;
    return { status, articleCount, originArticles, carriedOff };
  };

  test('takes its reprints out, which no chain of theirs need say', () => {
    const stances = [own, ...reprints('NARRATED'), retracts];
    expect(outcomeOf({ stances, articles })).toEqual({
      status: 'RETRACTED',
      articleCount: 0,
      originArticles: [],
      carriedOff: 10,
    });
    const before = caseOf({ stances, articles }).standing('claim', { asOf: 11 });
    expect(before).toMatchObject({ status: 'ASSERTED', articleCount: 11, originArticles: [11] });
  });

  test('takes them out though its own stance is not on record', () => {
    const stances = [...reprints('NARRATED'), retracts];
    expect(outcomeOf({ stances, articles })).toMatchObject({ status: 'RETRACTED', carriedOff: 10 });
  });

  test('leaves out what its articles do not tell in their own voice', () => {
    const stances = [own, ...reprints('INDIRECT'), retracts];
    expect(outcomeOf({ stances, articles })).toMatchObject({
      status: 'CORROBORATED',
      articleCount: 10,
      carriedOff: 0,
    });
  });

  test('takes out whatever came through it by its chain', () => {
    const chained = [said('mayor', 'ASSERTS', { evidence: [{ via: ['paper', 'agency'] }] })];
    expect(outcomeOf({ stances: [own, ...chained, retracts] })).toMatchObject({
      status: 'RETRACTED',
      carriedOff: 1,
    });
  });

  test('leaves who has it from elsewhere, too', () => {
    const [first, ...rest] = reprints('NARRATED');
    const more = [...(first?.evidence ?? []), { article: 'own report', mode: 'NARRATED' as const }];
    const stances = [own, said('paper 0', 'ASSERTS', { evidence: more }), ...rest, retracts];
    expect(outcomeOf({ stances, articles })).toEqual({
      status: 'ASSERTED',
      articleCount: 2,
      originArticles: [2],
      carriedOff: 9,
    });
  });

  test('takes them out under whatever name it retracts', () => {
    const stances = [own, ...reprints('NARRATED'), { ...retracts, actor: 'the agency' }];
    const merges = [['the agency', 'agency']] as const;
    expect(outcomeOf({ stances, articles, merges })).toMatchObject({
      status: 'RETRACTED',
      carriedOff: 10,
    });
    expect(outcomeOf({ stances, articles })).toMatchObject({ status: 'ASSERTED', carriedOff: 0 });
  });

  test('takes them out since the record credits them to it', () => {
    const corrections = [{ at: 50, before: { creditedTo: null } }];
    const credited = {
      ...articles,
      'paper 0': { outlet: 'paper 0', creditedTo: 'agency', corrections },
    };
    const record = caseOf({
      stances: [own, ...reprints('NARRATED'), retracts],
      articles: credited,
    });
    expect(record.standing('claim', { asOf: 49 })).toMatchObject({
      status: 'ASSERTED',
      origins: ['paper 0'],
    });
    expect(record.status('claim', { asOf: 50 })).toBe('RETRACTED');
  });

  test('brings them back where it puts the claim forward again', () => {
    const stances = [own, ...reprints('NARRATED'), retracts, own];
    expect(outcomeOf({ stances, articles })).toMatchObject({
      status: 'ASSERTED',
      articleCount: 11,
      carriedOff: 0,
    });
  });

  test('takes out its own papers and none of another agency', () => {
    const other = Object.fromEntries(
      papers.slice(5).map((paper) => [paper, { outlet: paper, creditedTo: 'other' }]),
    );
    const stances = [own, ...reprints('NARRATED'), retracts];
    expect(outcomeOf({ stances, articles: { ...articles, ...other } })).toEqual({
      status: 'ASSERTED',
      articleCount: 5,
      originArticles: [5],
      carriedOff: 5,
    });
  });
});
