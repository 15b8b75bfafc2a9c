import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 60_000;

/**
 * Waits until `count` tells at least `wanted`. It may take as long as it likes, as long as it grows.
 * @throws when it has not grown for a minute
 */
export async function untilCount(
  count: () => number | Promise<number>,
  wanted: number,
): Promise<void> {
  let seen = await count();
  let at = performance.now();
  while (seen < wanted) {
    if (performance.now() - at > patienceMs)
      throw new Error(`It stands still at ${seen} of ${wanted}.`);
    await pause(10);
    const now = await count();
    if (now > seen) at = performance.now();
    seen = now;
  }
}
