import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../../db/client.ts';
import { standingFacts } from '../../../db/queries/standing-facts.ts';
import { standingsIn } from '../../../db/rules/standing.ts';
import { storedStanding } from '../../../db/rules/standing-stored.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { createRandom } from '../../bench/record/random.ts';
import { committedEvents } from '../../kit/committed.ts';
import { openRecord } from '../../kit/open-record.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { withoutCost } from '../../kit/without-cost.ts';
import { bearer, handlerOver } from '../http/open-handler.ts';
import { fileOf, imported } from '../interchange/files.ts';
import { actorsAsOne, claimsAsOne } from './as-one.ts';
import { all, everyAnswer, type Share } from './every-answer.ts';
import {
  projectedFromTheStart,
  type StoredStanding,
  storedStances,
  storedStandings,
} from './from-the-start.ts';
import { Merger } from './merging.ts';
import { readFaults } from './read-as-one.ts';

export interface MergingOptions {
  readonly seed: number;
  readonly steps: number;
  /** After how many steps the record is looked at. */
  readonly every: number;
  /** One in so many questions is asked before, and again when all is undone; every one of them, unless given. */
  readonly oneIn?: number;
  readonly tell?: (progress: string) => void;
}

export interface Merged {
  readonly counts: Merger['counts'];
  /** Whatever was not as it has to be, a sentence each. */
  readonly faults: readonly string[];
}

interface Open {
  readonly db: Database;
  readonly path: string;
}

