import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { verifyRecord } from '../../db/verify.ts';
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

  const { checked, faults } = await verifyRecord(db.reader);

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
