import { describe, expect, test } from 'vitest';
import { goldPages } from './gold-page.ts';
import { onrecordReader } from './page-readers.ts';
import { scoreOfPage } from './score-page.ts';

const pages = goldPages();
const articles = pages.filter(({ none }) => none === undefined);
const others = pages.filter(({ none }) => none !== undefined);

describe('a page of an article', () => {
  test.each(articles)('$name: nothing that a reader sees is lost or glued', (page) => {
    const { lost, glued, facts } = scoreOfPage(page, onrecordReader(page.html));

    expect({ lost, glued, title: facts.title }).toEqual({ lost: [], glued: [], title: true });
  });
});

describe('a page without an article', () => {
  test.each(others)('$name: $none', ({ html }) => {
    expect(onrecordReader(html)).toBeNull();
  });
});
