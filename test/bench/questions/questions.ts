import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import Sqlite from 'libsql';
import { z } from 'zod';
import { type Database, openDatabase } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { cancellable } from '../../../db/read/cancellable.ts';
import type { Question } from '../../../server/graphiql/questions.ts';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { createLog } from '../../../server/log.ts';
import { createHandler } from '../../../server/yoga.ts';
import { type AskedStatement, listenTo } from '../../kit/listened.ts';
import { openFeed } from '../../kit/open-feed.ts';
import { write } from '../../kit/owner.ts';
import { plansOf } from '../../kit/plans.ts';
import { questionsOf } from './asked.ts';

/** What a question costs. */
export interface MeasuredQuestion {
  readonly asks: string;
  readonly statements: number;
  readonly points: number;
  /** CPU of an answer, and of its bare statements, in microseconds: the least of all rounds. */
  readonly answerMicros: number;
  readonly bareMicros: number;
  /** CPU of a request that reads nothing. */
  readonly emptyMicros: number;
  /** The steps that look at a whole table. */
  readonly scans: readonly string[];
}

const noLimit = 2_000_000_000;

/** Each is asked so often, and for so much CPU, before it is measured: a document is compiled from its third time on, and V8 takes longer. */
const warmUps = 12;
const warmUpMicros = 400_000;

/** So much CPU makes a round. */
const roundMicros = 60_000;

/** Asks a copy of the record each question, and its statements alone. */
export async function measureQuestions(
  record: string,
  rounds: number,
  tell: (progress: string) => void,
): Promise<readonly MeasuredQuestion[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-questions-'));
  const path = join(folder, 'record.db');
  copyFileSync(record, path, constants.COPYFILE_FICLONE);
  const db = await openDatabase({ url: `file:${path}` });
  const file = new Sqlite(path);
  file.exec('pragma query_only = 1; pragma cache_size = -65536');
  try {
    const asking = await openAsking(db);
    const measured: MeasuredQuestion[] = [];
    const nothing = { asks: 'Nothing', query: '{ __typename }', needsEditor: false };
    const { answerMicros: emptyMicros } = await costOf(nothing, { asking, file, rounds });
    for (const question of await questionsOf(file)) {
      const found = await costOf(question, { asking, file, rounds });
      const scans = scansOf(path, found.asked);
      const { asked, ...figures } = found;
      tell(`${question.asks}: ${figures.points} points, ${Math.round(figures.answerMicros)} us`);
      measured.push({
        asks: question.asks,
        statements: asked.length,
        ...figures,
        emptyMicros,
        scans,
      });
    }
    return measured;
  } finally {
    file.close();
    await db.close();
    rmSync(folder, { recursive: true });
  }
}

type Asking = Awaited<ReturnType<typeof openAsking>>;

/** The handler in this process; what is read aside is read here, too, so that its CPU is seen. */
async function openAsking(db: Database) {
  const { db: listened, asked } = listenTo({ ...db, aside: () => cancellable(db.reader) });
  const { hash, token } = newToken();
  await write(db, createToken, { name: 'Bench', role: 'EDITOR', hash });
  const handler = createHandler({
    db: listened,
    feed: openFeed(listened),
    log: createLog({ level: 'fatal', stream: new Writable({ write: (_l, _e, done) => done() }) }),
    corsOrigins: [],
    publicTexts: false,
    production: false,
    openExtractor: async () => null,
    limits: {
      ...defaultLimits,
      cost: noLimit,
      costPerMinute: noLimit,
      editorCost: noLimit,
      editorCostPerMinute: noLimit,
      strangersPerMinute: noLimit,
    },
  });
  return {
    asked,
    async ask({ needsEditor, query }: Question): Promise<unknown> {
      asked.length = 0;
      const response = await handler.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(needsEditor && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query }),
      });
      return response.json();
    },
  };
}

async function costOf(
  question: Question,
  {
    asking,
    file,
    rounds,
  }: { readonly asking: Asking; readonly file: Sqlite.Database; readonly rounds: number },
) {
  let told: unknown;
  for (let times = 0; times < warmUps; times += 1) told = await asking.ask(question);
  const asked = [...asking.asked];
  const bare = bareOf(file, asked);
  await cpuOf(() => asking.ask(question), warmUpMicros);
  const points = pointsIn(told, question);
  let answerMicros = Number.POSITIVE_INFINITY;
  let bareMicros = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    // One after the other, so that both meet the machine as it is.
    answerMicros = Math.min(answerMicros, await cpuOf(() => asking.ask(question)));
    bareMicros = Math.min(bareMicros, await cpuOf(bare));
  }
  return { asked, points, answerMicros, bareMicros };
}

function bareOf(file: Sqlite.Database, asked: readonly AskedStatement[]): () => unknown {
  const ready = asked.map(({ text, values }) => ({
    statement: file.prepare(text).raw(true),
    values,
  }));
  return () => ready.map(({ statement, values }) => statement.get([...values]));
}

/** CPU of one time, in microseconds. */
async function cpuOf(work: () => unknown, least = roundMicros): Promise<number> {
  let times = 0;
  let spent = 0;
  const before = process.cpuUsage();
  while (spent < least) {
    await work();
    times += 1;
    const { system, user } = process.cpuUsage(before);
    spent = system + user;
  }
  return spent / times;
}

const answer = z.object({
  errors: z.unknown().optional(),
  extensions: z.object({ cost: z.number() }),
});

function pointsIn(told: unknown, { asks }: Question): number {
  const { errors, extensions } = answer.parse(told);
  if (errors !== undefined) throw new Error(`${asks} is answered ${JSON.stringify(errors)}.`);
  return extensions.cost;
}

/** The steps of these statements that look at a whole table. */
function scansOf(path: string, asked: readonly AskedStatement[]): readonly string[] {
  const statements = asked.map(({ text, values }) => ({
    text,
    columns: [],
    parameters: values.map(valueGiven),
    unpack: () => [],
  }));
  return plansOf(path, statements).flatMap(({ scans, steps }) =>
    scans.filter((scan) => !isMadeHere(scan, steps)),
  );
}

function valueGiven(value: unknown) {
  if (value === null || typeof value === 'string' || typeof value === 'number') return { value };
  throw new TypeError('A statement is given texts, numbers and nulls.');
}

/** Whether what is looked through is an answer of the statement's own, and no table. */
function isMadeHere(scan: string, steps: readonly string[]): boolean {
  const name = /^SCAN (\w+)/.exec(scan)?.[1];
  return steps.some((step) => step === `CO-ROUTINE ${name}` || step === `MATERIALIZE ${name}`);
}
