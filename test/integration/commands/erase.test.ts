import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addEvidence } from '../../../db/commands/add-evidence.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { updateActor } from '../../../db/commands/update-actor.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { updateClaim } from '../../../db/commands/update-claim.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { committedEvents } from '../../kit/committed.ts';
import {
  bridgePromised,
  bridgeStory,
  gazetteReports,
  mayorDenies,
  recordHarbour,
} from '../../kit/harbour.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { expectRefused } from '../../kit/refused.ts';
import { exported, exportFile, fileOf, imported, sha256, tally } from '../interchange/files.ts';

const order = { article: { slug: 'bridge-story' }, reason: 'Ordered by a court.' };

/** A record with a disputed claim, shown by words of one article. */
async function openDispute(): Promise<TestRecord> {
  const record = await openRecord({ filled: recordHarbour });
  await write(record.db, recordClaim, bridgePromised);
  await write(record.db, recordStance, gazetteReports);
  await write(record.db, recordStance, mayorDenies);
  return record;
}

/** Those of the words that stand in the file or in its log. */
function leftIn(path: string, words: readonly string[]): string[] {
  const bytes = ['', '-wal'].map((ending) => readFileSync(`${path}${ending}`));
  return words.filter((word) => bytes.some((held) => held.includes(word)));
}

// Words of the text that stand in no title, name or claim.
const words = ['narrow', 'Tuesday', 'drawn up in March', '🌉', 'one lane', 'never promised'];

test('the text and the quotes of an article go, its hash, offsets and standings stay', async () => {
  await using record = await openDispute();
  const select = 'select start, "end", mode, cue from evidence order by key';
  const before = rawRows(record.path, select);
  const standings = rawRows(record.path, 'select * from standings');

  const { seq } = await write(record.db, eraseArticleText, order);

  expect(rawRows(record.path, 'select text, sha256, title from articles')).toEqual([
    { text: null, sha256: sha256(bridgeStory), title: 'Mayor denies promise' },
  ]);
  expect(rawRows(record.path, 'select distinct quote, prefix, suffix from evidence')).toEqual([
    { quote: null, prefix: '', suffix: '' },
  ]);
  expect(rawRows(record.path, select)).toEqual(before);
  expect(rawRows(record.path, 'select * from standings')).toEqual(standings);
  expect(committedEvents(record.path).at(-1)).toMatchObject({
    seq,
    type: 'ARTICLE_ERASED',
    visibility: 'PUBLIC',
  });
});

