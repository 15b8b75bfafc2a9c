import { NetworkError, RateLimitError, ResponseError } from './errors.ts';

/** How long to wait before the next try, in milliseconds; undefined where trying again is in vain. */
export function patience(error: unknown, failures: number): number | undefined {
  if (error instanceof RateLimitError) return Math.max(error.retryAfterMs ?? 0, backOff(failures));
  if (error instanceof NetworkError) return backOff(failures);
  if (!(error instanceof ResponseError)) return undefined;
  const passes = error.code === 'UNAVAILABLE' || (error.code === 'INTERNAL' && failures < 5);
  return passes ? backOff(failures) : undefined;
}

/** Doubles from a quarter of a second to half a minute; half of it by chance, lest all come back at once. */
export function backOff(failures: number): number {
  return Math.min(30_000, 250 * 2 ** failures) * (0.5 + Math.random() / 2);
}
