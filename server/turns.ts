/** How long operations may keep the thread before everything else has its turn. */
const sliceMs = 10;

/** Null where an operation may go on at once; else what it has to wait for. */
export type Turns = () => Promise<void> | null;

/**
 * Shares the thread among operations whose statements answer at once: when they have kept it for a while, they wait, and
 * go on one at a time, each when everything else that came in meanwhile has had its turn.
 */
export function createTurns(now = () => performance.now()): Turns {
  const waiting: (() => void)[] = [];
  let since: number | null = null;

  const begin = (): void => {
    since = now();
    setImmediate(end);
  };
  const end = (): void => {
    since = null;
    const next = waiting.shift();
    if (next === undefined) return;
    begin();
    next();
  };

  return () => {
    if (since === null) begin();
    else if (now() - since >= sliceMs)
      return new Promise<void>((resolve) => void waiting.push(resolve));
    return null;
  };
}
