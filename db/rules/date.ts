import { InputInvalid } from './errors.ts';
import { cited } from './sentence.ts';

/**
 * Passes when `date` is a day of the calendar, written `YYYY-MM-DD`.
 * @throws InputInvalid
 */
export function assertDate(date: string, path: readonly string[]): void {
  if (!isDate(date))
    throw new InputInvalid(`${cited(date)} is not a day written YYYY-MM-DD.`, path);
}

/**
 * Passes when both are days of the calendar or unknown, and `until` is not before `from`. A fault is told at the date
 * that has it: `path` leads to what holds them, `names` are their keys there.
 * @throws InputInvalid
 */
export function assertPeriod(
  [from, until]: readonly [from: string | null, until: string | null],
  [fromName, untilName]: readonly [from: string, until: string],
  path: readonly string[],
): void {
  if (from !== null) assertDate(from, [...path, fromName]);
  if (until !== null) assertDate(until, [...path, untilName]);
  if (from !== null && until !== null && until < from) {
    throw new InputInvalid(`The period ends on ${cited(until)}, before it begins.`, [
      ...path,
      untilName,
    ]);
  }
}

/** The day, in UTC, of a moment in milliseconds. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** The first moment, in UTC, of a day. */
export function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00.000Z`);
}

/** The moment that a day stands for: its first, but for words that take something back, which come after all that was said on it. */
export function momentOfDay(date: string, isRetraction: boolean): number {
  return startOf(date) + (isRetraction ? 86_399_999 : 0);
}

function isDate(date: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const days = daysIn(Number(year), Number(month));
  return days !== undefined && Number(day) >= 1 && Number(day) <= days;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month of the calendar has. */
function daysIn(year: number, month: number): number | undefined {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : daysOfMonths[month - 1];
}
