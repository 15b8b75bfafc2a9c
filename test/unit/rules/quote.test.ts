import { describe, expect, test } from 'vitest';
import { type Passage, QuoteAmbiguous, QuoteNotInArticle } from '../../../db/rules/errors.ts';
import { locateQuote, surroundings, toCodePoints } from '../../../db/rules/quote.ts';

const article =
  'The ministry’s spokeswoman called the report “entirely made up” on Friday.\n\n' +
  'The mayor — who was not there — had said the bridge would open in spring.\n' +
  'The harbour office had said nothing. The café owner waved 👋 at the crane.';

describe('a quote with a span', () => {
  test('is taken where it stands there letter for letter', () => {
    const start = article.indexOf('The mayor');

    const place = locateQuote(article, 'The mayor', { span: { start, end: start + 9 } });

    expect(place).toEqual({ start, end: start + 9, text: 'The mayor' });
  });

  test('is taken at that place, even where it stands elsewhere too', () => {
    const start = article.lastIndexOf('had said');

    expect(locateQuote(article, 'had said', { span: { start, end: start + 8 } }).start).toBe(start);
  });

  test.each([
    ['a letter off', { start: 1, end: 13 }],
    ['too long', { start: 0, end: 13 }],
    ['before the text', { start: -12, end: 0 }],
    ['behind the text', { start: 9_000, end: 9_012 }],
    ['of no number', { start: Number.NaN, end: Number.NaN }],
    ['between letters', { start: 0.5, end: 12.5 }],
  ])('is refused at a span that is %s, and the right place is told', (_what, span) => {
    const refused = () => locateQuote(article, 'The ministry', { span });

    expect(refusalOf(refused)).toMatchObject({
      code: 'QUOTE_NOT_IN_ARTICLE',
      nearest: [{ start: 0, end: 12, text: 'The ministry' }],
    });
  });

  test('has the places nearest to its span told first', () => {
    const start = article.lastIndexOf('had said');

    const refusal = refusalOf(() =>
      locateQuote(article, 'had said', { span: { start: start + 1, end: start + 9 } }),
    );

    expect(nearestOf(refusal).map((place) => place.start)).toEqual([
      start,
      article.indexOf('had said'),
    ]);
  });
});

describe('a quote without a span', () => {
  test('is found where it stands once', () => {
    const place = locateQuote(article, 'the bridge would open');

    expect(article.slice(place.start, place.end)).toBe('the bridge would open');
  });

  test('is found behind letters that take two code units', () => {
    expect(locateQuote(article, 'at the crane').start).toBe(article.indexOf('at the crane'));
  });

  test('is ambiguous where it stands twice, and both places are told', () => {
    const refusal = refusalOf(() => locateQuote(article, 'had said', { path: ['quote'] }));

    expect(refusal).toBeInstanceOf(QuoteAmbiguous);
    expect(refusal).toMatchObject({
      code: 'QUOTE_AMBIGUOUS',
      message: 'These words stand in the article 2 times: give start and end.',
      path: ['quote'],
      quote: 'had said',
      places: [
        { start: article.indexOf('had said'), text: 'had said' },
        { start: article.lastIndexOf('had said'), text: 'had said' },
      ],
    });
  });

  test('is ambiguous where it overlaps itself', () => {
    expect(refusalOf(() => locateQuote('banana', 'ana'))).toMatchObject({
      places: [
        { start: 1, end: 4 },
        { start: 3, end: 6 },
      ],
    });
  });

  test('is counted in full where it stands everywhere, and a hundred places are told', () => {
    const refusal = refusalOf(() => locateQuote('e'.repeat(5_000), 'e'));

    expect(refusal).toMatchObject({ message: expect.stringContaining('5000 times') });
    expect(refusal instanceof QuoteAmbiguous && refusal.places).toHaveLength(100);
  });

  test('is refused when it is empty', () => {
    expect(refusalOf(() => locateQuote(article, ''))).toMatchObject({ nearest: [] });
    const span = { start: 3, end: 3 };
    expect(refusalOf(() => locateQuote(article, '', { span }))).toMatchObject({ nearest: [] });
  });

  test('is refused with its path', () => {
    const refusal = refusalOf(() => locateQuote(article, 'zebra', { path: ['evidence', '0'] }));

    expect(refusal).toBeInstanceOf(QuoteNotInArticle);
    expect(refusal).toMatchObject({ quote: 'zebra', path: ['evidence', '0'], nearest: [] });
  });
});

