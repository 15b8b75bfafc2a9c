import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Database, openDatabase } from '../../db/client.ts';
import { StorageDamaged } from '../../db/read/storage-error.ts';
import { writeRecord } from '../bench/record/file.ts';
import { createRandom, type Random } from '../bench/record/random.ts';
import { answerOf, handlerOver } from '../integration/http/open-handler.ts';
import type { Run } from './run.ts';

export interface DamageOptions {
  /** How many files have a page of zeros, and as many one that belongs elsewhere. */
  readonly files: number;
  readonly tell: (progress: string) => void;
}

const kindsOfDamage = ['zeroed', 'misplaced'] as const;
type KindOfDamage = (typeof kindsOfDamage)[number];

interface DamageFigures {
  readonly files: number;
  /** Files that were not opened, since the damage was met before anything was answered. */
  readonly refusedAtOnce: number;
  /** Files of which something was answered wrongly, and how many answers that were. */
  readonly servedWrongly: number;
  readonly wrongAnswers: number;
  /** How long after its opening a file was last answered wrongly, at most, and how long a check took at most. */
  readonly wrongUntilMs: number;
  readonly checkedAfterMs: number;
  /** What was answered wrongly after the check had ended, and what was not found by it at all. */
  readonly wrongAfterCheck: number;
  readonly notFound: number;
}

const claims = 60;
const pageBytes = 4096;

/** In the place of an answer that is an error. */
const failed = 'an error';

/** What is asked of each file: of every kind of thing that is on record, and of every index of the search. */
const questions = [
  '{ claims(first: 50) { totalCount nodes { slug text standing { status summary } } } }',
  '{ claims(last: 50, orderBy: { field: STANDING_CHANGED_AT, direction: ASC }) { nodes { slug stances(first: 20) { nodes { kind certainty actor { slug name } } } } } }',
  '{ actors(first: 100, orderBy: { field: NAME, direction: ASC }) { totalCount nodes { slug name kind } } }',
  '{ articles(first: 50, orderBy: { field: PUBLISHED_AT, direction: DESC }) { totalCount nodes { slug title sha256 outlet { slug } } } }',
  '{ claims(last: 20) { nodes { slug stances(first: 20) { nodes { kind evidence { quote article { slug } } } } } } }',
  '{ recordEvents(first: 100) { nodes { type at } } }',
];

/**
 * Serves small records that were closed cleanly and then damaged as a disk does it, so that they look like what was closed,
 * and compares what they are answered with until their check has ended, and after it, with the answers of the sound one.
 */
