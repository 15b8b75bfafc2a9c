// Keeps a database of today's schema, and beside it what it tells, for the versions to come to be tried on.
// Run by hand, when a migration is released: npx tsx test/integration/databases/make.ts
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import Sqlite from 'libsql';
import { openDatabase } from '../../../db/client.ts';
import { recordStatus } from '../../../db/queries/status.ts';
import { encodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { erasedWords, tellStory } from './story.ts';
import { exportOf, toldBy } from './told.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/databases/', import.meta.url));

// What is kept stays as it is.
const once = { flag: 'wx' };

const folder = await mkdtemp(join(tmpdir(), 'onrecord-database-'));
try {
  await make(join(folder, 'record.db'));
} finally {
  await rm(folder, { recursive: true });
}

async function make(path: string): Promise<void> {
  let moment = Date.UTC(2026, 10, 22, 9);
  const now = () => {
    moment += 1_000;
    return moment;
  };
  const db = await openDatabase({ url: `file:${path}`, now });
  const moments = await tellStory({ db, path }, now);
  const { counts, migrations } = await recordStatus(db.reader);
  const name = join(fixtures, migrations.at(-1) ?? '');
  const after = encodeFeedCursor(db, counts.events - 60);
  const told = await toldBy(db, { after, moments: moments.map((each) => each.toISOString()) });
  await writeFile(`${name}.json`, `${JSON.stringify(told, null, 1)}\n`, once);
  await writeFile(`${name}.jsonl`, `${(await exportOf(db)).join('\n')}\n`, once);
  await db.close();
  assertComplete(path);
  await writeFile(`${name}.db.gz`, gzipSync(await compact(path), { level: 9 }), once);
}

/** The bytes of the database without what was deleted, in the mode in which a server leaves it. */
async function compact(path: string): Promise<Buffer> {
  const to = `${path}.compact`;
  const file = new Sqlite(path);
  file.prepare('vacuum into ?').run(to);
  file.close();
  const compacted = new Sqlite(to);
  compacted.exec('pragma journal_mode = wal');
  compacted.close();
  const bytes = await readFile(to);
  if (bytes.includes(erasedWords)) throw new Error('What was erased is in the file.');
  return bytes;
}

/** A table without rows would say nothing of what a migration makes of them. What waits is empty. */
function assertComplete(path: string): void {
  const tables = rawRows<{ name: string }>(
    path,
    "select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite_%' and name not in ('search_pending', 'awaited_references')",
  );
  const empty = tables.filter(
    ({ name }) => rawRows(path, `select 1 from "${name}" limit 1`).length === 0,
  );
  if (empty.length > 0) throw new Error(`Empty: ${empty.map(({ name }) => name).join(', ')}.`);
}
