import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrationsFolder } from '../../db/file/migrate.ts';
import { writeRecord } from '../bench/record/file.ts';
import { databaseOf, olderRecord } from '../kit/older-record.ts';
import { onrecord } from '../kit/onrecord.ts';
import { runProgram, startChild } from '../kit/program.ts';
import { rawRows } from '../kit/raw-rows.ts';
import { faultsVerified } from './record-file.ts';
import type { Run } from './run.ts';

export interface UpgradeOptions {
  /** How often an upgrade is killed. */
  readonly kills: number;
  /** Claims of the record of before. */
  readonly claims: number;
  readonly tell: (progress: string) => void;
}

interface UpgradeFigures {
  readonly kills: number;
  /** How many kills found the database with some migrations run and others not. */
  readonly between: number;
  /** How many upgrades were brought to their end. */
  readonly upgraded: number;
  /** How long the first took, which nothing disturbed. */
  readonly ms: number;
}

/**
 * Kills `onrecord migrate` over a record of an earlier version at random moments, starts it again, and looks each time whether the file
 * is whole; in the end whether it is what an upgrade makes of it that nothing disturbs.
 */
export async function surviveUpgrades(options: UpgradeOptions): Promise<Run<UpgradeFigures>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  try {
    return await killAndLook(folder, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function killAndLook(
  folder: string,
  { claims, kills, tell }: UpgradeOptions,
): Promise<Run<UpgradeFigures>> {
  const older = join(folder, 'older.db');
  await writeRecord(join(folder, 'newer.db'), claims);
  await olderRecord(older, join(folder, 'newer.db'));
  const schemas = await schemasOf(folder);
  const file = join(folder, 'record.db');
  const begin = () => copyFile(older, file);

  await begin();
  const since = performance.now();
  const faults = await upgraded(file);
  const ms = performance.now() - since;
  const expected = { contents: contentsOf(file), counts: countsOf(file) };
  let [between, done] = [0, 0];
  const end = async (when: string) => {
    const found = [...(await upgraded(file)), ...(await faultsVerified(file))];
    if (contentsOf(file) !== expected.contents) found.push('It holds something else.');
    faults.push(...found.map((fault) => `${when}: ${fault}`));
    done += 1;
  };
  for (let kill = 1; kill <= kills; kill += 1) {
    // Each upgrade is killed up to five times before it may end.
    if (kill % 5 === 1) {
      if (kill > 1) await end(`After kill ${kill - 1}`);
      await removeAll(folder, 'record.db');
      await begin();
    }
    await killed(file, Math.random() * ms);
    const found = whole(file, { schemas, counts: expected.counts });
    faults.push(...found.faults.map((fault) => `After kill ${kill}: ${fault}`));
    if (found.isBetween) between += 1;
    tell(`${kill} of ${kills} kills, ${done} upgrades`);
  }
  await end('In the end');
  return { figures: { kills, between, upgraded: done, ms }, faults };
}

async function upgraded(file: string): Promise<string[]> {
  const { code, err } = await runProgram(onrecord('migrate', '--database-url', `file:${file}`));
  return code === 0 ? [] : [`onrecord migrate ended with ${code}: ${err}`];
}

async function killed(file: string, afterMs: number): Promise<void> {
  const child = startChild(onrecord('migrate', '--database-url', `file:${file}`));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([pause(afterMs), ended]);
  try {
    // With the process that copies the file.
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It had ended.
  }
  await ended;
}

interface Whole {
  /** The schema behind each migration. */
  readonly schemas: ReadonlyMap<string, string>;
  readonly counts: string;
}

/** What is not whole in a file: each migration has been run as a whole or not at all, and nothing is lost. */
function whole(
  file: string,
  { schemas, counts }: Whole,
): { readonly faults: readonly string[]; readonly isBetween: boolean } {
  const [{ name: last = '' } = {}] = rawRows<{ name: string }>(
    file,
    'select name from __drizzle_migrations order by id desc limit 1',
  );
  const faults: string[] = [];
  if (schemaOf(file) !== schemas.get(last)) faults.push(`The schema is not that behind ${last}.`);
  if (countsOf(file) !== counts) faults.push('Rows are lost, or doubled.');
  const integrity = rawRows<{ integrity_check: string }>(file, 'pragma integrity_check');
  if (integrity[0]?.integrity_check !== 'ok') faults.push(JSON.stringify(integrity[0]));
  if (rawRows(file, 'pragma foreign_key_check').length > 0)
    faults.push('A reference leads nowhere.');
  const [first, newest] = [[...schemas.keys()][1], [...schemas.keys()].at(-1)];
  return { faults, isBetween: last !== first && last !== newest };
}

async function schemasOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const schemas = new Map<string, string>();
  for (const name of (await readdir(migrationsFolder)).sort()) {
    const path = join(folder, `empty-${schemas.size}.db`);
    await databaseOf(path, name);
    schemas.set(name, schemaOf(path));
  }
  return schemas;
}

function schemaOf(file: string): string {
  const rows = rawRows<{ name: string; sql: string }>(
    file,
    "select name, sql from sqlite_schema where name not like 'sqlite_%' order by name",
  );
  return JSON.stringify(rows);
}

const kept = ['claims', 'stances', 'evidence', 'articles', 'actors', 'attributions', 'reviews'];

/** How much there is of what no upgrade adds to. */
function countsOf(file: string): string {
  const counts = kept.map((table) => `(select count(*) from ${table}) as ${table}`);
  return JSON.stringify(rawRows(file, `select ${counts}`));
}

/** What a file holds, whatever the order in which it came there. */
function contentsOf(file: string): string {
  const hash = createHash('sha256');
  const tables = [
    ...[...kept, 'standings', 'claim_topics', 'evidence_versions', 'likenesses', 'actor_names'],
    'texts',
  ];
  for (const table of tables) {
    const order = table === 'texts' ? 'key' : '1, 2';
    const columns = table === 'texts' ? 'key, sha256, folded, shingles' : '*';
    const rows = rawRows(file, `select ${columns} from ${table} order by ${order}`);
    hash.update(table).update(JSON.stringify(rows));
  }
  const events =
    "select type, noun, subject, payload from events where type <> 'TOKEN_CREATED' order by seq";
  return hash.update(JSON.stringify(rawRows(file, events))).digest('hex');
}

async function removeAll(folder: string, name: string): Promise<void> {
  for (const found of await readdir(folder)) {
    if (found.startsWith(name)) await rm(join(folder, found), { recursive: true, force: true });
  }
}
