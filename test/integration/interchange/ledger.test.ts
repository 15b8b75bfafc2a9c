import { describe, expect, test } from 'vitest';
import { type ExportChoices, exportLines } from '../../../db/interchange/export.ts';
import { sampleRecord } from '../../../db/sample/sample.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { exported, exportFile, faultsOf, fileOf, imported, sha256 } from './files.ts';

async function exportedSo({ db }: TestRecord, choices: ExportChoices): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportLines(db.reader, choices)) lines.push(`${line}\n`);
  return lines.join('');
}

function standings({ path }: TestRecord): unknown[] {
  return rawRows(
    path,
    'select slug, status, rule, standing from claims join standings on claim = key order by key',
  );
}

const ledgers: readonly (readonly [string, ExportChoices, RegExp])[] = [
  ['without texts', { withoutTexts: true }, /"text":"[^"]*\\n/],
  ['without quotes', { withoutQuotes: true }, /"quote":/],
];

describe.each(ledgers)('a ledger %s', (_name, choices, leftOut) => {
  test('verifies and stands as the record does, before its texts come and after', async () => {
    await using whole = await openRecord();
    await imported(whole.db, sampleRecord);
    const text = await exported(whole.db);
    const ledger = await exportedSo(whole, choices);
    expect(text).toMatch(leftOut);
    expect(ledger).not.toMatch(leftOut);
    expect(ledger).toContain('"sha256":');

    await using record = await openRecord();
    await imported(record.db, exportFile(ledger));
    const before = await verifyRecord(record.db);
    expect(standings(record)).toEqual(standings(whole));
    expect(await exportedSo(record, choices)).toBe(ledger);
    await imported(record.db, exportFile(text));

    expect(before).toMatchObject({ faults: [], unverifiable: [] });
    expect(before.withoutTextCount).toBe(before.checked.articles + before.checked.evidence);
    expect(await verifyRecord(record.db)).toMatchObject({ faults: [], withoutTextCount: 0 });
    expect(await exported(record.db)).toBe(text);
    expect(standings(record)).toEqual(standings(whole));
  });
});

const story = 'The mayor denied it.';
const lines = (piece: object, text?: string) =>
  fileOf([
    { type: 'actor', id: 'gazette', name: 'Gazette', kind: 'OUTLET' },
    {
      type: 'article',
      id: 'story',
      title: 'Story',
      language: 'en',
      outlet: 'gazette',
      sha256: sha256(story),
      text,
    },
    { type: 'claim', id: 'met', text: 'They met.', kind: 'FACT', language: 'en' },
    {
      type: 'stance',
      id: 'gazette-reports',
      claim: 'met',
      actor: 'gazette',
      kind: 'REPORTS',
      certainty: 'PLAIN',
      evidence: [{ article: 'story', mode: 'INDIRECT', ...piece }],
    },
  ]);

describe('a quote that is left out', () => {
  test('is what stands at its place, at once where the text is there', async () => {
    await using record = await openRecord();

    await imported(record.db, lines({ start: 4, end: 9 }, story));

    expect(rawRows(record.path, 'select quote, suffix from evidence')).toEqual([
      { quote: 'mayor', suffix: ' denied it.' },
    ]);
  });

  test('needs its place, and words there', async () => {
    await using record = await openRecord();

    expect(await faultsOf(record.db, lines({}))).toEqual(['5 evidence.0.quote INPUT_INVALID']);
    expect(await faultsOf(record.db, lines({ start: 4, end: 90 }, story))).toEqual([
      '5 evidence.0.quote INPUT_INVALID',
    ]);
  });

  test('refuses a text that has no words at its place', async () => {
    await using record = await openRecord();
    await imported(record.db, lines({ start: 4, end: 90 }));

    expect(await faultsOf(record.db, lines({ start: 4, end: 90 }, story))).toEqual([
      '3 text INPUT_INVALID',
    ]);
  });
});
