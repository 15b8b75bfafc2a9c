import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { sampleRecord } from '../../../db/sample/sample.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
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

  const found = await verifyRecord(record.db);

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
  [
    'what a claim was',
    "update claim_history set status = 'QUESTIONED' where key = 1",
    { noun: 'claim', what: /history/ },
  ],
  [
    'what a claim is, where it was',
    "update claim_history set text = 'Another.' where key = 1",
    { noun: 'claim', what: /history/ },
  ],
  [
    'what a standing was',
    'delete from standing_history where claim = 1',
    { noun: 'claim', what: /history/ },
  ],
  [
    'that a stance was there',
    'delete from stance_history where key = 1',
    { noun: 'stance', what: /history/ },
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
  [
    'a draft that strangers find',
    'drop trigger search_of_public_claim_before; update claims set public_at = null, listed = 0 where key = 1',
    { noun: 'database', what: /other words than their own/ },
  ],
  [
    'an article that waits to be indexed',
    'insert into search_pending values (1)',
    { noun: 'database', what: /other words than their own/ },
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

  const { faults } = await verifyRecord(record.db);

  expect(faults).toContainEqual(
    expect.objectContaining({ noun, what: expect.stringMatching(what) }),
  );
});

const indexes: readonly (readonly [string, string, string])[] = [
  ['search_public_articles', 'title', 'outlet, body, forms'],
  ['search_public_actors', 'name', 'aliases, description, forms'],
  ['search_public_claims', 'text', 'wordings, forms'],
  ['search_all_articles', 'title', 'text, forms'],
  ['search_all_actors', 'name', 'body'],
  ['search_all_claims', 'text', 'forms'],
];

describe.each(indexes)('the index %s', (index, first, rest) => {
  const columns = `${first}, ${rest}`;
  const indexedAs = (words: string) => `
    create temp table told as select * from ${index}_words limit 1;
    insert into ${index} (${index}, rowid, ${columns}) select 'delete', key, ${columns} from told;
    insert into ${index} (rowid, ${columns}) select key, ${columns.replace(first, words)} from told`;

  test.each([
    ['out of which words were taken', indexedAs("''")],
    ['into which a word was put', indexedAs(`${first} || ' planted'`)],
    [
      'that lacks a thing',
      `insert into ${index} (${index}, rowid, ${columns}) select 'delete', key, ${columns} from ${index}_words limit 1`,
    ],
    [
      'that holds what nobody put on record',
      `insert into ${index} (rowid, ${first}) values (9999, 'planted')`,
    ],
  ])('%s is the one that is at fault', async (_name, sql) => {
    await using record = await openRecord({ copyOf: sound.path });
    tamper(record.path, sql);

    const { faults } = await verifyRecord(record.db);

    expect(faults).toEqual([
      {
        noun: 'database',
        id: index,
        what: 'the search finds things by other words than their own',
      },
    ]);
  });
});

test('an index is looked at between two writes, and changes nothing', async () => {
  await using record = await openRecord({ copyOf: sound.path });
  const before = rawRows(record.path, 'select * from search_public_claims_data');

  const looked = record.db.checkSearch();
  const written = write(record.db, recordActor, { name: 'Somebody', kind: 'PERSON' });

  expect(await looked).toEqual([]);
  expect(await written).toMatchObject({ created: true });
  expect(rawRows(record.path, 'select * from search_public_claims_data')).toEqual(before);
});
