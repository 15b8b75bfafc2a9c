import { isMainThread } from 'node:worker_threads';
import { countStatements, hearOfCounting } from './statements.ts';

/**
 * Loaded into every thread of a contender before its own code: tells what the process has cost so far, holds now or has asked
 * of its database, when asked.
 */
if (isMainThread) {
  process.on('message', (message) => {
    if (message === 'cost') process.send?.(cost());
    if (message === 'memory') process.send?.(memory());
    if (message === 'statements')
      void countStatements().then((statements) => process.send?.({ statements }));
  });
  process.channel?.unref();
} else {
  hearOfCounting();
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
