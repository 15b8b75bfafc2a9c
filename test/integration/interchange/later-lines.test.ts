import { describe, expect, test } from 'vitest';
import { importFiles, importLines } from '../../../db/interchange/import.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { openRecord } from '../../kit/open-record.ts';
import { owner } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { exported, exportFile, faultsOf, fileOf, imported, sha256, tally } from './files.ts';

const actor = (id: string, more: object = {}) => ({
  type: 'actor',
  id,
  name: id,
  kind: 'OUTLET',
  ...more,
});
const source = actor('a-source', { kind: 'UNNAMED_SOURCE', grantedBy: 'gazette' });
const article = (id: string, more: object = {}) => ({
  type: 'article',
  id,
  title: id,
  language: 'en',
  sha256: sha256(`The text of ${id}.`),
  text: `The text of ${id}.`,
  ...more,
});
/** As many as several transactions write. */
const between = Array.from({ length: 120 }, (_, index) => actor(`actor-${index}`));

describe('an unnamed source may stand before whoever granted it, an article before the one it supersedes', () => {
  const lines = [
    source,
    ...between,
    actor('gazette'),
    article('newest', { supersedes: `sha256:${sha256('The text of older.')}` }),
    article('newer', { supersedes: 'older' }),
    article('older', { supersedes: 'oldest' }),
    article('oldest'),
  ];

  test('and is on record so, in the order of the file', async () => {
    await using record = await openRecord();

    const { counts } = await imported(record.db, fileOf(lines));
    const again = await imported(record.db, fileOf(lines));
    const text = await exported(record.db);

    expect(tally(counts)).toEqual({ actor: [122, 0], article: [4, 0] });
    expect(tally(again.counts)).toEqual({ actor: [0, 122], article: [0, 4] });
    const written = text.trimEnd().split('\n').slice(1);
    expect(written.map((line) => JSON.parse(line).id)).toEqual(
      lines.map((line) => Reflect.get(line, 'id')),
    );
    expect(text).toContain('"id":"a-source","name":"a-source","kind":"UNNAMED_SOURCE","grantedBy"');
    expect(text).toMatch(/"id":"newest"[^\n]*"supersedes":"older"/);
    expect(rawRows(record.path, 'select * from awaited_references')).toEqual([]);
    await using empty = await openRecord();
    await imported(empty.db, exportFile(text));
    expect(await exported(empty.db)).toBe(text);
    expect(await verifyRecord(empty.db)).toMatchObject({ faultCount: 0 });
  });

  test('also when the import is interrupted in between, and goes on', async () => {
    await using record = await openRecord();
    const interrupt = new AbortController();
    const importing = importFiles(record.db, [fileOf(lines)], {
      author: owner,
      signal: interrupt.signal,
      onProgress: ({ doing, lines: done }) => {
        if (doing === 'writing' && done > 10) interrupt.abort();
      },
    });
    await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
    const verified = await verifyRecord(record.db);

    const { counts } = await imported(record.db, fileOf(lines));

    expect(verified).toMatchObject({ faultCount: 0 });
    expect(counts.actor.unchanged).toBeGreaterThanOrEqual(10);
    const [row] = rawRows<{ by: string }>(
      record.path,
      "select g.slug as by from actors a join actors g on g.key = a.granted_by where a.slug = 'a-source'",
    );
    expect(row).toEqual({ by: 'gazette' });
    expect(await verifyRecord(record.db)).toMatchObject({ faultCount: 0 });
  });

  test('also where the later line comes in a later part, which is announced', async () => {
    await using record = await openRecord();
    const parts = [[source], [actor('gazette')]].map((part) =>
      part.map((one) => JSON.stringify(one)),
    );

    const [first, second] = parts;
    const later = new Set(['actor gazette']);
    await expect(importLines(record.db, first ?? [], { author: owner })).rejects.toMatchObject({
      faults: [{ line: 1, refusal: { code: 'NOT_ON_RECORD', path: ['grantedBy'] } }],
    });
    await importLines(record.db, first ?? [], { author: owner, later });
    await importLines(record.db, second ?? [], { author: owner });

    expect(await exported(record.db)).toContain('"grantedBy":"gazette"');
  });
});

const refused: readonly (readonly [string, readonly object[], string[]])[] = [
  ['a grantor that never comes', [source, actor('courier')], ['2 grantedBy NOT_ON_RECORD']],
  [
    'a grantor that grants nothing',
    [source, actor('gazette', { kind: 'GROUP' })],
    ['2 grantedBy INPUT_INVALID'],
  ],
  [
    'an article that supersedes one that never comes',
    [article('newer', { supersedes: 'older' }), article('other')],
    ['2 supersedes NOT_ON_RECORD'],
  ],
  [
    'an article that supersedes itself',
    [article('a', { supersedes: 'a' })],
    ['2 supersedes INPUT_INVALID'],
  ],
  [
    'a circle of articles',
    [
      article('a', { supersedes: 'b' }),
      article('b', { supersedes: 'c' }),
      article('c', { supersedes: 'a' }),
    ],
    ['4 supersedes INPUT_INVALID'],
  ],
  [
    'a later line that is at fault itself, alone',
    [source, actor('gazette', { name: '' })],
    ['3 name TEXT_INVALID'],
  ],
];

describe('is refused, and nothing is written', () => {
  test.each(refused)('%s', async (_name, lines, faults) => {
    await using record = await openRecord();

    expect(await faultsOf(record.db, fileOf(lines))).toEqual(faults);
    expect(rawRows(record.path, 'select * from events')).toEqual([]);
  });
});