export async function damage({ files, tell }: DamageOptions): Promise<Run<DamageByKind>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  try {
    const sound = join(folder, 'sound.db');
    await writeRecord(sound, claims);
    const answers = await openDatabase({ url: `file:${sound}`, check: false }).then(
      answersAndClose,
    );
    const faults: string[] = [];
    const figures = {} as Record<KindOfDamage, DamageFigures>;
    for (const kind of kindsOfDamage) {
      const random = createRandom(1);
      let sum = none;
      for (let file = 1; file <= files; file += 1) {
        tell(`${file} of ${files} files with a page ${kind}, ${sum.servedWrongly} served wrongly`);
        const path = join(folder, `${kind}-${file}.db`);
        await copyFile(sound, path);
        // Looked at once, so that it is closed.
        await (await openDatabase({ url: `file:${path}` })).close();
        const page = damagePage(path, kind, random);
        const found = await serveDamaged(path, answers);
        if (found.wrongAfterCheck > 0)
          faults.push(`Page ${page} ${kind}: answered wrongly after the check.`);
        faults.push(...found.faults.map((fault) => `Page ${page} ${kind}: ${fault}`));
        sum = together(sum, found);
        for (const suffix of ['', '-wal', '-shm', '.lock'])
          await rm(path + suffix, { force: true });
      }
      figures[kind] = sum;
    }
    return { figures, faults };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type DamageByKind = Readonly<Record<KindOfDamage, DamageFigures>>;

const none: DamageFigures = {
  files: 0,
  refusedAtOnce: 0,
  servedWrongly: 0,
  wrongAnswers: 0,
  wrongUntilMs: 0,
  checkedAfterMs: 0,
  wrongAfterCheck: 0,
  notFound: 0,
};

function together(sum: DamageFigures, one: DamageFigures): DamageFigures {
  return {
    files: sum.files + one.files,
    refusedAtOnce: sum.refusedAtOnce + one.refusedAtOnce,
    servedWrongly: sum.servedWrongly + one.servedWrongly,
    wrongAnswers: sum.wrongAnswers + one.wrongAnswers,
    wrongUntilMs: Math.max(sum.wrongUntilMs, one.wrongUntilMs),
    checkedAfterMs: Math.max(sum.checkedAfterMs, one.checkedAfterMs),
    wrongAfterCheck: sum.wrongAfterCheck + one.wrongAfterCheck,
    notFound: sum.notFound + one.notFound,
  };
}

/** Overwrites a page with zeros, or with another one of the file that is not the same: the file looks as it was closed. */
function damagePage(path: string, kind: KindOfDamage, random: Random): number {
  const { atime, mtime, size } = statSync(path);
  const pages = size / pageBytes;
  const file = openSync(path, 'r+');
  const read = (page: number): Buffer => {
    const bytes = Buffer.alloc(pageBytes);
    readSync(file, bytes, 0, pageBytes, (page - 1) * pageBytes);
    return bytes;
  };
  try {
    for (;;) {
      // In the first page stands what the mark goes by.
      const page = 2 + random.below(pages - 1);
      const other = kind === 'zeroed' ? Buffer.alloc(pageBytes) : read(2 + random.below(pages - 1));
      if (other.equals(read(page))) continue;
      writeSync(file, other, 0, pageBytes, (page - 1) * pageBytes);
      return page;
    }
  } finally {
    closeSync(file);
    utimesSync(path, atime, mtime);
  }
}

type Found = DamageFigures & { readonly faults: readonly string[] };

/** Serves a damaged file until its check has ended, and looks what is answered then. */
async function serveDamaged(path: string, answers: readonly string[]): Promise<Found> {
  const found = { ...none, files: 1 };
  const faults: string[] = [];
  const since = performance.now();
  const url = `file:${path}`;
  const db = await openDatabase({ url, check: 'beside' }).catch(() => null);
  if (db === null) return { ...found, refusedAtOnce: 1, faults };
  try {
    if (db.fileCheck() !== 'running') faults.push('It was looked at before it was opened.');
    while (db.fileCheck() === 'running') {
      const wrong = countWrong(await answersOf(db), answers);
      // What the check tells comes between two turns.
      await nextTurn();
      if (wrong === 0) continue;
      found.wrongAnswers += wrong;
      found.servedWrongly = 1;
      found.wrongUntilMs = performance.now() - since;
    }
    found.checkedAfterMs = performance.now() - since;
    if (db.fileCheck() !== 'failed') found.notFound = 1;
    found.wrongAfterCheck = countWrong(await answersOf(db), answers);
    const refused = await db.backUp(`${path}.backup`).catch((error: unknown) => error);
    if (!(refused instanceof StorageDamaged) || existsSync(`${path}.backup`))
      faults.push('A backup was made of it.');
  } finally {
    await db.close();
  }
  if (existsSync(`${path}.closed`)) faults.push('It was closed as if it were sound.');
  return { ...found, faults };
}

async function answersAndClose(db: Database): Promise<readonly string[]> {
  const answers = await answersOf(db);
  await db.close();
  if (answers.includes(failed)) throw new Error('The sound record was not answered.');
  return answers;
}

async function answersOf(db: Database): Promise<readonly string[]> {
  await using handler = handlerOver(db);
  const answers: string[] = [];
  for (const query of questions) {
    const { data, errors } = await answerOf(handler.ask({ query }));
    answers.push(errors ? failed : JSON.stringify(data));
  }
  return answers;
}

/** Answers that are neither the right ones nor errors. */
function countWrong(answers: readonly string[], right: readonly string[]): number {
  return answers.filter((answer, place) => answer !== right[place] && answer !== failed).length;
}
