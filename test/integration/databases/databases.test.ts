import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../db/client.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { decodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { write } from '../../kit/owner.ts';
import { exportOf, type Told, toldBy } from './told.ts';

const fixtures = new URL('../../fixtures/databases/', import.meta.url);
const kept = readdirSync(fixtures).flatMap((name) => /^(.+)\.db\.gz$/.exec(name)?.[1] ?? []);

interface Kept extends AsyncDisposable {
  readonly db: Database;
  /** What the record told when the file was made. */
  readonly told: Told;
  readonly lines: readonly string[];
}

/** Opens a copy of a file that was kept, which brings it up to date. */
async function openKept(name: string): Promise<Kept> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-kept-'));
  const path = join(folder, 'record.db');
  await writeFile(path, gunzipSync(readFileSync(new URL(`${name}.db.gz`, fixtures))));
  const db = await openDatabase({ url: `file:${path}` });
  return {
    db,
    told: JSON.parse(readFileSync(new URL(`${name}.json`, fixtures), 'utf8')),
    lines: readFileSync(new URL(`${name}.jsonl`, fixtures), 'utf8')
      .trimEnd()
      .split('\n'),
    async [Symbol.asyncDispose]() {
      await db.close();
      await rm(folder, { recursive: true });
    },
  };
}

test('a database of before is kept', () => {
  expect(kept).toContain('20261122132709_reading');
});

describe.each(kept)('the database that was new at %s', (name) => {
  test('verifies', async () => {
    await using record = await openKept(name);

    const found = await verifyRecord(record.db);

    expect(found).toMatchObject({ faults: [], faultCount: 0 });
    expect(found.checked).toMatchObject({ claims: record.told.counts.claims });
  });

  test('counts, ranks, finds and tells its log as it did then', async () => {
    await using record = await openKept(name);
    const { after } = record.told.resumed;

    const told = await toldBy(record.db, { after, moments: record.told.moments });

    // The cursor of before still leads there, where those of today hide their numbers.
    const events = record.told.resumed.events.map((event) => ({
      ...event,
      cursor: expect.any(String),
    }));
    expect(told).toMatchObject({ ...record.told, resumed: { after, events } });
  });

  test('takes the cursors that it handed out then, and none like them of what came later', async () => {
    await using record = await openKept(name);
    const { db, told } = record;
    const open = (seq: number) => Buffer.from(`feed1:${db.epoch}:${seq}`).toString('base64url');
    const handedOut = Buffer.from(told.resumed.after, 'base64url').toString();
    // Where numbers were hidden already, none is taken in the open.
    const last = handedOut.startsWith('feed1:') ? (told.counts.events ?? 0) : 0;

    expect(decodeFeedCursor(db, told.resumed.after)).toBeGreaterThan(0);
    expect(db.lastOpenCursor).toBe(last);
    expect(decodeFeedCursor(db, open(last))).toBe(last);
    expect(() => decodeFeedCursor(db, open(last + 1))).toThrow('not a cursor of this feed');
  });

  // A line may have more keys by now, and none fewer, and stand elsewhere; there may be lines of types that there were not.
  test('exports what it exported then', async () => {
    await using record = await openKept(name);
    const then = inOneOrder(record.lines);
    const types = new Set(then.map(({ type }) => type));

    const now = inOneOrder(await exportOf(record.db));

    expect(now.filter(({ type }) => types.has(type))).toMatchObject(then);
  });

  test('takes a change', async () => {
    await using record = await openKept(name);

    const { created } = await write(record.db, recordActor, {
      slug: 'newcomer',
      name: 'A newcomer',
      kind: 'PERSON',
    });

    expect(created).toBe(true);
    expect(await verifyRecord(record.db)).toMatchObject({ faultCount: 0 });
  });
});

type Keys = Readonly<Record<string, unknown>>;

/** The lines by type and name, and their evidence by its place, whatever the order in which they are exported. */
function inOneOrder(lines: readonly string[]) {
  const parsed = lines.map((line) => JSON.parse(line));
  for (const { evidence } of parsed) evidence?.sort(by(({ article, start }) => [article, start]));
  return parsed.sort(
    by(({ type, id, actor, of, from, to, into, kind, revoked }) => {
      return [type, id, actor, of, from, to, into, kind, revoked === undefined];
    }),
  );
}

function by(keysOf: (one: Keys) => readonly unknown[]): (one: Keys, other: Keys) => number {
  return (one, other) => (JSON.stringify(keysOf(one)) < JSON.stringify(keysOf(other)) ? -1 : 1);
}
