import { describe, expect, test } from 'vitest';
import { articleOnPage } from '../../../extract/web-page/page.ts';
import { publishersOf } from '../../../schema/drafts/publishers.ts';
import { openRecord } from '../../kit/open-record.ts';
import { goldPages } from './gold-page.ts';
import { onrecordReader } from './page-readers.ts';
import { scoreOfPage } from './score-page.ts';

const pages = goldPages();
const articles = pages.filter(({ none }) => none === undefined);
const others = pages.filter(({ none }) => none !== undefined);

describe('of an article on a page nothing that a reader sees is lost or glued', () => {
  test.each(articles)('$name', (page) => {
    const { isToldApart, lost, glued } = scoreOfPage(page, onrecordReader(page.html));

    expect({ isToldApart, lost, glued }).toEqual({
      isToldApart: true,
      lost: [],
      glued: [],
    });
  });
});

test('pages that are no article are told apart', () => {
  const taken = others.filter(({ html }) => onrecordReader(html) !== null);

  expect(taken.map(({ name }) => name)).toEqual([]);
});

test('no date is told but the right one', () => {
  const wrong = articles.filter((page) => {
    const { facts } = scoreOfPage(page, onrecordReader(page.html));
    return facts.published === false || facts.modified === false;
  });

  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('a page is credited to the agency that its marks name for certain, and to no other', async () => {
  await using record = await openRecord();
  const credited = articles.filter(({ creditedTo }) => creditedTo !== undefined);

  const found = await Promise.all(
    credited.map(async ({ html }) => {
      const told = { ...articleOnPage(html), readBy: 'rules/1' };
      const { agency } = await publishersOf(record.db.reader, told);
      return agency?.name ?? 'none';
    }),
  );

  expect(credited.map(({ name }, at) => [name, found[at]])).toEqual(
    credited.map(({ name, creditedTo }) => [name, creditedTo]),
  );
});
