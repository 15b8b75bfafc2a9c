import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { foldLog } from '../../../db/file/connection.ts';
import { writeRecord } from '../../bench/record/file.ts';
import { bridgePromised, mayorDenies, recordHarbour } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';

test('a claim with four stances, their quotes and its part of the articles takes 9 kB of the file, what they were included', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
  const path = join(folder, 'record.db');
  try {
    await writeRecord(path, 500);

    // What stands in the pages: of small tables most of a page is free.
    const [found] = rawRows<{ bytes: number; claims: number }>(
      path,
      'select sum(pgsize - unused) as bytes, (select count(*) from claims) as claims from dbstat',
    );
    expect(found?.claims).toBe(500);
    expect((found?.bytes ?? 0) / 500).toBeLessThan(8200);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a commit writes few pages', async () => {
  await using record = await openRecord({ filled: recordHarbour });
  foldLog(record.path);

  await write(record.db, recordClaim, { ...bridgePromised, stances: [mayorDenies] });

  const headBytes = 32;
  const frameBytes = 24 + 4096;
  const { size } = await stat(`${record.path}-wal`);
  expect(Math.round((size - headBytes) / frameBytes)).toBeLessThan(76);
});

test('an index of what most rows lack holds none of those', async () => {
  await using record = await openRecord({ filled: recordHarbour });
  await write(record.db, recordClaim, { ...bridgePromised, stances: [mayorDenies] });

  const cells = rawRows<{ name: string; cells: number }>(
    record.path,
    `select name, sum(ncell) as cells from dbstat where name in
      ('stances_by_said_in', 'claims_by_shown', 'reviews_by_claim', 'reviews_by_stance') group by name order by name`,
  );
  expect(cells).toEqual([
    { name: 'claims_by_shown', cells: 0 },
    { name: 'reviews_by_claim', cells: 1 },
    { name: 'reviews_by_stance', cells: 1 },
    { name: 'stances_by_said_in', cells: 0 },
  ]);
});
