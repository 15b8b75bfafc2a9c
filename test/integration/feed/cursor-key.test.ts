import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { restoreFile } from '../../../db/file/backup/restore.ts';
import { exportLines } from '../../../db/interchange/export.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { decodeFeedCursor, encodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { startSqld } from '../../e2e/components/sqld.ts';
import { describeWith } from '../../kit/component.ts';
import { bridgePromised, mayorDenies, recordHarbour } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { handlerOver } from '../http/open-handler.ts';

const keyIn = (path: string) =>
  rawRows<{ value: string }>(path, "select value from meta where name = 'cursor_key'")[0]?.value;

test('the key that hides numbers is another in each record', async () => {
  const paths = [];
  for (let n = 0; n < 2; n += 1) {
    await using record = await openRecord();
    const path = join(record.path, '..', `other-${n}.db`);
    const db = await openDatabase({ url: `file:${path}` });
    paths.push(keyIn(path));
    await db.close();
  }

  expect(paths).toEqual(Array(2).fill(expect.stringMatching(/^[0-9a-f]{64}$/)));
  expect(paths[0]).not.toBe(paths[1]);
});

test('it is in a backup and in no export, and what is restored takes no cursor of before', async () => {
  await using record = await openRecord();
  await recordHarbour(record.db);
  const key = keyIn(record.path) ?? '';
  const backup = `${record.path}.backup`;
  await record.db.backUp(backup);
  const restored = `${record.path}.restored`;
  await restoreFile(backup, restored);

  const lines: string[] = [];
  for await (const line of exportLines(record.db.reader)) lines.push(line);
  const other = await openDatabase({ url: `file:${restored}` });
  const cursor = encodeFeedCursor(record.db, 3);
  await other.close();

  expect(keyIn(backup)).toBe(key);
  expect(lines.join('\n')).not.toContain(key);
  expect(() => decodeFeedCursor(other, cursor)).toThrow('not a cursor of this feed');
});

describeWith(['sqld'], 'processes that share a libSQL server', () => {
  test('hand out the same cursors, and let strangers find the same', async () => {
    await using sqld = await startSqld();
    const url = `http://${sqld.address}`;
    const one = await openDatabase({ url });
    const other = await openDatabase({ url });
    await recordHarbour(one);
    await write(other, recordClaim, bridgePromised);
    const { claim: _claim, ...denial } = mayorDenies;
    await write(one, recordClaim, { ...bridgePromised, slug: 'denied', stances: [denial] });
    const query = `{
      record { feedCursor } claims { pageInfo { endCursor } }
      quoted: search(query: "never") { totalCount } hidden: search(query: "narrow") { totalCount }
    }`;
    const answers = [];
    for (const db of [one, other]) {
      await using handler = handlerOver(db);
      answers.push(await (await handler.ask({ query })).json());
    }
    const { faults } = await verifyRecord(other);
    await one.close();
    await other.close();

    expect(answers[1].data).toEqual(answers[0].data);
    expect(answers[0].data).toMatchObject({ quoted: { totalCount: 1 }, hidden: { totalCount: 0 } });
    expect(faults).toEqual([]);
  });
});
