import { foundNouns, searchNumber } from '../queries/search.ts';
import {
  actorsToVerify,
  articlesToVerify,
  claimsToVerify,
  publicWordsAmiss,
  searchCounts,
  searchRows,
} from '../queries/verify.ts';
import type { Reader, Statement } from '../read/read.ts';
import { pages } from './pages.ts';
import type { Report } from './report.ts';

/** What is to be found, under which number of the search index, by which words. */
interface Findable {
  readonly noun: 'article' | 'actor' | 'claim';
  readonly id: string;
  readonly key: number;
  readonly row: number;
  readonly words: string;
}

/** Everything that is to be found is found by its present words, and nothing else is. */
export async function verifySearch(reader: Reader, report: Report): Promise<void> {
  const rows = <Row extends { readonly key: number }>(
    statement: Statement<Row>,
    findable: (row: Row) => Findable,
  ) => verifyRows(pages(reader, statement, 100), { reader, report, findable });
  await rows(articlesToVerify, ({ id, key, title, text }) => ({
    noun: 'article',
    id,
    key,
    row: searchNumber('article', key),
    words: `${title}\n${text ?? ''}`,
  }));
  await rows(actorsToVerify, ({ id, key, name, aliases, description }) => {
    report.checked.actors += 1;
    const words = [name, ...aliases, description ?? ''].join('\n');
    return { noun: 'actor', id, key, row: searchNumber('actor', key), words };
  });
  await rows(claimsToVerify, ({ id, key, text }) => ({
    noun: 'claim',
    id,
    key,
    row: searchNumber('claim', key),
    words: `${text}\n`,
  }));
  const [counts] = await reader.read(searchCounts);
  if (counts !== undefined && counts.indexed > counts.findable) {
    const surplus = counts.indexed - counts.findable;
    report.fault('database', 'search', `it finds ${surplus} things that are not on record`);
  }
}

async function verifyRows<Row>(
  all: AsyncIterable<readonly Row[]>,
  {
    reader,
    report,
    findable,
  }: {
    readonly reader: Reader;
    readonly report: Report;
    readonly findable: (row: Row) => Findable;
  },
): Promise<void> {
  for await (const page of all) {
    const expected = page.map(findable);
    const keys = JSON.stringify(expected.map(({ row }) => row));
    const rows = await reader.read(searchRows, { keys });
    const indexed = new Map(rows.map(({ rowid, title, body }) => [rowid, `${title}\n${body}`]));
    for (const { noun, id, row, words } of expected) {
      const found = indexed.get(row);
      if (found === undefined) report.fault(noun, id, 'the search does not find it');
      else if (found !== words)
        report.fault(noun, id, 'the search finds it by other words than its own');
    }
    await verifyPublicWords(expected, { reader, report });
  }
}

/** What strangers find it by is what they may read. */
async function verifyPublicWords(
  things: readonly Findable[],
  { reader, report }: { readonly reader: Reader; readonly report: Report },
): Promise<void> {
  const [first] = things;
  if (first === undefined) return;
  const amiss = await reader.read(publicWordsAmiss, {
    noun: foundNouns.indexOf(first.noun),
    keys: JSON.stringify(things.map(({ key }) => key)),
  });
  const keys = new Set(amiss.map(({ key }) => key));
  for (const { id, key, noun } of things) {
    if (keys.has(key))
      report.fault(noun, id, 'strangers find it by other words than they may read');
  }
}
