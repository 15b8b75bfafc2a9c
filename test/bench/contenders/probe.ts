import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { countStatements } from './statements.ts';

/** Loaded into every contender before its own code: tells what the process has cost so far, holds now or has asked of its file,
 * and how late its event loop comes. */
process.on('message', (message) => {
  if (message === 'cost') process.send?.(cost());
  if (message === 'memory') process.send?.(memory());
  if (message === 'statements') void tellStatements();
  if (message === 'watch') delay.enable();
  if (message === 'rest') delay.disable();
  if (message === 'lag') process.send?.(lag());
});
process.channel?.unref();
const { COST_FILE: costFile } = process.env;
if (costFile !== undefined)
  process.on('exit', () => writeFileSync(costFile, JSON.stringify(cost())));

const watchedEveryMs = 10;
const delay = monitorEventLoopDelay({ resolution: watchedEveryMs });

/** Microseconds of CPU. */
function cost(): { readonly cost: number } {
  const { user, system } = process.cpuUsage();
  return { cost: user + system };
}

/** Bytes, once all that can be let go is gone, and what the event loop waits for: sockets, timers, requests. */
function memory(): Readonly<Record<'rss' | 'heap' | 'handles', number>> {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external, handles: process.getActiveResourcesInfo().length };
}

async function tellStatements(): Promise<void> {
  process.send?.({ statements: await countStatements() });
}

/** By how many milliseconds the event loop came late while it was watched: but for one in a hundred times at most. */
function lag(): { readonly lag: number } {
  const found = { lag: Math.max(delay.percentile(99) / 1e6 - watchedEveryMs, 0) };
  delay.reset();
  return found;
}
