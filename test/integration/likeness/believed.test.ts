import { expect, test } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { sha256Of } from '../../../db/rules/article-content.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { committedEvents } from '../../kit/committed.ts';
import { NearTexts } from '../../kit/near-texts.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { tamper } from '../../kit/tamper.ts';
import { exported, exportFile, fileOf, imported, tally } from '../interchange/files.ts';

const words = new NearTexts(4).words(150);
const wire = words.join(' ');
const reprint = `HARBOUR — ${wire}`;
const other = new NearTexts(5).words(150).join(' ');

const article = (id: string, text: string, more: object = {}) => ({
  type: 'article',
  id,
  title: id,
  language: 'en',
  sha256: sha256Of(text),
  ...more,
});

/** The pairs on record, by the slugs of articles, each once. */
function pairsIn(path: string): string[] {
  const rows = rawRows<{ pair: string }>(
    path,
    `select a.slug || ' ' || b.slug as pair from likenesses
     join articles a on a.text_key = one join articles b on b.text_key = other
     where a.slug < b.slug order by 1`,
  );
  return rows.map(({ pair }) => pair);
}

test('what a line tells is believed until both texts are there, and kept where they bear it out', async () => {
  await using record = await openRecord();
  const ledger = fileOf([article('a', wire), article('b', reprint, { alike: ['a'] })]);
  await imported(record.db, ledger);
  expect(pairsIn(record.path)).toEqual(['a b']);

  await imported(record.db, fileOf([article('b', reprint, { text: reprint })]));
  expect(pairsIn(record.path)).toEqual(['a b']);
  await imported(record.db, fileOf([article('a', wire, { text: wire })]));

  expect(pairsIn(record.path)).toEqual(['a b']);
  expect(await verifyRecord(record.db)).toMatchObject({ faults: [], unverifiableCount: 0 });
});

test('what was believed and the texts do not bear out goes when the second of them comes', async () => {
  await using record = await openRecord();
  const ledger = [
    article('a', wire),
    article('b', other, { alike: ['a', `sha256:${sha256Of(wire)}`] }),
  ];
  await imported(record.db, fileOf(ledger));
  await imported(record.db, fileOf([article('b', other, { text: other })]));
  expect(pairsIn(record.path)).toEqual(['a b']);

  await imported(record.db, fileOf([article('a', wire, { text: wire })]));
  const again = await imported(record.db, fileOf(ledger));

  expect(pairsIn(record.path)).toEqual([]);
  expect(tally(again.counts)).toEqual({ article: [0, 2] });
});

test('a likeness of two articles on record may be told later, and an event tells it', async () => {
  await using record = await openRecord();
  await imported(record.db, fileOf([article('a', wire), article('b', reprint)]));
  const last = committedEvents(record.path).length;
  const told = fileOf([article('b', reprint, { alike: ['a'] })]);

  const first = await imported(record.db, told);
  const again = await imported(record.db, told);

  expect(pairsIn(record.path)).toEqual(['a b']);
  expect([first, again].map(({ counts }) => tally(counts).article)).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(committedEvents(record.path, last)).toMatchObject([
    { type: 'ARTICLE_CHANGED', payload: { before: { alike: [] } } },
  ]);
});

test('an export tells likeness where a text is missing alone, at the later line', async () => {
  await using record = await openRecord();
  const texts = { a: wire, b: reprint, c: `${wire} (ends)` };
  for (const [slug, text] of Object.entries(texts)) {
    await write(record.db, recordArticle, { slug, title: slug, language: 'en', text });
  }
  expect(await exported(record.db)).not.toContain('"alike"');

  await write(record.db, eraseArticleText, { article: { slug: 'b' }, reason: 'By a court.' });
  const lines = await exported(record.db);

  const alike = lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === 'article')
    .map(({ id, alike }) => [id, alike]);
  expect(alike).toEqual([
    ['a', undefined],
    ['b', ['a']],
    ['c', ['b']],
  ]);
  await using copy = await openRecord();
  await imported(copy.db, exportFile(lines));
  expect(pairsIn(copy.path)).toEqual(['a b', 'a c', 'b c']);
  expect(await exported(copy.db)).toBe(lines);
});

test('of an erased text nothing is left to compare it by, unless another outlet published it, too', async () => {
  await using record = await openRecord();
  const told = { title: 'A story', language: 'en', text: wire };
  const outlet = { name: 'The agency', kind: 'OUTLET', id: 'agency', type: 'actor' };
  await imported(record.db, fileOf([outlet]));
  await write(record.db, recordArticle, { ...told, slug: 'one' });
  await write(record.db, recordArticle, { ...told, slug: 'two', outlet: { slug: 'agency' } });
  const erase = (slug: string) =>
    write(record.db, eraseArticleText, { article: { slug }, reason: 'By a court.' });
  const left = () =>
    rawRows(
      record.path,
      'select folded is not null as folded, shingles, (select count(*) from sketches) as sketches from texts',
    );

  await erase('one');
  expect(left()).toEqual([{ folded: 1, shingles: 146, sketches: 1 }]);
  await erase('two');

  expect(left()).toEqual([{ folded: 0, shingles: null, sketches: 0 }]);
  await write(record.db, recordArticle, { ...told, slug: 'three', text: reprint });
  expect(pairsIn(record.path)).toEqual([]);
  expect(await verifyRecord(record.db)).toMatchObject({ faults: [] });
});

test('texts that were never compared are when the database is opened, and an interrupted comparing goes on', async () => {
  await using record = await openRecord();
  const texts = new NearTexts(6).take(90);
  for (const [index, text] of [...new Set(texts)].entries()) {
    await write(record.db, recordArticle, { slug: `a-${index}`, title: 'A', language: 'en', text });
  }
  const expected = pairsIn(record.path);
  expect(expected.length).toBeGreaterThan(50);
  await record.db.close();
  // As the migration leaves it.
  tamper(
    record.path,
    `update texts set folded = null, shingles = null, sketch = null;
     delete from sketches; delete from likenesses;
     insert into meta (name, value) values ('texts', 'to compare')`,
  );
  const of = new Set(texts).size;
  const progress: string[] = [];
  const onUpgrade = ({ step, done, of }: { step: string; done: number; of: number }) =>
    progress.push(`${step}: ${done} of ${of}`);

  const killed = openDatabase({
    url: `file:${record.path}`,
    onUpgrade: ({ step, done }) => {
      if (step === 'Keeping which texts are alike' && done > 0)
        throw new Error('It was killed after some of the texts.');
    },
  });
  await expect(killed).rejects.toThrow();
  const db = await openDatabase({ url: `file:${record.path}`, onUpgrade });
  const found = await verifyRecord(db);
  await db.close();

  expect(pairsIn(record.path)).toEqual(expected);
  expect(found).toMatchObject({ faults: [] });
  expect(progress).toContain(`Comparing texts: 50 of ${of}`);
  // What was kept before stays.
  expect(progress).toContain(`Keeping which texts are alike: 0 of ${of - 50}`);
  const told = progress.length;
  await (await openDatabase({ url: `file:${record.path}`, onUpgrade })).close();
  expect(progress).toHaveLength(told);
});
