import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import { buildTree } from '../bench/build.ts';
import { compare } from '../bench/compare.ts';
import { contendersAtHand } from '../bench/contenders/contender.ts';
import { feedCases } from '../bench/feed/cases.ts';
import { measureFeed } from '../bench/feed/feed.ts';
import { feedTable } from '../bench/feed/report.ts';
import { operations } from '../bench/operations/operations.ts';
import { writeRecord } from '../bench/record/file.ts';
import { tableOf } from '../bench/report.ts';

const claims = 120;
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-test-'));
const record = join(folder, 'record.db');
let build = '';

beforeAll(async () => {
  await writeRecord(record, claims);
  build = buildTree();
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a generated record is true to the rules of the record', async () => {
  const db = await openDatabase({ url: `file:${record}` });

  const { checked, faults } = await verifyRecord(db);

  await db.close();
  expect(faults).toEqual([]);
  expect(checked).toMatchObject({ claims, stances: 4 * claims });
});

test('everyone who is measured answers alike, and is compared with the floor', async () => {
  const few = { rounds: 1, passes: 3, warmUp: { least: 0, most: 0 }, connections: 2, most: 6 };

  const reports = await compare({ build, record, operations, ...few }, () => undefined);

  expect(reports.map(({ operation }) => operation)).toEqual(operations.map(({ name }) => name));
  for (const { operation, values, rounds, statements } of reports) {
    expect(values, operation).toBeGreaterThan(0);
    expect(rounds.map((round) => [...round.keys()])).toEqual([contendersAtHand]);
    expect(statements.get('floor'), operation).toBe(1);
    expect(statements.get('ours'), operation).toBeGreaterThan(0);
  }
  const [heading = [], ...lines] = tableOf(reports);
  expect(heading.slice(2)).toEqual(contendersAtHand);
  expect(lines.flat().filter((cell) => cell.includes('NaN'))).toEqual([]);
});

test('each way to follow new claims delivers all of them, and is compared with bare writes', async () => {
  const subscribers = 5;
  const claims = 3;

  const report = await measureFeed(
    { build, subscribers, claims, rounds: 1, idle: 10, cases: feedCases },
    () => undefined,
  );

  expect(report.cases.map(({ name }) => name)).toEqual(feedCases.map(({ name }) => name));
  for (const { name, deliveries, netRatio, grossRatio, sinceAtP99 } of report.cases) {
    // Of five readers with five topics in a row, one asks for each claim.
    expect(deliveries, name).toBe(name === 'some' ? claims : subscribers * claims);
    for (const figure of [netRatio, grossRatio, sinceAtP99])
      expect(Number.isFinite(figure), name).toBe(true);
  }
  expect(report.idle?.during.handles).toBeGreaterThanOrEqual(
    (report.idle?.before.handles ?? 0) + 10,
  );
  expect(report.idle?.after.handles).toBeLessThanOrEqual(report.idle?.before.handles ?? 0);
  expect(feedTable(report)).toContain('websocket');
}, 120_000);
