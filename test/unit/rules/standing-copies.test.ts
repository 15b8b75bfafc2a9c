import { describe, expect, test } from 'vitest';
import {
  caseOf,
  said,
  type ToldAffiliation,
  type ToldArticle,
  type ToldCase,
  type ToldStance,
} from './told-case.ts';

/** A paper puts the claim forward in its own voice, in an article of its own name unless others are told. */
function prints(paper: string, ...articles: readonly string[]): ToldStance {
  const shown = articles.length === 0 ? [paper] : articles;
  const evidence = shown.map((article) => ({ article, mode: 'NARRATED' as const, via: [paper] }));
  return said(paper, 'ASSERTS', { evidence });
}

/** Somebody is quoted in these articles. */
function quoted(speaker: string, ...articles: readonly string[]): ToldStance {
  const evidence = articles.map((article) => ({ article, mode: 'DIRECT' as const }));
  return said(speaker, 'ASSERTS', { evidence });
}

const papers = Array.from({ length: 10 }, (_, i) => `paper ${i}`);
const others = papers.slice(1);

/** Each paper's article, credited to an agency. */
function creditedTo(agency: string, names: readonly string[], more: ToldArticle = {}) {
  return Object.fromEntries(
    names.map((name) => [name, { outlet: name, creditedTo: agency, ...more }]),
  );
}

const echoes = (told: ToldCase) => {
  const { status, origins, originArticles, articleCount, outletCount } = caseOf(told).standing();
  return { status, origins, originArticles, articleCount, outletCount };
};

describe('ten papers that print one wire report are one origin, ten articles', () => {
  const stances = papers.map((paper) => prints(paper));
  const oneOrigin = {
    status: 'ASSERTED',
    originArticles: [10],
    articleCount: 10,
    outletCount: 10,
  };

  test('where they credit its agency', () => {
    const articles = creditedTo('agency', papers);
    expect(echoes({ stances, articles })).toEqual({ ...oneOrigin, origins: ['agency'] });
  });

  test('where they credit it and have the very text, or nearly', () => {
    const texts = creditedTo('agency', others, { textOf: 'paper 0' });
    const same = { ...creditedTo('agency', papers), ...texts };
    expect(echoes({ stances, articles: same })).toEqual({ ...oneOrigin, origins: ['agency'] });

    const alike = others.map((paper) => ['paper 0', paper] as const);
    const articles = creditedTo('agency', papers);
    expect(echoes({ stances, articles, alike })).toEqual({ ...oneOrigin, origins: ['agency'] });
  });

  test('where nobody is credited and the texts are the same, or nearly', () => {
    const articles = Object.fromEntries(papers.map((paper) => [paper, { outlet: paper }]));
    const same = Object.fromEntries(
      papers.map((paper) => [paper, { outlet: paper, textOf: 'paper 0' }]),
    );
    expect(echoes({ stances, articles: same })).toEqual({ ...oneOrigin, origins: ['paper 0'] });

    const alike = others.map((paper, i) => [papers[i] ?? '', paper] as const);
    expect(echoes({ stances, articles, alike })).toEqual({ ...oneOrigin, origins: ['paper 0'] });
    expect(echoes({ stances, articles })).toMatchObject({
      status: 'CORROBORATED',
      originArticles: Array(10).fill(1),
    });
  });

  test('with the agency’s own page, where the agency is for it', () => {
    const own = prints('agency', 'wire');
    const articles = { ...creditedTo('agency', others), wire: { outlet: 'agency' } };
    const told = [...others.map((paper) => prints(paper)), own];
    expect(echoes({ stances: told, articles })).toEqual({ ...oneOrigin, origins: ['agency'] });
    // Its own words need not be in its own voice.
    const heard = [...others.map((paper) => prints(paper)), quoted('agency', 'wire')];
    expect(echoes({ stances: heard, articles })).toEqual({ ...oneOrigin, origins: ['agency'] });
  });

  test('shown as the agency, though somebody whom its report quotes spoke first', () => {
    const told = [quoted('mayor', 'paper 0'), ...stances];
    const articles = creditedTo('agency', papers);
    expect(echoes({ stances: told, articles })).toEqual({ ...oneOrigin, origins: ['agency'] });
  });

  test('with one that goes on about something of its own as well: two', () => {
    const told = [...stances, prints('paper 0', 'own report')];
    expect(echoes({ stances: told, articles: creditedTo('agency', papers) })).toMatchObject({
      status: 'CORROBORATED',
      origins: ['agency', 'paper 0'],
      originArticles: [9, 2],
      articleCount: 11,
    });
  });
});

