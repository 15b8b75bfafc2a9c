import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { openDatabase } from '../../db/client.ts';
import { recordStance } from '../../db/commands/record-stance.ts';
import { claimCursors } from '../bench/cursors.ts';
import { stanceFields } from '../bench/operations/stances.ts';
import { recordFile } from '../bench/record/file.ts';
import { createRandom, type Random, zipf } from '../bench/record/random.ts';
import { type Asked, KeptAsking } from '../integration/kept/asking.ts';
import { write } from '../kit/owner.ts';
import type { Run } from './run.ts';

export interface KeptOptions {
  /** How many kept answers are compared. */
  readonly answers: number;
  /** A record of the bench's; one of this many claims is made, unless there is a file. */
  readonly claims: number;
  readonly file?: string | undefined;
  /** What the keeper has room for. */
  readonly mostBytes?: number;
  readonly tell: (progress: string) => void;
}

interface KeptFigures {
  readonly asked: number;
  readonly compared: number;
  readonly recorded: number;
  readonly hitPercent: number;
  readonly keptMb: number;
}

// A thousand questions a second, of a thousand things each, and five stances a second.
const questionsPerStance = 200;
const things = 1_000;

/** Kept answers are compared with fresh ones in the same turn, while stances are recorded on what is asked for most. */
export async function kept(options: KeptOptions): Promise<Run<KeptFigures>> {
  const { answers, claims, file, mostBytes = 64_000_000, tell } = options;
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  const path = join(folder, 'record.db');
  try {
    await copyFile(file ?? (await recordFile(claims)), path);
    const asked = questionsOn(path);
    const db = await openDatabase({ url: `file:${path}` });
    const asking = new KeptAsking(db, mostBytes);
    const random = createRandom(1);
    const rank = zipf(things, 1);
    const faults: string[] = [];
    let [compared, recorded] = [0, 0];
    for (let number = 0; compared < answers && faults.length < 20; number += 1) {
      const question = asked.questions(number % 4, rank(random));
      const found = await asking.compare(question, null);
      if (found !== null) compared += 1;
      if (found === 'other') faults.push(`${question.text} ${JSON.stringify(question.variables)}`);
      if (number % questionsPerStance > 0) continue;
      await write(db, recordStance, stanceOn(asked.claim(rank(random)), asked.actors, random));
      recorded += 1;
      tell(`${compared} of ${answers} compared`);
    }
    await db.close();
    const { found, kept: hits } = asking.counts;
    const all = found + hits;
    return {
      figures: {
        asked: all,
        compared,
        recorded,
        hitPercent: (100 * hits) / all,
        keptMb: asking.keeper.counts.bytes / 1e6,
      },
      faults,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const documents = {
  claim: `query ClaimById($id: ID!) { claim(by: { id: $id }) { id text kind ${stanceFields} } }`,
  actor: `query ActorWithStances($id: ID!) {
    actor(by: { id: $id }) { name stances(first: 50) { nodes { kind claim { text } } } }
  }`,
  list: `query List($after: String) { claims(first: 50, after: $after) { nodes { id text ${stanceFields} } } }`,
  page: `query Page($after: String) {
    claims(first: 50, after: $after) {
      nodes { id text kind articles(first: 1) { nodes { title } } } pageInfo { hasNextPage }
    }
  }`,
};

interface Questions {
  questions(operation: number, rank: number): Asked;
  claim(rank: number): string;
  readonly actors: readonly string[];
}

/** By id, an actor, a list and a deep page, each of things at even distances. */
function questionsOn(path: string): Questions {
  const db = new Sqlite(path, { timeout: 1_000 });
  try {
    const cursors = claimCursors(db);
    const rowsOf = (sql: string) =>
      db.prepare(sql).all() as readonly { readonly key: number; readonly id: string }[];
    const claims = rowsOf('select key, id from claims where listed = 1 order by key desc');
    const actors = rowsOf('select key, id from actors where shown is null order by key');
    const nth = <T>(rows: readonly T[], rank: number): T => {
      const row = rows[Math.floor((rank * rows.length) / things)];
      if (row === undefined) throw new RangeError('The record holds nothing.');
      return row;
    };
    const deep = claims.slice(Math.floor(claims.length / 2));
    const cursor = (rows: typeof claims, rank: number) => ({ after: cursors(nth(rows, rank).key) });
    return {
      questions: (operation, rank) =>
        [
          { text: documents.claim, variables: { id: nth(claims, rank).id } },
          { text: documents.actor, variables: { id: nth(actors, rank).id } },
          { text: documents.list, variables: cursor(claims, rank) },
          { text: documents.page, variables: cursor(deep, rank) },
        ][operation] ?? { text: documents.claim, variables: {} },
      claim: (rank) => nth(claims, rank).id,
      actors: actors.map(({ id }) => id),
    };
  } finally {
    db.close();
  }
}

function stanceOn(
  claim: string,
  actors: readonly string[],
  random: Random,
): Parameters<typeof recordStance>[1] {
  return {
    claim: { id: claim },
    actor: { id: random.pick(actors) },
    kind: random.pick(['ASSERTS', 'DENIES', 'REPORTS', 'CONFIRMS'] as const),
    certainty: 'PLAIN',
    note: 'Said at the desk.',
  };
}