/** Merges, SAME_AS and undos at random over a random record, and what is wrong with what is read meanwhile and after. */
export async function mergeAtRandom(options: MergingOptions): Promise<Merged> {
  const { seed, steps, every, oneIn = 1, tell } = options;
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-base-'));
  const base = join(folder, 'base.db');
  try {
    const token = await fillBase(base, seed);
    await using record = await openRecord({ copyOf: base });
    const merger = new Merger(record, createRandom(seed));
    const faults: string[] = [];
    const moments: [at: number, standings: readonly StoredStanding[]][] = [];
    const share = { oneIn, from: seed };
    const before = await answersOn(record, token, share);
    const half = every * Math.ceil(steps / every / 2);
    for (let step = 1; step <= steps; step += 1) {
      const told = storedStandings(record.path);
      const head = lastOf(record.path).seq;
      await merger.step();
      faults.push(
        ...changesTold(record.path, { head, told }).map((fault) => `Step ${step}: ${fault}`),
      );
      if (step % every > 0) continue;
      const found = [...(await verifyFaults(record)), ...(await scratchFaults(record.path, base))];
      faults.push(...found.map((fault) => `Step ${step}: ${fault}`));
      if (step === half) {
        const answers = await answersOn(record, token, all);
        faults.push(...readFaults(record.path, answers).map((fault) => `Step ${step}: ${fault}`));
      }
      moments.push([lastOf(record.path).at, storedStandings(record.path)]);
      tell?.(`${step} of ${steps} steps`);
      if (faults.length > 20) return { counts: merger.counts, faults };
    }
    await merger.undoAll();
    faults.push(...(await verifyFaults(record)).map((fault) => `Undone: ${fault}`));
    faults.push(...(await pastFaults(record, moments)));
    faults.push(...unlike(before, await answersOn(record, token, share)));
    return { counts: merger.counts, faults };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Imports a random record, and puts the token of an editor beside it. */
async function fillBase(base: string, seed: number): Promise<string> {
  await using record = await openRecord();
  await imported(record.db, fileOf(recordLines(seed)));
  const token = await bearer(record.db, { role: 'EDITOR' });
  await record.db.close();
  await copyFile(record.path, base);
  return token;
}

async function answersOn(
  { db, path }: Open,
  token: string,
  share: Share,
): Promise<ReadonlyMap<string, string>> {
  await using handler = handlerOver(db);
  const answered = new Map<string, string>();
  for (const headers of [{}, { authorization: token }]) {
    const who = 'authorization' in headers ? 'an editor' : 'a stranger';
    const ask = async (query: string, variables: object) =>
      withoutCost(await (await handler.ask({ query, variables }, headers)).json());
    const answers = await everyAnswer(path, ask, share);
    for (const [question, answer] of answers) answered.set(`${question}, asked by ${who}`, answer);
  }
  return answered;
}

function unlike(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([question, answer]) => {
    const now = after.get(question);
    return now === answer ? [] : `${question}: ${answer} became ${now}`;
  });
}

async function verifyFaults({ db }: Open): Promise<string[]> {
  const { faults } = await verifyRecord(db);
  return faults.map(({ noun, id, what }) => `${noun} ${id}: ${what}`);
}

async function scratchFaults(path: string, base: string): Promise<string[]> {
  const { shown, faults } = actorsAsOne(path);
  const claim = claimsAsOne(path);
  const found = storedStandings(path);
  const expected = await projectedFromTheStart(base, { actor: shown, claim });
  const byClaim = new Map(expected.standings.map((one) => [one.claim, one]));
  for (const { claim: key, status, standing } of found) {
    const one = byClaim.get(claim(key));
    if (one?.status !== status) faults.push(`claim ${key} is ${status}, not ${one?.status}`);
    else if ((one?.standing ?? null) !== standing)
      faults.push(`claim ${key} has ${standing}, not ${one?.standing}`);
  }
  const stances = storedStances(path);
  for (const [index, stance] of stances.entries()) {
    const one = expected.stances[index];
    if (!isDeepStrictEqual(stance, one))
      faults.push(`a stance has ${JSON.stringify(stance)}, not ${JSON.stringify(one)}`);
  }
  return faults;
}

/** That each claim whose status a step changed was told of once, from the one to the other, and no other was. */
function changesTold(
  path: string,
  { head, told }: { readonly head: number; readonly told: readonly StoredStanding[] },
): string[] {
  const now = new Map(storedStandings(path).map(({ claim, status }) => [claim, status]));
  const changed = told.flatMap(({ claim, status }) =>
    now.get(claim) === status ? [] : `${claim} ${status} ${now.get(claim)}`,
  );
  const events = committedEvents(path).filter(({ seq }) => seq > head);
  const announced = events.flatMap(({ type, subject, payload }) => {
    if (type !== 'STANDING_CHANGED') return [];
    const { because, from, to } = payload as {
      because: { noun: string };
      from: string;
      to: string;
    };
    const cause =
      because.noun === 'merge' || because.noun === 'link' ? '' : ` by a ${because.noun}`;
    return `${subject} ${from} ${to}${cause}`;
  });
  const faults = isDeepStrictEqual(announced.toSorted(), changed.toSorted())
    ? []
    : [`told was ${announced.join(', ')}; changed had ${changed.join(', ')}`];
  const twice = rawRows<{ subject: number }>(
    path,
    "select subject from events where type = 'CLAIM_ADDED' group by subject having count(*) > 1",
  );
  return [...faults, ...twice.map(({ subject }) => `claim ${subject} was added twice`)];
}

/** What was true at each moment is answered still. */
async function pastFaults(
  { db, path }: Open,
  moments: readonly (readonly [at: number, standings: readonly StoredStanding[]])[],
): Promise<string[]> {
  const keys = storedStandings(path).map(({ claim }) => claim);
  const facts = await standingFacts(db.reader, keys);
  return moments.flatMap(([at, standings]) => {
    const then = standingsIn(facts, { asOf: at, saidBy: null });
    return standings.flatMap(({ claim, standing, status }) => {
      const was = then.of(claim);
      const isSame = standing === null ? was.status === status : storedStanding(was) === standing;
      return isSame ? [] : `asOf ${at} claim ${claim} was ${JSON.stringify(was)}, not ${standing}`;
    });
  });
}

function lastOf(path: string): { readonly seq: number; readonly at: number } {
  const [last] = rawRows<{ seq: number; at: number }>(
    path,
    'select seq, at from events order by seq desc limit 1',
  );
  return last ?? { seq: 0, at: 0 };
}

/** The lines of a random record in an order in which none names a later one. */
function recordLines(seed: number): readonly object[] {
  const lines = randomRecord(seed).map(
    ({ concerns: _concerns, shown: _shown, knownBy: _knownBy, ...line }) => line,
  );
  const rank = (line: Readonly<Record<string, unknown>>): number => {
    if (line.type === 'actor') return line.kind === 'UNNAMED_SOURCE' ? 1 : 0;
    if (line.type === 'affiliation') return 2;
    if (line.type !== 'article') return 100;
    const older = lines.find((other) => other.type === 'article' && other.id === line.supersedes);
    return older === undefined ? 10 : 1 + rank(older);
  };
  return lines.toSorted((a, b) => rank(a) - rank(b));
}
