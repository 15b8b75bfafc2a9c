import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import { feedCases } from '../bench/feed/cases.ts';
import { measureFeed } from '../bench/feed/feed.ts';
import { feedTable } from '../bench/feed/report.ts';
import { createLoad } from '../bench/load.ts';
import { measure } from '../bench/measure.ts';
import { operations } from '../bench/operations/operations.ts';
import { writeRecord } from '../bench/record/file.ts';
import { openSession } from '../bench/session.ts';

const claims = 120;
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-test-'));
const record = join(folder, 'record.db');

beforeAll(() => writeRecord(record, claims));
afterAll(() => rmSync(folder, { recursive: true }));

test('a generated record is true to the rules of the record', async () => {
  const db = await openDatabase({ url: `file:${record}` });

  const { checked, faults } = await verifyRecord(db);

  await db.close();
  expect(faults).toEqual([]);
  expect(checked).toMatchObject({ claims, stances: 4 * claims });
});

test('the server answers what one statement and rows put together by hand answer', async () => {
  const session = await openSession({ record });
  const load = createLoad(2);
  const contenders = [...session.contenders.values()];

  try {
    for (const operation of operations) {
      const values = session.values(operation);
      const how = { load, contenders, rounds: 1, warmUps: 0 };
      const costs = await measure(operation, values, how);

      expect(values.length, operation.name).toBeGreaterThan(0);
      expect([...costs.keys()]).toEqual(['ours', 'floor', 'rows']);
    }
  } finally {
    load.close();
    await session.close();
  }
});

test('each way to follow new claims delivers all of them, and is compared with bare writes', async () => {
  const subscribers = 5;
  const claims = 3;

  const report = await measureFeed(
    { subscribers, claims, rounds: 1, idle: 10, cases: feedCases },
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