describe('two agencies are two origins', () => {
  const articles = {
    ...creditedTo('one', ['a', 'b']),
    ...creditedTo('two', ['c', 'd']),
    'e of one': { outlet: 'e', creditedTo: 'one' },
    'e of two': { outlet: 'e', creditedTo: 'two' },
  };
  const four = ['a', 'b', 'c', 'd'].map((paper) => prints(paper));

  test('each with its papers', () => {
    expect(echoes({ stances: four, articles })).toEqual({
      status: 'CORROBORATED',
      origins: ['one', 'two'],
      originArticles: [2, 2],
      articleCount: 4,
      outletCount: 4,
    });
  });

  test.each<readonly [string, readonly ToldStance[]]>([
    ['a stance with both pieces of evidence', [prints('e', 'e of one', 'e of two')]],
    ['two stances', [prints('e', 'e of one'), prints('e', 'e of two')]],
  ])('also where one paper prints both: %s', (_how, both) => {
    expect(echoes({ stances: [...four, ...both], articles })).toEqual({
      status: 'CORROBORATED',
      origins: ['one', 'two'],
      originArticles: [3, 3],
      articleCount: 6,
      outletCount: 5,
    });
    expect(echoes({ stances: [...both, ...four], articles })).toMatchObject({
      origins: ['one', 'two'],
    });
    expect(echoes({ stances: both, articles })).toEqual({
      status: 'CORROBORATED',
      origins: ['one', 'two'],
      originArticles: [1, 1],
      articleCount: 2,
      outletCount: 1,
    });
  });

  test.each<readonly [string, ToldAffiliation[]]>([
    ['one is part of the other', [['one', 'PART_OF', 'two']]],
    ['one owns the other', [['two', 'OWNED_BY', 'one']]],
    [
      'both belong to a third',
      [
        ['one', 'OWNED_BY', 'holding'],
        ['two', 'PART_OF', 'holding'],
      ],
    ],
  ])('unless %s', (_how, affiliations) => {
    expect(echoes({ stances: four, articles, affiliations })).toMatchObject({
      status: 'ASSERTED',
      origins: ['one'],
      originArticles: [4],
    });
  });

  test('or were judged to be one', () => {
    const merges = [['one', 'two']] as const;
    expect(echoes({ stances: four, articles, merges })).toMatchObject({
      status: 'ASSERTED',
      origins: ['two'],
      originArticles: [4],
    });
  });

  test('or one printed the other: then its papers go with it', () => {
    const told = [...four, prints('one', 'page of one')];
    const page = { outlet: 'one', creditedTo: 'two' };
    expect(echoes({ stances: told, articles: { ...articles, 'page of one': page } })).toMatchObject(
      { status: 'ASSERTED', originArticles: [5] },
    );
  });
});

describe('papers of one owner are one origin', () => {
  const affiliations: ToldAffiliation[] = [
    ['a', 'OWNED_BY', 'chain'],
    ['b', 'OWNED_BY', 'chain'],
  ];
  const stances = [prints('a'), prints('b')];

  test('where one prints an agency and one reports by itself', () => {
    const articles = creditedTo('agency', ['a']);
    expect(echoes({ stances, articles, affiliations })).toMatchObject({
      status: 'ASSERTED',
      origins: ['agency'],
    });
    expect(echoes({ stances, articles })).toMatchObject({ origins: ['agency', 'b'] });
  });
});

test('unnamed sources of one granter are one origin, though the articles of an agency tell of one', () => {
  const stances = [
    said('sources of post', 'ASSERTS', { evidence: [{ article: 'a', mode: 'NARRATED' }] }),
    said('more sources of post', 'ASSERTS', { evidence: [{ article: 'b' }] }),
  ];
  expect(echoes({ stances, articles: creditedTo('agency', ['a']) })).toMatchObject({
    status: 'ASSERTED',
    origins: ['agency'],
  });
});