describe('the nearest passage', () => {
  test.each([
    ['straight quotation marks', 'the report "entirely made up"', 'the report “entirely made up”'],
    ['other quotation marks', '«entirely made up»', '“entirely made up”'],
    ['a straight apostrophe', "ministry's spokeswoman", 'ministry’s spokeswoman'],
    ['a space for a line end', 'on Friday. The mayor', 'on Friday.\n\nThe mayor'],
    ['spaces of another kind', 'bridge\u00a0would\u2009open', 'bridge would open'],
    ['spaces around it', '  in spring.\n', 'in spring.'],
    ['hyphens for dashes', 'mayor - who was not there -- had', 'mayor — who was not there — had'],
    ['dashes without spaces', 'mayor–who was not there', 'mayor — who was not there'],
    ['capitals', 'THE MAYOR', 'The mayor'],
    ['marks left out', 'cafe owner', 'café owner'],
    ['marks written apart', 'cafe\u0301 owner', 'café owner'],
    ['a soft hyphen', 'har\u00adbour office', 'harbour office'],
  ])('is found past %s', (_what, quote, text) => {
    const nearest = nearestOf(refusalOf(() => locateQuote(article, quote)));

    const start = article.indexOf(text);
    expect(nearest[0]).toEqual({ start, end: start + text.length, text });
  });

  test.each([
    [
      'a word left out',
      'the report entirely up on Friday',
      'the report “entirely made up” on Friday',
    ],
    ['a word put in', 'the old bridge would open in spring', 'the bridge would open in spring'],
    ['another word', 'the bridge could open in spring', 'the bridge would open in spring'],
    ['a typing error', 'Teh harbour offcie', 'The harbour office'],
    ['words around it', 'A harbour office had said nothing', 'The harbour office had said nothing'],
  ])('is found past %s', (_what, quote, text) => {
    const nearest = nearestOf(refusalOf(() => locateQuote(article, quote)));

    expect(nearest[0]?.text).toBe(text);
    expect(article.slice(nearest[0]?.start, nearest[0]?.end)).toBe(text);
  });

  test('spans a long quote that differs in the middle and at both ends', () => {
    const sentences = Array.from({ length: 60 }, (_, i) => `Crane ${i} lifted ${i * 7} crates. `);
    const text = sentences.join('');
    const quote = sentences
      .slice(10, 40)
      .join('')
      .replace('175', '176')
      .replace('Crane 10', 'Kran 10');

    const [nearest] = nearestOf(refusalOf(() => locateQuote(text, quote.trim())));

    expect(nearest?.text.startsWith('Crane 10 lifted')).toBe(true);
    expect(nearest?.text.endsWith('273 crates.')).toBe(true);
  });

  test('is found where words are not told apart by spaces', () => {
    const text = '市長は橋が春に開通すると述べた。港湾局は何も述べなかった。';

    const nearest = nearestOf(refusalOf(() => locateQuote(text, '市長は橋が夏に開通すると')));

    expect(nearest[0]?.text).toBe('市長は橋が春に開通すると');
  });

  test('is none where nothing resembles the quote', () => {
    expect(nearestOf(refusalOf(() => locateQuote(article, 'Quarterly zinc futures')))).toEqual([]);
    expect(nearestOf(refusalOf(() => locateQuote('', 'anything at all')))).toEqual([]);
    expect(nearestOf(refusalOf(() => locateQuote(article, '\u200b')))).toEqual([]);
  });

  test('comes with at most two others, which do not overlap', () => {
    const text = 'The red crane stood still. '.repeat(9);

    const nearest = nearestOf(refusalOf(() => locateQuote(text, 'The rod crane stood still.')));

    expect(nearest).toHaveLength(3);
    const ordered = [...nearest].sort((a, b) => a.start - b.start);
    expect(ordered.every(({ end }, i) => end <= (ordered[i + 1]?.start ?? text.length))).toBe(true);
  });

  test.each<readonly [string, string, string]>([
    [
      'a long run of one letter',
      'a'.repeat(1_048_576),
      `${'a'.repeat(9_999)}b${'a'.repeat(9_999)}`,
    ],
    ['two letters in turn', 'ab'.repeat(524_288), `bb${'ab'.repeat(9_998)}`],
    ['a letter that stands everywhere', 'a'.repeat(1_048_576), 'A'],
    ['letters that unfold to many', 'ﷺ'.repeat(300_000), 'ﷺ'.repeat(6_000).replace('ﷺ', 'x')],
    ['marks without letters', '\u0301'.repeat(500_000), `\u0301${'x\u0301'.repeat(5_000)}`],
    ['spaces', ' '.repeat(1_048_576), `${' '.repeat(9_000)}x`],
    ['dashes', '- '.repeat(524_288), '–—'.repeat(3_000)],
  ])('is looked for in bounded time in %s', (_what, text, quote) => {
    // To compare each place with the whole quote takes twenty thousand million steps: minutes, where this takes a second.
    refusalOf(() => locateQuote(text, quote));
  });
});

describe('the surroundings of a quote', () => {
  test('are the 32 characters on either side', () => {
    const text = `${'a'.repeat(40)}quote${'b'.repeat(40)}`;

    expect(surroundings(text, 40, 45)).toEqual({ prefix: 'a'.repeat(32), suffix: 'b'.repeat(32) });
  });

  test('are fewer at the ends of the text', () => {
    expect(surroundings('a quote b', 2, 7)).toEqual({ prefix: 'a ', suffix: ' b' });
    expect(surroundings('quote', 0, 5)).toEqual({ prefix: '', suffix: '' });
  });

  test('never hold half a surrogate pair', () => {
    const text = `👋${'a'.repeat(31)}quote${'b'.repeat(31)}👋`;

    const { prefix, suffix } = surroundings(text, 33, 38);

    expect(prefix).toBe('a'.repeat(31));
    expect(suffix).toBe('b'.repeat(31));
  });
});

test.each([
  [0, 0],
  [1, 1],
  [3, 2],
  [4, 3],
  [5, 4],
  [7, 5],
  [99, 5],
])('code unit %i is code point %i', (offset, point) => {
  expect(toCodePoints('a👋bc👋', offset)).toBe(point);
});

function refusalOf(act: () => unknown): unknown {
  try {
    act();
  } catch (refusal) {
    return refusal;
  }
  throw new Error('The quote was taken.');
}

function nearestOf(refusal: unknown): readonly Passage[] {
  if (!(refusal instanceof QuoteNotInArticle)) throw refusal;
  return refusal.nearest;
}
