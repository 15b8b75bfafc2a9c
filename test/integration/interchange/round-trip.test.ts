import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { endAffiliation } from '../../../db/commands/end-affiliation.ts';
import { reviewStance } from '../../../db/commands/review-stance.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import { withdrawEvidence } from '../../../db/commands/withdraw-evidence.ts';
import {
  type ExportPosition,
  exportCursor,
  exportPage,
  exportPosition,
} from '../../../db/interchange/export.ts';
import { keysOf, lineTypes } from '../../../db/interchange/lines.ts';
import { sampleRecord } from '../../../db/sample/sample.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { foundingRecordMissing } from '../../kit/founding-record.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { everyLine } from './every-line.ts';
import { exported, exportFile, fileOf, foundingFile, imported, tally } from './files.ts';

describe('an export that is imported into an empty database', () => {
  test('is exported again byte for byte, whatever was withdrawn, revoked, ended, merged or drafted', async () => {
    await using first = await openRecord();
    await imported(first.db, everyLine);
    const text = await exported(first.db);

    await using second = await openRecord();
    await imported(second.db, exportFile(text));

    expect(await exported(second.db)).toBe(text);
    expect(await verifyRecord(second.db)).toMatchObject({ faults: [] });
  });

  test('holds what commands changed since', async () => {
    await using first = await openRecord();
    await imported(first.db, everyLine);
    const [affiliation] = rawRows<{ id: string }>(
      first.path,
      "select id from affiliations where kind = 'SPEAKS_FOR'",
    );
    const [evidence] = rawRows<{ id: string }>(
      first.path,
      "select evidence.id from evidence join stances on stances.key = stance where slug = 'agency-reports-closed'",
    );
    await write(first.db, endAffiliation, {
      affiliation: { id: affiliation?.id },
      until: '2024-12-31',
    });
    await write(first.db, withdrawEvidence, { evidence: { id: evidence?.id }, reason: 'Cropped.' });
    await write(first.db, withdrawArticle, {
      article: { slug: 'b-second' },
      reason: 'An impostor.',
    });
    await write(first.db, updateArticle, { article: { slug: 'b-second' }, title: 'Harbour shut' });
    await write(first.db, reviewStance, { stance: { slug: 'draft-stance' }, review: 'VERIFIED' });
    const text = await exported(first.db);

    await using second = await openRecord();
    await imported(second.db, exportFile(text));

    expect(await exported(second.db)).toBe(text);
    for (const changed of ['2024-12-31', 'Cropped.', 'An impostor.', 'Harbour shut']) {
      expect(text).toContain(changed);
    }
    expect(text).toMatch(/"id":"draft",[^\n]*"review":"VERIFIED"/);
  });

  test('comes in pages of any size to the same lines', async () => {
    await using record = await openRecord();
    await imported(record.db, everyLine, sampleRecord);

    const lines: string[] = [];
    let position: ExportPosition | null = null;
    do {
      const page = await exportPage(record.db.reader, position, { first: 3 });
      expect(page.lines.length).toBeLessThanOrEqual(3);
      lines.push(...page.lines);
      position = page.next && exportPosition(exportCursor(page.next));
    } while (position !== null);

    expect(lines).toEqual((await exported(record.db)).trimEnd().split('\n'));
  });

  test('leaves out what is recorded after it began', async () => {
    await using record = await openRecord();
    await imported(record.db, sampleRecord);
    const before = await exported(record.db);
    const { lines, next } = await exportPage(record.db.reader, null, { first: 5 });

    await imported(record.db, everyLine);
    const rest = await exportPage(record.db.reader, next, { first: 1000 });

    expect(`${[...lines, ...rest.lines].join('\n')}\n`).toBe(before);
  });
});

