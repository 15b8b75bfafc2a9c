import { countStatements } from './statements.ts';

/** Loaded into every contender before its own code: tells what the process has cost so far, holds now or has asked of its file. */
process.on('message', (message) => {
  if (message === 'cost') process.send?.(cost());
  if (message === 'memory') process.send?.(memory());
  if (message === 'statements') void tellStatements();
});
process.channel?.unref();

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
