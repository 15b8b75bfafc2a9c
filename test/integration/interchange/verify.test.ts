import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicWordsAmiss } from '../../../db/queries/verify.ts';
import { sampleRecord } from '../../../db/sample/sample.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { tamper } from '../../kit/tamper.ts';
import { everyLine } from './every-line.ts';
import { imported } from './files.ts';

let sound: TestRecord;
beforeAll(async () => {
  sound = await openRecord();
  await imported(sound.db, sampleRecord);
  await sound.db.close();
});
afterAll(() => sound?.[Symbol.asyncDispose]());

test('a sound record has no faults, and texts that are not there are no faults', async () => {
  await using record = await openRecord();
  await imported(record.db, sampleRecord, everyLine);

  const found = await verifyRecord(record.db.reader);

  expect(found).toMatchObject({ faults: [], faultCount: 0, unverifiable: [], withoutTextCount: 2 });
});

const tampered: readonly (readonly [string, string, { noun: string; what: RegExp }])[] = [
  [
    'a text',
    "update articles set text = text || '!' where slug = 'moscow-says-no'",
    { noun: 'article', what: /has the hash/ },
  ],
  [
    'a quote',
    "update evidence set quote = 'Moscow says so' where quote = 'Moscow says no'",
    { noun: 'evidence', what: /does not stand at 0 to 14/ },
  ],
  [
    'a suffix',
    "update evidence set suffix = 'x' where quote = 'Moscow says no'",
    { noun: 'evidence', what: /suffix/ },
  ],
  [
    'a chain',
    'delete from attributions where evidence = 1 and position = 1',
    { noun: 'evidence', what: /chain/ },
  ],
  [
    'a status',
    "update claims set status = 'DENIED' where slug = 'call-happened'",
    { noun: 'claim', what: /status is stored as DENIED, and is DISPUTED/ },
  ],
  [
    'a standing',
    "update standings set standing = '{}' where claim = 1",
    { noun: 'claim', what: /stored standing/ },
  ],
  [
    'a stance that counts',
    'update stances set counting = 0 where key = 1',
    { noun: 'stance', what: /counting/ },
  ],
  ['an event', 'delete from events where seq = 5', { noun: 'event', what: /follows upon 4/ }],
  ['a moment', 'update events set at = 1 where seq = 5', { noun: 'event', what: /not later/ }],
  [
    'a row that nothing told of',
    'update actors set recorded_at = 1 where key = 1',
    { noun: 'actor', what: /no event/ },
  ],
  [
    'a reference',
    'update stances set claim = 999 where key = 1',
    { noun: 'database', what: /claims/ },
  ],
  ['the search', 'delete from search where rowid = 4', { noun: 'article', what: /does not find/ }],
  [
    'the words of the search',
    "update search set title = 'x' where rowid = 5",
    { noun: 'actor', what: /other words/ },
  ],
  [
    'the search of strangers',
    'delete from search_public where rowid = 4',
    { noun: 'article', what: /than they may read/ },
  ],
  [
    'the words of the search of strangers',
    "update search_public set body = 'x' where rowid = 5",
    { noun: 'actor', what: /than they may read/ },
  ],
  [
    'what strangers find and nobody put on record',
    "insert into search_public (rowid, title, outlet, body) values (7, 'x', '', '')",
    { noun: 'database', what: /not on record/ },
  ],
  [
    'a draft that strangers find',
    'drop trigger search_public_of_claim; update claims set public_at = null where key = 1',
    { noun: 'claim', what: /than they may read/ },
  ],
  [
    'a name that texts use',
    "update actor_names set name = name || 'x' where actor = 1",
    { noun: 'actor', what: /other names/ },
  ],
  [
    'what texts use of names',
    'delete from actor_names where actor = 1',
    { noun: 'actor', what: /other names/ },
  ],
  [
    'a likeness that is none',
    'insert into likenesses values (1, 2), (2, 1)',
    { noun: 'article', what: /not alike to 1 that are stored/ },
  ],
  [
    'a likeness one way',
    'insert into likenesses values (1, 2)',
    { noun: 'article', what: /alike to one that is not alike to it/ },
  ],
  [
    'what a text is compared by',
    "update texts set folded = 'x' where key = 1",
    { noun: 'article', what: /not that of its words/ },
  ],
  [
    'a sketch',
    'update sketches set entries = zeroblob(length(entries)) where key = 1',
    { noun: 'article', what: /not that of its words/ },
  ],
  [
    'the text of an article',
    'update articles set text_key = 2 where key = 1',
    { noun: 'article', what: /the text of another hash/ },
  ],
];

test.each(tampered)('%s that was tampered with is a fault', async (_name, sql, { noun, what }) => {
  await using record = await openRecord({ copyOf: sound.path });
  tamper(record.path, sql);

  const { faults } = await verifyRecord(record.db.reader);

  expect(faults).toContainEqual(
    expect.objectContaining({ noun, what: expect.stringMatching(what) }),
  );
});

test('what strangers find is looked at page by page, and not all that is on record for each', async () => {
  await using record = await openRecord();
  const { text, parameters } = publicWordsAmiss;

  const plan = rawRows<{ detail: string }>(
    record.path,
    `explain query plan ${text}`,
    ...parameters.map(() => 1),
  ).map(({ detail }) => detail);

  expect(plan.filter((detail) => /^SCAN (articles|actors|claims)/.test(detail))).toEqual([]);
  expect(plan).toContain('SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)');
});