describe('a stance of which neither moment nor day is told', () => {
  const stance = (id: string, more: object = {}) => ({
    type: 'stance',
    id,
    claim: 'closed',
    actor: 'guard',
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    note: 'Said so.',
    evidence: [],
    ...more,
  });
  const lines = [
    { type: 'actor', id: 'guard', name: 'The guard', kind: 'PERSON' },
    { type: 'claim', id: 'closed', text: 'It is closed.', kind: 'FACT', language: 'en' },
    stance('undated'),
    stance('known', { knownBy: '2024-11-13T11:00:00+01:00' }),
    stance('dated', { saidOn: '2024-11-11', knownBy: '2024-11-13T10:00:00Z' }),
  ];
  const knownBy = (text: string) =>
    text
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line).knownBy]))
      .slice(-3);

  test('is exported with when a record first held it, and keeps that', async () => {
    await using first = await openRecord({ now: () => Date.parse('2026-01-01T00:00:00Z') });
    await imported(first.db, fileOf(lines));
    const text = await exported(first.db);
    await using second = await openRecord({ now: () => Date.parse('2027-01-01T00:00:00Z') });
    await imported(second.db, exportFile(text));

    const [undated, known, dated] = knownBy(text);
    expect(undated).toMatch(/^2026-01-01T00:00:00\.\d{3}Z$/);
    expect([known, dated]).toEqual(['2024-11-13T10:00:00.000Z', undefined]);
    expect(await exported(second.db)).toBe(text);
  });

  test('is the same whenever another record is told to have known it', async () => {
    await using record = await openRecord();
    await imported(record.db, fileOf(lines));

    const { counts } = await imported(
      record.db,
      fileOf([stance('undated', { knownBy: '2020-01-01T00:00:00Z' }), stance('known')]),
    );

    expect(tally(counts)).toEqual({ stance: [0, 2] });
  });
});

describe('lines stand in the order of the format', () => {
  test('and within a type in the order of recording', async () => {
    await using record = await openRecord();
    await imported(record.db, everyLine);

    const lines = (await exported(record.db))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

    const idsOf = (type: string) => lines.filter((line) => line.type === type).map(({ id }) => id);
    expect(idsOf('actor')).toEqual(['zeitung', 'agency', 'a-source', 'guard', 'the-guard', 'port']);
    expect(idsOf('article')).toEqual(['z-first', 'b-second', 'a-third']);
    expect(idsOf('claim')).toEqual(['closed', 'occasion', 'draft', 'gone', 'rejected']);
    expect([...new Set(lines.map(({ type }) => type))]).toEqual([
      'record',
      'actor',
      'affiliation',
      'article',
      'claim',
      'claimLink',
      'actorMerge',
      'stance',
    ]);
  });
});

const name =
  foundingRecordMissing === false ? 'the founding record' : `not run: ${foundingRecordMissing}`;

describe.skipIf(foundingRecordMissing !== false)(name, () => {
  test('is counted when it comes in, and changes nothing when it comes in again', async () => {
    await using record = await openRecord();

    const first = await imported(record.db, foundingFile());
    const second = await imported(record.db, foundingFile());

    expect(tally(first.counts)).toEqual({
      actor: [19, 0],
      affiliation: [6, 0],
      article: [2, 0],
      claim: [40, 0],
      claimLink: [11, 0],
      stance: [55, 0],
      evidence: [73, 0],
    });
    expect(second.lastSeq).toBe(first.lastSeq);
    expect(Object.values(second.counts).every(({ created }) => created === 0)).toBe(true);
  });

  test('survives export and import, and verifies', async () => {
    await using first = await openRecord();
    await imported(first.db, foundingFile());
    const text = await exported(first.db);
    await using second = await openRecord();
    await imported(second.db, exportFile(text));

    expect(await exported(second.db)).toBe(text);
    expect(await verifyRecord(second.db)).toMatchObject({
      faultCount: 0,
      unverifiableCount: 0,
      checked: { articles: 2, evidence: 73, claims: 40, stances: 55, actors: 19 },
    });
  });

  test('comes in beside the sample record, with which it shares actors and claims', async () => {
    await using record = await openRecord();
    await imported(record.db, sampleRecord);

    const { counts } = await imported(record.db, foundingFile());

    expect(tally(counts)).toMatchObject({ actor: [10, 9], claim: [27, 13], stance: [55, 0] });
    expect(await verifyRecord(record.db)).toMatchObject({ faultCount: 0 });
  });
});

test('the example of docs/format.md is a file that can be imported', async () => {
  const guide = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8');
  const [, example = ''] = /```jsonl\n([\s\S]+?)```/.exec(guide) ?? [];
  await using record = await openRecord();

  const { counts } = await imported(record.db, exportFile(example));

  expect(tally(counts)).toEqual({
    actor: [2, 0],
    article: [1, 0],
    claim: [1, 0],
    stance: [1, 0],
    evidence: [1, 0],
  });
});

test('docs/format.md tells every key of every line', () => {
  const guide = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8');

  for (const type of lineTypes) {
    const [row = ''] = new RegExp(`^\\| \`${type}\` \\|.*$`, 'm').exec(guide) ?? [];
    for (const key of keysOf(type).slice(1)) expect(row).toMatch(new RegExp(`\`${key}\\??\``));
  }
});
