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
import { otherChanges, recordClaim } from '../bench/writing/changes.ts';
import { type WritingPart, writingParts } from '../bench/writing/options.ts';
import { writingTable } from '../bench/writing/report.ts';
import { syncsIn } from '../bench/writing/syncs.ts';
import { measureWriting } from '../bench/writing/writing.ts';

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

test('ways to follow new claims deliver all of them, and are compared with bare writes', async () => {
  const subscribers = 5;
  const claims = 3;
  const cases = feedCases.filter(({ name }) => ['some', 'websocket'].includes(name));

  const report = await measureFeed(
    { build, subscribers, claims, rounds: 1, idle: 10, cases },
    () => undefined,
  );

  expect(report.cases.map(({ name }) => name)).toEqual(cases.map(({ name }) => name));
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

test('each change is made and inserted again, and all that takes long when writing is measured', async () => {
  // How the feed is measured, the test before this one shows; a start is waited for by each test that starts a server.
  const parts = (Object.keys(writingParts) as WritingPart[]).filter(
    (part) => part !== 'feed' && part !== 'start',
  );
  const few = { rounds: 1, changes: 1, warmUp: 0, articles: 3, traced: 16 };
  const feed = { subscribers: 5, followed: 3 };

  const report = await measureWriting(
    { build, record, imported: record, parts, takeCores: () => [], ...few, ...feed },
    () => undefined,
  );

  expect(report.changes.map(({ name }) => name)).toEqual([
    recordClaim.name,
    ...otherChanges.map(({ name }) => name),
  ]);
  // A claim, its topics, its standing and its review; a stance, its review, evidence and its chain; and their events.
  expect(report.changes[0]?.rounds[0]?.rows?.perChange).toBeGreaterThan(10);
  expect(report.import?.[0]).toMatchObject({ claims });
  expect(report.import?.[0]?.rows).toBeGreaterThan(5 * claims);
  expect(report.ingest?.[0]?.drafted).toBeGreaterThan(3);
  expect(report.file?.parts.map(({ name }) => name)).toContain('evidence');
  expect(report.syncs?.withoutSync ?? 0).toBe(0);
  const [heading = [], ...lines] = writingTable(report);
  expect(heading).toContain('bound');
  expect(lines.flat().filter((cell) => /NaN|null|undefined/.test(cell))).toEqual([]);
}, 300_000);

test('an answer counts as before any sync unless one has begun after its request and has ended', () => {
  const asked = (socket: string) =>
    `1 read(7<socket:[${socket}]>, "POST /graphql HTTP"..., 65536) = 700`;
  const answered = (socket: string) =>
    `1 writev(7<socket:[${socket}]>, [{iov_base="HTTP/1.1 200 OK"..., iov_len=400}], 1) = 400`;
  const sync = '1 fdatasync(5</record.db-wal>) = 0';
  const begins = '2 fdatasync(5</record.db-wal> <unfinished ...>';
  const ends = '2 <... fdatasync resumed>)          = 0';
  const other = '1 fsync(6</other.txt>) = 0';
  const report = (...lines: readonly string[]) => syncsIn(lines.join('\n'));

  const inTime = report(asked('a'), asked('b'), sync, answered('a'), answered('b'));
  const beforeAny = report(sync, asked('a'), other, answered('a'), sync);
  const begunBefore = report(begins, asked('a'), ends, answered('a'));
  const notEnded = report(asked('a'), begins, answered('a'), ends);
  const byAnother = report(asked('a'), begins, ends, answered('a'));

  expect(inTime).toEqual({ acknowledged: 2, syncs: 1, withoutSync: 0 });
  expect(beforeAny).toEqual({ acknowledged: 1, syncs: 2, withoutSync: 1 });
  expect(begunBefore).toMatchObject({ withoutSync: 1 });
  expect(notEnded).toMatchObject({ withoutSync: 1 });
  expect(byAnother).toMatchObject({ withoutSync: 0 });
});
