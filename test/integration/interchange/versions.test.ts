import { expect, test } from 'vitest';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { exported, exportFile, faultsOf, fileOf, imported, sha256 } from './files.ts';

const texts = {
  first: 'The ferry sails at nine. It carries 120 people.',
  second: 'The ferry sails at ten. It carries 120 people.',
  third: 'The ferry sails at ten. Nobody is on it.',
};
type Name = keyof typeof texts;

const article = (id: Name, more: object = {}) => ({
  type: 'article',
  id,
  title: 'The ferry',
  language: 'en',
  outlet: 'courier',
  url: 'https://courier.example/ferry',
  sha256: sha256(texts[id]),
  text: texts[id],
  ...more,
});

const quoting = (name: Name, quote: string, more: object = {}) => ({
  type: 'stance',
  id: `courier-${name}-${quote.length}`,
  claim: 'sails',
  actor: 'courier',
  kind: 'ASSERTS',
  certainty: 'PLAIN',
  evidence: [{ article: name, quote, mode: 'NARRATED', ...more }],
});

const people = [
  { type: 'actor', id: 'courier', name: 'The Courier', kind: 'OUTLET' },
  { type: 'claim', id: 'sails', text: 'The ferry sails.', kind: 'FACT', language: 'en' },
];
const [actor, claim] = people;

const pages = [
  article('first', { publishedAt: '2026-11-10T08:00:00.000Z' }),
  article('second', { publishedOn: '2026-11-10', modifiedOn: '2026-11-11', supersedes: 'first' }),
  article('third', { modifiedAt: '2026-11-12T08:00:00.000Z', supersedes: 'second' }),
];

const story = fileOf([
  actor ?? {},
  ...pages,
  claim ?? {},
  quoting('second', 'The ferry sails at ten'),
  quoting('second', 'It carries 120 people'),
  quoting('third', 'sails at ten'),
]);

const stands = (path: string) =>
  rawRows(
    path,
    `select s.slug as stance, a.slug as version from (
       select key as evidence, article from evidence union select evidence, article from evidence_versions) v
     join evidence e on e.key = v.evidence join stances s on s.key = e.stance
     join articles a on a.key = v.article order by s.slug, a.slug`,
  );

test('dates and versions survive export and import, byte for byte', async () => {
  await using first = await openRecord();
  await imported(first.db, story);
  const text = await exported(first.db);
  await using second = await openRecord();
  await imported(second.db, exportFile(text));

  expect(await exported(second.db)).toBe(text);
  expect(stands(second.path)).toEqual(stands(first.path));
  expect(await verifyRecord(second.db)).toMatchObject({ faultCount: 0 });
  expect(text).toContain('"publishedOn":"2026-11-10","modifiedOn":"2026-11-11","supersedes"');
  expect(text).not.toContain('firstShownBy');
});

test('a line supersedes what it says, and nothing by itself', async () => {
  await using record = await openRecord();
  await imported(
    record.db,
    fileOf([
      ...people,
      article('first'),
      article('second'),
      article('third', { supersedes: 'first' }),
    ]),
  );

  const text = await exported(record.db);

  expect(text.match(/"supersedes":"\w+"/g)).toEqual(['"supersedes":"first"']);
  await using again = await openRecord();
  await imported(again.db, exportFile(text));
  expect(await exported(again.db)).toBe(text);
});

test('a file whose article was found to supersede another one since changes nothing', async () => {
  await using record = await openRecord();
  const lines = fileOf([...people, article('second', { modifiedAt: '2026-11-11T08:00:00Z' })]);
  await imported(record.db, lines);
  await write(record.db, recordArticle, {
    title: 'The ferry',
    language: 'en',
    outlet: { slug: 'courier' },
    url: 'https://courier.example/ferry',
    publishedAt: Date.parse('2026-11-10T08:00:00Z'),
    text: texts.first,
  });

  const { counts } = await imported(record.db, lines);

  expect(counts.article).toEqual({ created: 0, unchanged: 1 });
});

test('which version was the first with some words is told where texts do not say it', async () => {
  await using first = await openRecord();
  await imported(first.db, story);
  await write(first.db, eraseArticleText, { article: { slug: 'first' }, reason: 'A court.' });
  await write(first.db, eraseArticleText, { article: { slug: 'third' }, reason: 'A court.' });
  const before = stands(first.path);

  const text = await exported(first.db);
  await using second = await openRecord();
  await imported(second.db, exportFile(text));

  expect(text.match(/"firstShownBy":"\w+"/g)?.toSorted()).toEqual([
    '"firstShownBy":"first"',
    '"firstShownBy":"second"',
    '"firstShownBy":"second"',
  ]);
  expect(await exported(second.db)).toBe(text);
  expect(stands(first.path)).toEqual(before);
  for (const { db } of [first, second]) {
    expect(await verifyRecord(db)).toMatchObject({ faultCount: 0 });
  }
});

test('a ledger without texts believes it, and takes the texts that bear it out', async () => {
  const withoutText = pages.map(({ text, ...page }) => page);
  const place = (name: Name, quote: string) => {
    const start = texts[name].indexOf(quote);
    return { start, end: start + quote.length };
  };
  const told = (name: Name, quote: string, firstShownBy: Name) =>
    quoting(name, quote, { ...place(name, quote), firstShownBy });
  const stances = [
    told('second', 'The ferry sails at ten', 'second'),
    told('second', 'It carries 120 people', 'first'),
    told('third', 'sails at ten', 'second'),
  ];
  await using ledger = await openRecord();
  await imported(ledger.db, fileOf([actor ?? {}, ...withoutText, claim ?? {}, ...stances]));
  await using whole = await openRecord();
  await imported(whole.db, story);
  const text = await exported(ledger.db);
  await using copy = await openRecord();
  await imported(copy.db, exportFile(text));
  expect(await exported(copy.db)).toBe(text);
  expect(await verifyRecord(ledger.db)).toMatchObject({ faultCount: 0 });

  await imported(ledger.db, fileOf(pages));

  expect(stands(ledger.path)).toEqual(stands(whole.path));
  // Each record held the stances since another moment.
  const clockless = (file: string) => file.replaceAll(/"knownBy":"[^"]+",/g, '');
  expect(clockless(await exported(ledger.db))).toBe(clockless(await exported(whole.db)));
  expect(await verifyRecord(ledger.db)).toMatchObject({ faultCount: 0 });
});

test('a text that does not bear it out is refused, and nothing is written', async () => {
  const withoutText = pages.map(({ text, ...page }) => page);
  await using ledger = await openRecord();
  const untrue = quoting('second', 'It carries 120 people', {
    start: 24,
    end: 45,
    firstShownBy: 'second',
  });
  await imported(ledger.db, fileOf([actor ?? {}, ...withoutText, claim ?? {}, untrue]));

  expect(await faultsOf(ledger.db, fileOf(pages))).toEqual(['2 text INPUT_INVALID']);
});
