import { BroadcastChannel } from 'node:worker_threads';

/** Where all threads of the process count together, once they are told to. */
let count: Int32Array | undefined;

/**
 * How many statements all threads have run since this was asked before. It is counted from the first time on, which answers 0:
 * until then nothing stands between a contender and its driver.
 */
export async function countStatements(): Promise<number> {
  if (count === undefined) {
    count = new Int32Array(new SharedArrayBuffer(4));
    await countInto(count);
    const channel = new BroadcastChannel(channelName);
    channel.postMessage(count);
    channel.close();
  }
  return Atomics.exchange(count, 0, 0);
}

/** Has this thread count as soon as the process is asked to. */
export function hearOfCounting(): void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => void countInto(data);
  channel.unref();
}

const channelName = 'onrecord-bench-statements';

async function countInto(into: Int32Array): Promise<void> {
  const { default: Database } = await import('libsql');
  const db = new Database(':memory:');
  const statement = Object.getPrototypeOf(db.prepare('select 1'));
  db.close();
  // `all` runs what `iterate` gives.
  for (const way of ['get', 'run', 'iterate']) {
    const run = statement[way];
    statement[way] = function (...args: unknown[]) {
      Atomics.add(into, 0, 1);
      return run.apply(this, args);
    };
  }
}
