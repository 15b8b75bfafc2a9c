import { expect, test } from 'vitest';
import { importFiles } from '../../../db/interchange/import.ts';
import { sha256Of } from '../../../db/rules/article-content.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { NearTexts } from '../../kit/near-texts.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { owner } from '../../kit/owner.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { withRawRows } from '../../kit/raw-rows.ts';
import { exported, fileOf } from './files.ts';

const selects = [
  `select key, slug, name, kind, aliases, description, review, shown from actors`,
  `select key, sha256, folded, shingles, sketch from texts`,
  `select key, width, hex(entries) as entries from sketches`,
  `select one, other from likenesses`,
  `select key, slug, title, text, text_key, outlet, shown_outlet, credited_to, supersedes from articles`,
  `select key, slug, text, status, dispute, listed, shown, public_at is null as hidden from claims`,
  `select name, actor from actor_names order by name, actor`,
  `select key, slug, claim, actor, listed, counting, hearsay from stances`,
  `select noun, subject, name from awaited_references`,
];

const firstMoment = Date.parse('2031-01-01');

async function importedBy(lines: readonly object[], linesAtOnce: number): Promise<TestRecord> {
  const record = await openRecord({ now: () => firstMoment });
  await importFiles(record.db, [fileOf(lines)], { author: owner, linesAtOnce });
  return record;
}

/** What is on record, but for ids and the moments at which it came. */
async function told({ db, path }: TestRecord) {
  const { faults } = await verifyRecord(db);
  const rows = withRawRows(path, (ask) => selects.map((select) => ask(select)));
  const text = (await exported(db)).replaceAll(/"knownBy":"2031[^"]*"/g, '');
  return { rows, faults, text };
}

const articles = [...new Set(new NearTexts(5).take(90))].map((text, index) => ({
  type: 'article',
  id: `article-${index}`,
  title: 'A story',
  language: 'en',
  sha256: sha256Of(text),
  ...(index % 7 === 6 ? {} : { text }),
  ...(index % 11 === 10 ? { supersedes: `article-${index - 4}` } : {}),
}));

test.each([
  ['texts that are nearly others', articles],
  ['a random record', randomRecord(4)],
  ['another', randomRecord(9)],
])('lines that are recorded at once bring what they bring one by one: %s', async (_name, lines) => {
  await using alone = await importedBy(lines, 1);
  await using atOnce = await importedBy(lines, 2000);

  const brought = await told(atOnce);

  expect(brought.faults).toEqual([]);
  expect(brought).toEqual(await told(alone));
});

test('what a run of articles brings late is superseded by those that await it', async () => {
  const [first, ...more] = articles.slice(0, 6);
  const waiting = { ...more.at(-1), supersedes: 'article-0' };

  await using record = await importedBy([waiting, ...more.slice(0, -1), first ?? {}], 2000);

  const { rows, faults } = await told(record);
  expect(faults).toEqual([]);
  expect(rows[4]).toContainEqual(expect.objectContaining({ slug: 'article-5', supersedes: 6 }));
  expect(rows[8]).toEqual([]);
});