test('no word of it is left in the file and its log once they are compacted', async () => {
  await using record = await openDispute();
  // Moves the text about, so that copies of it lie in what was freed.
  for (const title of ['One', 'Two', 'Three']) {
    await write(record.db, updateArticle, { article: order.article, title });
  }
  expect(leftIn(record.path, words)).toEqual(words);

  await write(record.db, eraseArticleText, order);
  await record.db.compact();

  expect(leftIn(record.path, words)).toEqual([]);
  expect(rawRows(record.path, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

/** The indexes whose bytes hold the ending of a word: of a word they keep what it does not share with the one before it. */
function indexesHolding(path: string, ending: string): string[] {
  const names = rawRows<{ name: string }>(
    path,
    "select name from sqlite_schema where name like 'search%_data'",
  );
  return names.flatMap(({ name }) => {
    const blocks = rawRows<{ bytes: string }>(path, `select hex(block) as bytes from ${name}`);
    const held = blocks.some(({ bytes }) => Buffer.from(bytes, 'hex').includes(ending));
    return held ? name.replace('_data', '') : [];
  });
}

test('no index of the search holds a word of it once it is compacted, and what was corrected is held by that of former words alone', async () => {
  await using record = await openDispute();
  const [claim, actor] = [{ slug: 'bridge-promised' }, { slug: 'mayor' }];
  await write(record.db, updateClaim, { claim, text: 'A quibblesome bridge was promised.' });
  await write(record.db, updateActor, { actor, name: 'The zarzuela' });
  await write(record.db, updateClaim, { claim, text: bridgePromised.text });
  await write(record.db, updateActor, { actor, name: 'The mayor' });
  await write(record.db, updateArticle, { article: order.article, textIsPublic: true });
  const held = () =>
    ['uesdai', 'ibblesom', 'rzuela'].map((end) => indexesHolding(record.path, end));
  const [ofArticles, ofClaims, ofActors] = ['articles', 'claims', 'actors'].map((nouns) => [
    expect.stringMatching(`^search_(all|public)_${nouns}$`),
    expect.stringMatching(`^search_(all|public)_${nouns}$`),
  ]);
  const former = [[], ['search_former_claims'], ['search_former_actors']];
  expect(held()).toEqual([
    ofArticles,
    expect.arrayContaining([...(ofClaims ?? []), ...(former[1] ?? [])]),
    expect.arrayContaining([...(ofActors ?? []), ...(former[2] ?? [])]),
  ]);

  await write(record.db, eraseArticleText, order);
  await record.db.compact();

  expect(held()).toEqual(former);
  // What the title of the article promises stays, and the claim.
  expect(indexesHolding(record.path, 'romis').sort()).toEqual([
    'search_all_articles',
    'search_all_claims',
    'search_former_claims',
    'search_public_articles',
    'search_public_claims',
  ]);
  expect(await record.db.checkSearch()).toEqual([]);
});

test('reads and writes go on around the compacting', async () => {
  await using record = await openDispute();
  await write(record.db, eraseArticleText, order);

  const compacting = record.db.compact();
  const written = write(record.db, recordArticle, {
    title: 'Another',
    language: 'en',
    text: 'Another text.',
  });
  const verified = await verifyRecord(record.db);
  await compacting;

  expect(verified.faults).toEqual([]);
  expect(await written).toMatchObject({ created: true });
  expect(rawRows(record.path, 'select count(*) as n from articles')).toEqual([{ n: 2 }]);
});

test('verify says so of the article and of each quote, and finds no fault', async () => {
  await using record = await openDispute();
  await write(record.db, eraseArticleText, order);

  const found = await verifyRecord(record.db);

  expect(found.faults).toEqual([]);
  expect(found.unverifiable.map(({ noun, what }) => [noun, what.slice(0, 7)])).toEqual([
    ['article', 'ERASED:'],
    ['evidence', 'ERASED:'],
    ['evidence', 'ERASED:'],
  ]);
});

test('what was erased stays so: the text is not taken again, and nothing more is quoted', async () => {
  await using record = await openDispute();
  await write(record.db, eraseArticleText, order);
  const head = committedEvents(record.path).length;

  const again = await write(record.db, eraseArticleText, { ...order, reason: 'Once more.' });
  const text = { title: 'Mayor denies promise', language: 'en', text: bridgeStory };
  const outlet = { outlet: { slug: 'gazette' } };
  const recorded = await write(record.db, recordArticle, { ...text, ...outlet });
  const quoting = {
    article: order.article,
    stance: { slug: 'mayor-denies' },
    quote: 'never',
    start: 66,
    end: 71,
    mode: 'DIRECT',
  } as const;

  expect(again.created).toBe(false);
  expect(recorded.created).toBe(false);
  await expectRefused(record, [addEvidence, quoting], {
    code: 'INPUT_INVALID',
    path: ['quote'],
    message: 'The text of bridge-story was erased: it is quoted no more.',
  });
  expect(committedEvents(record.path)).toHaveLength(head);
});

describe('an export of an erased article', () => {
  test('is imported elsewhere and exported again byte for byte', async () => {
    await using record = await openDispute();
    await write(record.db, eraseArticleText, order);
    const text = await exported(record.db);
    await using other = await openRecord();

    await imported(other.db, exportFile(text));

    expect(text).toContain('"erased":{"reason":"Ordered by a court."}');
    expect(await exported(other.db)).toBe(text);
    const found = await verifyRecord(other.db);
    expect(found).toMatchObject({ faults: [], unverifiableCount: 3 });
    expect(found.unverifiable[0]?.what).toMatch(/^ERASED/);
  });

  test('changes nothing where the article is erased, and neither does the file of before', async () => {
    await using record = await openDispute();
    const before = await exported(record.db);
    await write(record.db, eraseArticleText, order);
    const after = await exported(record.db);

    const { counts: old } = await imported(record.db, exportFile(before));
    const { counts: own } = await imported(record.db, exportFile(after));

    for (const counts of [old, own]) {
      expect(Object.values(tally(counts)).map(([created]) => created)).toEqual(
        Object.keys(tally(counts)).map(() => 0),
      );
    }
    expect(await exported(record.db)).toBe(after);
  });

  test('is refused where the text is still on record', async () => {
    await using record = await openDispute();
    await using other = await openDispute();
    await write(record.db, eraseArticleText, order);

    const importing = imported(other.db, exportFile(await exported(record.db)));

    await expect(importing).rejects.toMatchObject({
      faults: [{ refusal: { code: 'CONFLICT', keys: ['erased'] } }],
    });
  });
});

test('a quote and its place are not both missing, and nothing is quoted from an erased article', async () => {
  await using record = await openDispute();
  const evidence = { article: 'bridge-story', start: 0, end: 4, mode: 'DIRECT' };
  const stance = {
    type: 'stance',
    id: 's',
    claim: 'bridge-promised',
    actor: 'mayor',
    kind: 'DENIES',
    certainty: 'PLAIN',
    evidence: [evidence],
  };

  const nowhere = { article: 'bridge-story', mode: 'DIRECT' };
  const unquoted = { ...stance, evidence: [nowhere] };
  await expect(imported(record.db, fileOf([unquoted]))).rejects.toMatchObject({
    faults: [{ refusal: { path: ['evidence', '0', 'quote'] } }],
  });

  await write(record.db, eraseArticleText, order);
  const told = { ...stance, evidence: [{ ...evidence, quote: 'The ' }] };
  await expect(imported(record.db, fileOf([told]))).rejects.toMatchObject({
    faults: [{ refusal: { message: expect.stringContaining('was erased') } }],
  });
});
