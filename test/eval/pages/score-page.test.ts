import { expect, test } from 'vitest';
import type { GoldPage } from './gold-page.ts';
import { type PageFound, scoreOfPage } from './score-page.ts';

const page: GoldPage = {
  name: 'a page',
  html: '',
  none: undefined,
  title: 'Ferry talks stall',
  paragraphs: [
    ['The mayor denied it.'],
    ['She said so twice.', 'She said so.'],
    ['Nobody asked her.'],
  ],
  chrome: ['Share this'],
  published: '2024-01-12T17:05:00Z',
  modified: undefined,
  byline: 'Ann Hollis, Peter Osk',
  language: undefined,
  url: undefined,
  creditedTo: undefined,
};

const found = (text: string, told: Partial<PageFound> = {}): PageFound => ({
  title: 'Ferry talks stall',
  text,
  published: undefined,
  modified: undefined,
  byline: undefined,
  language: undefined,
  url: undefined,
  ...told,
});

test('spaces and line ends of all kinds are one', () => {
  const score = scoreOfPage(
    page,
    found('The mayor\u2009denied\nit.\n\nShe said so.\u00a0Nobody asked her.'),
  );

  expect(score).toMatchObject({ lost: [], glued: [], moved: [] });
});

test.each([
  [
    'into a neighbour',
    'The mayor denied it.She said so. Nobody asked her.',
    'The mayor denied it.',
  ],
  ['into each other', 'The mayordenied it. She said so. Nobody asked her.', 'The mayor denied it.'],
  ['apart', 'The ma yor denied it. She said so. Nobody asked her.', 'The mayor denied it.'],
])('words that run %s are glued', (_, text, words) => {
  const { lost, glued } = scoreOfPage(page, found(text));

  expect({ lost, glued: glued[0] }).toEqual({ lost: [], glued: words });
});

test('a paragraph of which a word is missing is lost', () => {
  const { lost } = scoreOfPage(page, found('The mayor denied. She said so. Nobody asked her.'));

  expect(lost).toEqual(['The mayor denied it.']);
});

test('chrome counts where no paragraph says the same', () => {
  const quoting = { ...page, paragraphs: [['“Share this”, she said.']] };

  expect(scoreOfPage(quoting, found('“Share this”, she said.')).letIn).toEqual([]);
  expect(scoreOfPage(quoting, found('“Share this”, she said.\nShare this')).letIn).toEqual([
    'Share this',
  ]);
});

test('a moment is right at any offset, a day only as a day', () => {
  const published = (told: string | undefined, right = page.published) =>
    scoreOfPage({ ...page, published: right }, found('', { published: told })).facts.published;

  expect(published('2024-01-12T18:05:00+01:00')).toBe(true);
  expect(published('2024-01-12')).toBe(false);
  expect(published(undefined)).toBe(false);
  expect(published('2024-01-12T00:00:00Z', '2024-01-12')).toBe(false);
  expect(published('2024-01-12', undefined)).toBe(false);
});

test('names are compared one by one, and what is not measured is not told', () => {
  const { facts } = scoreOfPage(page, found('', { byline: 'Ann Hollis and Peter Osk' }));

  expect(facts).toEqual({ title: true, published: false, modified: true, byline: true });
});

test('where there is no article, finding none is right', () => {
  const home = { ...page, none: 'home' };

  expect(scoreOfPage(home, null)).toMatchObject({ isToldApart: true, paragraphs: 0 });
  expect(scoreOfPage(home, found('Words'))).toMatchObject({ isToldApart: false });
  expect(scoreOfPage(page, null)).toMatchObject({ isToldApart: false, facts: { title: false } });
});
