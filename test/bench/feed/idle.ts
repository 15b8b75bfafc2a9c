import { setTimeout as pause } from 'node:timers/promises';
import { now } from '../clock.ts';
import type { Holding, Probed } from '../contenders/process.ts';
import { openReaders, type Readers } from './readers.ts';
import type { Stage } from './stage.ts';

/** A server before, while and after so many streams are open on which nothing happens. */
export interface IdleReport {
  readonly subscribers: number;
  readonly before: Holding;
  readonly during: Holding;
  readonly after: Holding;
}

const few = 20;
const settleMs = 1_000;
const patienceMs = 15_000;

/** Measures the server that is followed; its process needs to run with `--expose-gc`. */
export async function measureIdle(stage: Stage, subscribers: number): Promise<IdleReport> {
  const { process } = stage.followed;
  const started = await process.memory();
  // A few first, so that what is only loaded or made once is there before.
  const first = await openIdle(stage, few);
  await first.leave();
  const before = await holdingAtMost(process, started.handles);
  const readers = await openIdle(stage, subscribers);
  await pause(settleMs);
  const during = await process.memory();
  await readers.leave();
  return { subscribers, before, during, after: await holdingAtMost(process, before.handles) };
}

function openIdle({ followed: { port }, readers }: Stage, count: number): Promise<Readers> {
  return openReaders(readers, {
    port,
    count,
    pathOf: () => '/graphql',
    feedCase: { transport: 'sse', filter: () => undefined },
  });
}

/** What it holds as soon as its handles are so many again, or what it still holds when that takes too long. */
async function holdingAtMost(process: Probed, handles: number): Promise<Holding> {
  const since = now();
  for (;;) {
    await pause(settleMs);
    const held = await process.memory();
    if (held.handles <= handles || now() - since > patienceMs) return held;
  }
}
