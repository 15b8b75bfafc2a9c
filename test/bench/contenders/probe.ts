import { writeFileSync } from 'node:fs';
import { countStatements } from './statements.ts';

/** Loaded into every contender before its own code: tells what the process has cost so far, holds now or has asked of its file,
 * and how late its event loop comes. */
process.on('message', (message) => {
  if (message === 'cost') process.send?.(cost());
  if (message === 'memory') process.send?.(memory());
  if (message === 'statements') void tellStatements();
  if (message === 'watch') watch();
  if (message === 'rest') clearInterval(watching);
  if (message === 'lag') process.send?.(lag());
});
process.channel?.unref();
const { COST_FILE: costFile } = process.env;
if (costFile !== undefined)
  process.on('exit', () => writeFileSync(costFile, JSON.stringify(cost())));

const watchedEveryMs = 10;
let watching: NodeJS.Timeout | undefined;
let late: number[] = [];

/** Notes how late the event loop comes. A monitor of Node's counts the time between two watches, too. */
function watch(): void {
  let due = performance.now() + watchedEveryMs;
  watching = setInterval(() => {
    const now = performance.now();
    late.push(Math.max(now - due, 0));
    due = now + watchedEveryMs;
  }, watchedEveryMs);
}

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
  const sorted = late.sort((a, b) => a - b);
  late = [];
  return { lag: sorted[Math.floor(sorted.length * 0.99)] ?? 0 };
}
