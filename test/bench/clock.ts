/** Milliseconds on the clock that all processes of this machine share, and that nobody sets. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** What to add to `now` for the time of day, to the microsecond: the moment is awaited at which the millisecond changes. */
export function timeOfDayAtZero(): number {
  const before = Date.now();
  while (Date.now() === before);
  return Date.now() - now();
}
