import { describe, expect, test } from 'vitest';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { importFiles } from '../../../db/interchange/import.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { everything } from '../../kit/committed.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { owner, write } from '../../kit/owner.ts';
import { exported, faultsOf, fileOf, imported, sha256, tally } from './files.ts';

const story = 'The mayor said that they met. The builder denied it. The clerk said no word.';
const gazette = { type: 'actor', id: 'gazette', name: 'Gazette', kind: 'OUTLET' };
const mayor = { type: 'actor', id: 'mayor', name: 'Mayor', kind: 'PERSON', aliases: ['M.'] };
const builder = { type: 'actor', id: 'builder', name: 'Builder', kind: 'PERSON', wikidataId: 'Q1' };
const speaksFor = { type: 'affiliation', actor: 'mayor', of: 'gazette', kind: 'MEMBER_OF' };
const article = {
  type: 'article',
  id: 'story',
  title: 'Story',
  language: 'en',
  outlet: 'gazette',
  sha256: sha256(story),
  text: story,
};
const met = {
  type: 'claim',
  id: 'met',
  text: 'They met.',
  kind: 'FACT',
  language: 'en',
  topics: ['town'],
};
const silent = { ...met, id: 'silent', text: 'The clerk said no word.' };
const piece = (quote: string) => ({ article: 'story', quote, mode: 'INDIRECT' });
const stance = (id: string, more: object = {}) => ({
  type: 'stance',
  id,
  claim: 'met',
  actor: 'mayor',
  kind: 'ASSERTS',
  certainty: 'PLAIN',
  evidence: [piece('they met')],
  ...more,
});
const onRecord = [
  gazette,
  mayor,
  builder,
  speaksFor,
  article,
  met,
  silent,
  stance('mayor-asserts'),
];

const denial = stance('builder-denies', {
  actor: 'builder',
  kind: 'DENIES',
  evidence: [piece('The builder denied it')],
});
/** The same with other content in many places, and something new. */
const theirs = [
  gazette,
  { ...mayor, name: 'The mayor', aliases: ['M.', 'Madam'] },
  { ...builder, wikidataId: 'Q2', aliases: ['B.'] },
  { ...speaksFor, actor: 'builder' },
  { ...speaksFor, role: 'reader' },
  { ...article, title: 'Another story' },
  { ...met, topics: ['town', 'bridge'], language: 'fr' },
  { ...silent, text: 'The clerk was silent.', topics: ['silence'] },
  stance('mayor-asserts', {
    certainty: 'FIRM',
    evidence: [piece('they met'), piece('mayor said')],
  }),
  stance('on-silent', { claim: 'silent' }),
  stance('gazette-denies', { actor: 'gazette', kind: 'DENIES', note: 'In print.' }),
];

async function openWith(lines: readonly object[]): Promise<TestRecord> {
  const record = await openRecord();
  await imported(record.db, fileOf(lines));
  return record;
}

interface Choices {
  readonly onConflict: 'FAIL' | 'KEEP' | 'ADD';
  readonly dryRun?: boolean;
}

function importedSo({ db }: TestRecord, lines: readonly object[], choices: Choices) {
  return importFiles(db, [fileOf(lines)], { author: owner, ...choices });
}

function keptLines(kept: readonly { line: number; reference: string; keys: readonly string[] }[]) {
  return kept.map(({ line, reference, keys }) => `${line} ${reference}: ${keys.join(' ')}`);
}

async function lineOf(record: TestRecord, id: string): Promise<unknown> {
  const lines = (await exported(record.db))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return lines.find((line) => line.id === id);
}

test('is a fault unless it is asked for otherwise', async () => {
  await using record = await openWith(onRecord);

  expect(await faultsOf(record.db, fileOf(theirs))).toContain('3 name CONFLICT');
});

describe('--on-conflict keep', () => {
  test('leaves what is on record, tells each line, and records what is new', async () => {
    await using record = await openWith(onRecord);

    const { counts, kept } = await importedSo(record, theirs, { onConflict: 'KEEP' });
    const again = await importedSo(record, theirs, { onConflict: 'KEEP' });

    expect(keptLines(kept)).toEqual([
      '3 mayor: name aliases',
      '4 builder: aliases wikidataId',
      '7 story: title',
      '8 met: language topics',
      '9 silent: text topics',
      '10 mayor-asserts: certainty evidence',
    ]);
    expect(tally(counts)).toEqual({
      actor: [0, 1],
      affiliation: [2, 0],
      stance: [2, 0],
      evidence: [2, 0],
    });
    expect(await lineOf(record, 'mayor')).toMatchObject({ name: 'Mayor', aliases: ['M.'] });
    expect(await lineOf(record, 'met')).toMatchObject(met);
    expect(keptLines(again.kept)).toEqual(keptLines(kept));
    expect(again.lastSeq).toBe((await importedSo(record, theirs, { onConflict: 'KEEP' })).lastSeq);
  });

  test('refuses a file that contradicts itself', async () => {
    await using record = await openWith([gazette]);
    const twice = [mayor, { ...mayor, name: 'Another' }];

    await expect(importedSo(record, twice, { onConflict: 'KEEP' })).rejects.toMatchObject({
      faults: [{ line: 3, refusal: { code: 'CONFLICT', keys: ['name'] } }],
    });
  });
});