test('unnamed sources of granters that are one are one origin, since these are', () => {
  const record = caseOf({
    stances: [said('sources of post', 'ASSERTS'), said('sources of the post', 'ASSERTS')],
    merges: [['the post', 'post', { recordedAt: 10, revokedAt: 20 }]],
  });
  const originsAt = (asOf: number | null) => record.standing('claim', { asOf }).origins.length;

  expect([9, 10, 19, 20, null].map(originsAt)).toEqual([2, 1, 1, 2, 2]);
});

describe('a group is no origin', () => {
  const kinds = { crowd: 'GROUP' } as const;

  test('though its words are an agency’s', () => {
    const stances = [said('crowd', 'ASSERTS', { evidence: [{ article: 'a', mode: 'NARRATED' }] })];
    expect(echoes({ stances, kinds, articles: creditedTo('agency', ['a']) })).toMatchObject({
      status: 'ASSERTED',
      origins: [],
    });
  });

  test('and bridges none', () => {
    const stances = [quoted('a', 'one'), quoted('crowd', 'one', 'two'), quoted('b', 'two')];
    const affiliations: ToldAffiliation[] = [['crowd', 'PART_OF', 'a']];
    expect(echoes({ stances, kinds, affiliations })).toMatchObject({ origins: ['a', 'b'] });
  });

  test('since its kind was told so', () => {
    const stances = [said('crowd', 'ASSERTS')];
    const kindsBefore = { crowd: [{ at: 10, before: { kind: 'ORGANIZATION' as const } }] };
    const record = caseOf({ stances, kinds, kindsBefore });
    expect(record.standing('claim', { asOf: 9 }).origins).toEqual(['crowd']);
    expect(record.standing('claim', { asOf: 10 }).origins).toEqual([]);
  });
});

