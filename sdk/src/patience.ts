import { NetworkError, ResponseError } from './errors.ts';

/** How long to wait before the next try, in milliseconds; undefined where trying again is in vain. */
export function patience(error: unknown, failures: number): number | undefined {
  const wait = backOff(failures);
  if (error instanceof NetworkError) return wait;
  return error instanceof ResponseError && /^(RATE_LIMITED|UNAVAILABLE)$/.test(error.code)
    ? (error.retryAfterMs ?? 0) + wait
    : undefined;
}

/** The same for what goes on for days: it bears with a server that fails for some seven minutes. */
export function retryDelay(error: unknown, failures: number): number | undefined {
  const fails = error instanceof ResponseError && error.code === 'INTERNAL' && failures < 25;
  return fails ? backOff(failures) : patience(error, failures);
}

/** Doubles from a quarter of a second to half a minute; half of it by chance, lest all come back at once. */
export function backOff(failures: number): number {
  return Math.min(30_000, 250 * 2 ** failures) * (0.5 + Math.random() / 2);
}
