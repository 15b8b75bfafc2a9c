import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Sqlite from 'libsql';
import { mergeActors } from '../../db/commands/merge-actors.ts';
import { claimsOneWith } from '../../db/queries/identity.ts';
import { recordFile } from '../bench/record/file.ts';
import { openRecord, type TestRecord } from '../kit/open-record.ts';
import { write } from '../kit/owner.ts';
import { rawRows } from '../kit/raw-rows.ts';
import type { Run } from './run.ts';

export interface GreatMergeOptions {
  /** How many claims the record has; its two busiest actors are merged. */
  readonly claims: number;
  readonly tell: (progress: string) => void;
}

interface GreatMergeFigures {
  /** Of the actor that is merged. */
  readonly stances: number;
  readonly mergeMs: number;
  /** The rows that the merge changes, updated and nothing else. */
  readonly updatesMs: number;
  /** How many questions were answered during the merge. */
  readonly reads: number;
  readonly longestWaitMs: number;
}

/** Nobody waits longer than this for a merge of others. */
const patienceMs = 1000;

/** The actor with the most stances is merged into the next, while others read. */
export async function greatMerge({
  claims,
  tell,
}: GreatMergeOptions): Promise<Run<GreatMergeFigures>> {
  tell(`a record of ${claims} claims`);
  await using record = await openRecord({ copyOf: await recordFile(claims) });
  const [busiest, next] = busiestActors(record);
  if (busiest === undefined || next === undefined) throw new Error('There are no two actors.');

  tell('merging');
  const reading = readOn(record);
  const begun = performance.now();
  await write(record.db, mergeActors, {
    from: { slug: busiest.slug },
    into: { slug: next.slug },
    judgement: 'CONFIRMED',
  });
  const mergeMs = performance.now() - begun;
  const { reads, longestWaitMs } = await reading.end();

  const updatesMs = updateAlone(record.path, next, busiest);
  const { stances } = busiest;
  const faults =
    longestWaitMs > patienceMs ? [`A reader waited for ${Math.round(longestWaitMs)} ms.`] : [];
  return { figures: { stances, mergeMs, updatesMs, reads, longestWaitMs }, faults };
}

interface BusyActor {
  readonly key: number;
  readonly slug: string;
  readonly stances: number;
}

function busiestActors({ path }: TestRecord): readonly BusyActor[] {
  return rawRows<BusyActor>(
    path,
    `select actors.key, actors.slug, count(*) as stances from stances join actors on actors.key = stances.actor
    group by actors.key order by stances desc limit 2`,
  );
}

/** Asks for one claim after the other, as fast as the event loop lets it. */
function readOn({ db }: TestRecord) {
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  let [reads, isOver] = [0, false];
  const read = async (): Promise<void> => {
    for (; !isOver; await nextTurn()) {
      await db.reader.read(claimsOneWith, { claim: (reads % 1000) + 1 });
      reads += 1;
    }
  };
  const running = read();
  return {
    async end() {
      isOver = true;
      await running;
      lag.disable();
      return { reads, longestWaitMs: lag.max / 1e6 };
    },
  };
}

/** How long it takes to give one actor's stances to another, and to write the standings of their claims as they are. */
function updateAlone(path: string, from: BusyActor, to: BusyActor): number {
  const file = new Sqlite(path);
  const keysOf = (select: string): readonly number[] =>
    file
      .prepare(select)
      .all(from.key)
      .map((row) => Number(Object.values(row as object)[0]));
  const stances = keysOf('select key from stances where shown_actor = ?');
  const claims = keysOf('select distinct claim from stances where shown_actor = ?');
  const updateStance = file.prepare('update stances set shown_actor = ? where key = ?');
  const updateStanding = file.prepare('update standings set standing = standing where claim = ?');
  const begun = performance.now();
  file.exec('begin immediate');
  for (const stance of stances) updateStance.run(to.key, stance);
  for (const claim of claims) updateStanding.run(claim);
  file.exec('commit');
  const ms = performance.now() - begun;
  file.close();
  return ms;
}