describe('a copy', () => {
  const [a, b, c] = [quoted('a', 'A'), quoted('b', 'B'), quoted('c', 'C')];
  const alike = [
    ['A', 'B'],
    ['B', 'C'],
  ] as const;

  test('is joined step by step', () => {
    expect(echoes({ stances: [a, b, c], alike })).toMatchObject({ origins: ['a'] });
    expect(echoes({ stances: [a, c, b], alike })).toMatchObject({ origins: ['a'] });
    expect(echoes({ stances: [a, b, c], alike: [['A', 'B']] })).toMatchObject({
      origins: ['a', 'c'],
    });
  });

  test('is bridged by no article that shows no stance of this claim', () => {
    expect(echoes({ stances: [a, c], alike })).toMatchObject({ origins: ['a', 'c'] });
    const elsewhere = { ...b, claim: 'another' };
    expect(echoes({ stances: [a, c, elsewhere], alike })).toMatchObject({ origins: ['a', 'c'] });
  });

  test.each<readonly [string, Partial<ToldStance>]>([
    ['withdrawn', { withdrawnAt: 5 }],
    ['a draft', { reviews: [{ review: 'DRAFT', recordedAt: 1 }] }],
    [
      'shown by withdrawn evidence',
      { kind: 'REPORTS', hasNote: true, evidence: [{ article: 'B', withdrawnAt: 5 }] },
    ],
  ])('is bridged by no stance that is %s', (_how, more) => {
    const stances = [a, { ...b, ...more }, c];
    expect(echoes({ stances, alike })).toMatchObject({ origins: ['a', 'c'] });
  });

  test('is bridged by no article that is withdrawn', () => {
    const articles = { B: { withdrawals: [{ recordedAt: 5, restoredAt: 9 }] } };
    const record = caseOf({ stances: [a, b, c], alike, articles });
    expect(record.standing('claim', { asOf: 8 }).origins).toEqual(['a', 'c']);
    expect(record.standing().origins).toEqual(['a']);
  });

  test('is bridged by whoever relays or denies in between', () => {
    const relays = { ...b, kind: 'REPORTS' as const };
    expect(echoes({ stances: [a, relays, c], alike })).toMatchObject({ origins: ['a'] });
    const denies = { ...b, kind: 'DENIES' as const };
    expect(echoes({ stances: [a, denies, c], alike })).toMatchObject({ origins: ['a'] });
  });

  test('is joined by supersession, of the versions that show a stance alone', () => {
    const articles = { B: { supersedes: 'A' }, C: { supersedes: 'B' } };
    expect(echoes({ stances: [a, b, c], articles })).toMatchObject({ origins: ['a'] });
    expect(echoes({ stances: [a, b], articles })).toMatchObject({ origins: ['a'] });
    expect(echoes({ stances: [a, c], articles })).toMatchObject({ origins: ['a', 'c'] });
    const branches = { B: { supersedes: 'A' }, C: { supersedes: 'A' } };
    expect(echoes({ stances: [b, c], articles: branches })).toMatchObject({ origins: ['b', 'c'] });
  });

  test('changes no standing as of before a reprint was recorded', () => {
    const later = {
      ...b,
      recordedAt: 10,
      reviews: [{ review: 'VERIFIED' as const, recordedAt: 10 }],
    };
    const bridging = { ...later, evidence: [{ article: 'B', recordedAt: 10 }] };
    const record = caseOf({ stances: [a, c, bridging], alike });

    expect(record.standing('claim', { asOf: 9 })).toMatchObject({
      status: 'CORROBORATED',
      origins: ['a', 'c'],
    });
    expect(record.standing()).toMatchObject({ status: 'ASSERTED', origins: ['a'] });
  });

  test('is the record’s, not the speakers’: what is said later joins what was said before', () => {
    const dated = [a, { ...b, saidAt: 300 }, c].map((stance) => ({ saidAt: 100, ...stance }));
    const record = caseOf({ stances: dated, alike });
    expect(record.standing('claim', { saidBy: 200 }).origins).toEqual(['a']);
  });

  test('is not made by a credit: whom articles of one agency quote are as many as they are', () => {
    const articles = creditedTo('agency', ['A', 'B']);
    expect(echoes({ stances: [a, b], articles })).toMatchObject({
      status: 'CORROBORATED',
      origins: ['a', 'b'],
    });
    for (const mode of ['MIXED', 'INDIRECT', 'NOMINAL'] as const) {
      const stances = ['A', 'B'].map((article) =>
        said(`speaker of ${article}`, 'ASSERTS', { evidence: [{ article, mode }] }),
      );
      expect(echoes({ stances, articles }).origins).toHaveLength(2);
    }
  });

  test('folds who is known from it alone, not who was heard elsewhere, too', () => {
    const more = quoted('b', 'elsewhere');
    expect(echoes({ stances: [a, b, more], alike })).toMatchObject({ origins: ['a', 'b'] });
    expect(echoes({ stances: [a, more, b], alike })).toMatchObject({ origins: ['a', 'b'] });
    const several = quoted('a', 'A', 'B');
    expect(echoes({ stances: [several, c], alike: [['A', 'B']] }).origins).toEqual(['a', 'c']);
    expect(echoes({ stances: [several, c], alike }).origins).toEqual(['a']);
  });

  test('of a live blog that is alike to nothing folds none of its unlike briefs', () => {
    const blog = quoted('blog', 'live blog');
    const stances = [a, c, blog, quoted('a', 'live blog'), quoted('c', 'live blog')];
    expect(echoes({ stances }).origins).toEqual(['blog', 'a', 'c']);
  });
});

test('one speaker that ten papers quote is one origin in ten articles, a stance each or one for all', () => {
  const articles = Object.fromEntries(papers.map((paper) => [paper, { outlet: paper }]));
  const ten = { origins: ['mayor'], originArticles: [10], articleCount: 10, outletCount: 10 };

  const each = papers.map((paper) => quoted('mayor', paper));
  expect(echoes({ stances: each, articles })).toEqual({ status: 'ASSERTED', ...ten });
  const forAll = [quoted('mayor', ...papers)];
  expect(echoes({ stances: forAll, articles })).toEqual({ status: 'ASSERTED', ...ten });
});

test('an origin tells the articles of its sides together, each once', () => {
  const stances = [
    quoted('state', 'one', 'two'),
    quoted('speaker', 'two', 'three'),
    quoted('office', 'three', 'four'),
    quoted('stranger', 'four', 'five'),
  ];
  const affiliations: ToldAffiliation[] = [
    ['speaker', 'SPEAKS_FOR', 'state'],
    ['office', 'PART_OF', 'state'],
  ];
  expect(echoes({ stances, affiliations })).toMatchObject({
    origins: ['state', 'stranger'],
    originArticles: [4, 2],
    articleCount: 5,
  });
});
