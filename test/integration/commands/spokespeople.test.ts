import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { endAffiliation } from '../../../db/commands/end-affiliation.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { ingestArticle } from '../../../db/commands/ingest-article.ts';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordAffiliation } from '../../../db/commands/record-affiliation.ts';
import { reviewStance } from '../../../db/commands/review-stance.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { recordHarbour } from '../../kit/harbour.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { tamper } from '../../kit/tamper.ts';
import { exported, exportFile, imported } from '../interchange/files.ts';

const quote = 'The pier is safe';
const text = `${quote}, said Tom Hale, who speaks for the mayor.`;
const article = { slug: 'pier-story' };

/** A record with a draft of one who speaks for the mayor, by so many of the mayor’s names. */
async function openDrafted(names: readonly string[] = ['mayor']): Promise<TestRecord> {
  const record = await openRecord({ filled: recordHarbour });
  await write(record.db, ingestArticle, {
    ...article,
    title: 'The pier',
    language: 'en',
    outlet: { slug: 'gazette' },
    text,
    extractor: 'rules/1',
    known: {
      ...Object.fromEntries(names.map((name) => [name, { slug: 'mayor' }])),
      gazette: { slug: 'gazette' },
    },
    drafts: {
      actors: [{ id: 'tom-hale', name: 'Tom Hale', kind: 'PERSON', aliases: [] }],
      claims: [{ id: 'safe', text: 'The pier is safe.', kind: 'FACT' }],
      affiliations: names.map((of) => ({ actor: 'tom-hale', of, role: 'wordsmith' })),
      stances: [
        {
          claim: 'safe',
          actor: 'tom-hale',
          kind: 'ASSERTS',
          certainty: 'PLAIN',
          evidence: {
            quote,
            start: 0,
            end: quote.length,
            mode: 'DIRECT',
            attribution: ['gazette', 'tom-hale'],
            confidence: 0.9,
          },
        },
      ],
    },
  });
  return record;
}

function draftIn(path: string): { readonly slug: string } {
  const [draft] = rawRows<{ slug: string }>(path, 'select slug from stances');
  if (draft === undefined) throw new Error('There is no draft.');
  return draft;
}

const affiliationsIn = (path: string) =>
  rawRows(
    path,
    `select a.slug as actor, o.slug as "of", role from affiliations
     join actors a on a.key = actor join actors o on o.key = of_actor order by affiliations.key`,
  );

const brought = [{ actor: 'tom-hale', of: 'mayor', role: 'wordsmith' }];
const hale = { actor: { slug: 'tom-hale' }, of: { slug: 'mayor' }, kind: 'SPEAKS_FOR' } as const;
const accept = (db: Database, path: string) =>
  write(db, reviewStance, { stance: draftIn(path), review: 'VERIFIED' });

test.each([
  ['by one name', ['mayor']],
  ['by two names of one', ['mayor', 'major']],
])('a draft that is accepted brings along whom its actor speaks for: %s', async (_name, names) => {
  await using record = await openDrafted(names);
  expect(affiliationsIn(record.path)).toEqual([]);

  await accept(record.db, record.path);

  expect(affiliationsIn(record.path)).toEqual(brought);
  expect(await verifyRecord(record.db)).toMatchObject({ faults: [] });
});

const own = { ...brought[0], role: null };

test.each<[string, (db: Database, path: string) => Promise<unknown>, unknown[]]>([
  [
    'the text was erased',
    (db) => write(db, eraseArticleText, { article, reason: 'Ordered by a court.' }),
    [],
  ],
  [
    'it is accepted as another’s',
    (db, path) =>
      write(db, reviewStance, {
        stance: draftIn(path),
        review: 'VERIFIED',
        actor: { slug: 'courier' },
      }),
    [],
  ],
  ['both are on record so', (db) => write(db, recordAffiliation, hale), [own]],
  [
    'both were on record so until a day',
    async (db) => {
      const { id } = await write(db, recordAffiliation, hale);
      await write(db, endAffiliation, { affiliation: { id }, until: '2020-12-31' });
    },
    [own],
  ],
  [
    'both are one',
    (db) =>
      write(db, mergeActors, {
        from: { slug: 'tom-hale' },
        into: { slug: 'mayor' },
        judgement: 'CONFIRMED',
      }),
    [],
  ],
])('none where %s', async (_name, before, expected) => {
  await using record = await openDrafted();
  await before(record.db, record.path);

  await accept(record.db, record.path);

  expect(affiliationsIn(record.path)).toEqual(expected);
  expect(await verifyRecord(record.db)).toMatchObject({ faults: [] });
});

test('a draft that is rejected or withdrawn brings none', async () => {
  await using record = await openDrafted();
  const { db, path } = record;

  await write(db, reviewStance, { stance: draftIn(path), review: 'REJECTED' });
  await write(db, withdrawStance, { stance: draftIn(path), reason: 'Another pier.' });

  expect(affiliationsIn(path)).toEqual([]);
});

test('of an erased text nothing is left of whom it said that somebody speaks for', async () => {
  await using record = await openDrafted();

  await write(record.db, eraseArticleText, { article, reason: 'Ordered by a court.' });

  expect(rawRows(record.path, 'select * from affiliation_drafts')).toEqual([]);
});

test('an export has no line for it', async () => {
  await using record = await openDrafted();
  await using other = await openRecord();
  const lines = await exported(record.db);
  expect(lines).not.toContain('wordsmith');
  await imported(other.db, exportFile(lines));

  await accept(other.db, other.path);

  expect(affiliationsIn(other.path)).toEqual([]);
});

test('verify finds one that is of nobody', async () => {
  await using record = await openDrafted();
  tamper(record.path, 'update affiliation_drafts set of_actor = 999');

  const { faults } = await verifyRecord(record.db);

  expect(faults).toEqual([expect.objectContaining({ id: 'affiliation_drafts 1' })]);
});
