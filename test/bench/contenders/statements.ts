import { Worker } from 'node:worker_threads';

let count: number | undefined;

/**
 * How many statements this process has run since this was asked before. It is counted from the first time on, which answers 0:
 * until then nothing stands between a contender and its driver.
 */
export async function countStatements(): Promise<number> {
  if (count === undefined) await startCounting();
  const since = count ?? 0;
  count = 0;
  return since;
}

async function startCounting(): Promise<void> {
  const { default: Database } = await import('libsql');
  const db = new Database(':memory:');
  const statement = Object.getPrototypeOf(db.prepare('select 1'));
  db.close();
  // `all` runs what `iterate` gives.
  for (const way of ['get', 'run', 'iterate']) tally(statement, way, () => true);
  // What is read aside is run by a thread, which is told the text of each statement.
  tally(Worker.prototype, 'postMessage', (message) => Object(message).text !== undefined);
}

/** Has each call of the method counted whose first argument is one that counts. */
function tally(owner: object, method: string, counts: (first: unknown) => boolean): void {
  const run = Reflect.get(owner, method);
  const counted = function (this: unknown, ...args: readonly unknown[]): unknown {
    if (counts(args[0])) count = (count ?? 0) + 1;
    return run.apply(this, args);
  };
  Reflect.set(owner, method, counted);
}
