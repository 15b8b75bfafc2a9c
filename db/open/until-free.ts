import { setTimeout as pause } from 'node:timers/promises';
import { hasCode } from '../read/storage-error.ts';

const patienceMs = 60_000;
const pauseMs = 100;

/** Does what can be done again until it meets no lock of another process, for a minute. Others may migrate the same database. */
export async function untilFree<T>(job: () => Promise<T>): Promise<T> {
  const since = performance.now();
  for (;;) {
    try {
      return await job();
    } catch (error) {
      if (!hasCode(error, 'SQLITE_BUSY') || performance.now() - since > patienceMs) throw error;
      await pause(pauseMs);
    }
  }
}