describe('--on-conflict add', () => {
  test('unites aliases, topics, affiliations and evidence, and nothing of another actor or claim', async () => {
    await using record = await openWith(onRecord);

    const { counts, kept } = await importedSo(record, theirs, { onConflict: 'ADD' });

    expect(keptLines(kept)).toEqual([
      '3 mayor: name',
      '4 builder: aliases wikidataId',
      '5 builder MEMBER_OF gazette: actor',
      '7 story: title',
      '8 met: language',
      '9 silent: text topics',
      '10 mayor-asserts: certainty',
      '11 on-silent: claim',
    ]);
    expect(tally(counts)).toEqual({
      actor: [1, 1],
      affiliation: [1, 0],
      claim: [1, 0],
      stance: [2, 0],
      evidence: [2, 1],
    });
    expect(await lineOf(record, 'mayor')).toMatchObject({
      name: 'Mayor',
      aliases: ['M.', 'Madam'],
    });
    expect(await lineOf(record, 'builder')).toEqual(builder);
    expect(await lineOf(record, 'met')).toMatchObject({
      language: 'en',
      topics: ['town', 'bridge'],
    });
    expect(await lineOf(record, 'silent')).toMatchObject({ topics: ['town'] });
    expect(await lineOf(record, 'on-silent')).toBeUndefined();
    expect(await lineOf(record, 'mayor-asserts')).toMatchObject({
      certainty: 'PLAIN',
      evidence: [{ quote: 'they met' }, { quote: 'mayor said' }],
    });
    expect(await verifyRecord(record.db)).toMatchObject({ faultCount: 0 });
  });

  test('adds nothing the second time', async () => {
    await using record = await openWith(onRecord);
    const first = await importedSo(record, theirs, { onConflict: 'ADD' });

    const second = await importedSo(record, theirs, { onConflict: 'ADD' });

    expect(second.lastSeq).toBe(first.lastSeq);
    expect(keptLines(second.kept)).toEqual(keptLines(first.kept));
    expect(Object.values(second.counts).every(({ created }) => created === 0)).toBe(true);
  });

  test('tells nothing of a stance with more evidence on record, and shows a withdrawn one by no more', async () => {
    await using record = await openWith(onRecord);
    const more = stance('mayor-asserts', { evidence: [piece('they met'), piece('mayor said')] });
    await importedSo(record, [more], { onConflict: 'ADD' });

    const fewer = await importedSo(record, [stance('mayor-asserts')], { onConflict: 'ADD' });
    await write(record.db, withdrawStance, {
      stance: { slug: 'mayor-asserts' },
      reason: 'Misread.',
    });
    const withdrawn = await importedSo(
      record,
      [stance('mayor-asserts', { evidence: [piece('The clerk')] })],
      { onConflict: 'ADD' },
    );

    expect(fewer.kept).toEqual([]);
    expect(tally(fewer.counts)).toEqual({ stance: [0, 1], evidence: [0, 1] });
    expect(keptLines(withdrawn.kept)).toEqual(['2 mayor-asserts: evidence']);
  });
});

describe('a dry run', () => {
  test('tells the claims that both hold and whose standing changes, and writes nothing', async () => {
    await using record = await openWith(onRecord);
    const before = everything(record.path);
    const fresh = { ...met, id: 'fresh', text: 'It is new.' };
    const lines = [met, silent, fresh, denial, stance('mayor-asserts-fresh', { claim: 'fresh' })];

    const { standings, counts } = await importedSo(record, lines, {
      onConflict: 'FAIL',
      dryRun: true,
    });

    expect(standings).toEqual([{ claim: 'met', from: 'ASSERTED', to: 'DISPUTED' }]);
    expect(tally(counts)).toMatchObject({ claim: [1, 2], stance: [2, 0] });
    expect(everything(record.path)).toEqual(before);
    expect(await importedSo(record, lines, { onConflict: 'FAIL' })).toMatchObject({
      standings: [],
    });
    expect(await importedSo(record, lines, { onConflict: 'FAIL', dryRun: true })).toMatchObject({
      standings: [],
    });
  });

  test('tells what would be kept, and what that changes', async () => {
    await using record = await openWith(onRecord);

    const { standings, kept } = await importedSo(record, theirs, {
      onConflict: 'ADD',
      dryRun: true,
    });

    expect(standings).toEqual([{ claim: 'met', from: 'ASSERTED', to: 'DISPUTED' }]);
    expect(kept).toHaveLength(8);
  });
});
