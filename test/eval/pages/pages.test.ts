import { expect, test } from 'vitest';
import { articleOnPage } from '../../../extract/web-page/page.ts';
import { publishersOf } from '../../../schema/drafts/publishers.ts';
import { openRecord } from '../../kit/open-record.ts';
import { goldPages } from './gold-page.ts';
import { onrecordReader } from './page-readers.ts';
import { scoreOfPage } from './score-page.ts';

const pages = goldPages();
const articles = pages.filter(({ none }) => none === undefined);
const others = pages.filter(({ none }) => none !== undefined);

const scores = articles.map((page) => scoreOfPage(page, onrecordReader(page.html)));

test.each(scores)(
  'nothing that a reader sees of the article is lost or glued: $name',
  ({ isToldApart, lost, glued }) => {
    expect({ isToldApart, lost, glued }).toEqual({ isToldApart: true, lost: [], glued: [] });
  },
);

test('no more of what stands around articles is let in than is known', () => {
  expect(scores.flatMap(({ letIn }) => letIn).length).toBeLessThanOrEqual(60);
});

test('pages that are no article are told apart', () => {
  const taken = others.filter(({ html }) => onrecordReader(html) !== null);

  expect(taken.map(({ name }) => name)).toEqual([]);
});

test('no date, language or address is told but the right one', () => {
  const wrong = scores.filter(({ facts }) =>
    ['published', 'modified', 'language', 'url'].some((fact) => Object(facts)[fact] === false),
  );

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
