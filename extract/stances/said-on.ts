import type { ParsedComponents } from 'chrono-node';
import { parse } from 'chrono-node/en';

const dayMs = 86_400_000;

/**
 * The day that a text means by the words for when something was said, as far as that is certain: what was said is not later
 * than the article. Days are told as `2024-11-11`. Words that need the article's day mean none without it.
 */
export function saidOn(phrase: string, publishedOn: string | undefined): string | undefined {
  const hasYear = /\b(?:19|20)\d\d\b/u.test(phrase);
  if (publishedOn === undefined && !hasYear) return undefined;
  const issued = publishedOn === undefined ? undefined : Date.parse(`${publishedOn}T00:00Z`);
  if (issued !== undefined && Number.isNaN(issued)) return undefined;
  const told = phrase.replace(partOfDay, '');
  const [parsed, another] = parse(told, noonOf(issued ?? Date.parse('2000-01-01')));
  if (parsed === undefined || another !== undefined || !told.endsWith(parsed.text))
    return undefined;
  const time = timeOf(parsed.start, { phrase, issued, hasYear });
  if (time === undefined || (issued !== undefined && time > issued)) return undefined;
  return new Date(time).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** Noon of a day where this runs: the parser counts days by the clock of that place, and at noon it is the same day by any. */
function noonOf(day: number): Date {
  const date = new Date(day);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

// `Monday night`: a part of a day is of that day.
const partOfDay = /(?<=day) (?:morning|afternoon|evening|night)$/iu;

interface Told {
  readonly phrase: string;
  /** The day of the article, in milliseconds. */
  readonly issued: number | undefined;
  readonly hasYear: boolean;
}

function timeOf(start: ParsedComponents, { phrase, issued, hasYear }: Told): number | undefined {
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null) return undefined;
  const time = Date.UTC(year, month - 1, day);
  if (/ days ago$/iu.test(phrase)) return time;
  const weekday = start.isCertain('weekday') ? start.get('weekday') : null;
  if (!start.isCertain('day')) {
    if (weekday === null) return /^this /iu.test(phrase) ? issued : undefined;
    return issued === undefined ? undefined : lastDay(weekday, issued, phrase);
  }
  // A day without a year is the last one of that name; and it is none where the weekday is another.
  const isLater = !hasYear && issued !== undefined && time > issued;
  const own = isLater ? Date.UTC(year - 1, month - 1, day) : time;
  const isFar = !hasYear && issued !== undefined && issued - own > longestMs;
  const isOfWeek = weekday === null || new Date(own).getUTCDay() === weekday;
  return isFar || !isOfWeek ? undefined : own;
}

// `on 3 March` in an article of 1 March is no day of the year before.
const longestMs = 300 * dayMs;

/** `on Monday`: the last one, the article's own day among them. `last Monday` may be a week before the last one. */
function lastDay(weekday: number, issued: number, phrase: string): number | undefined {
  const today = new Date(issued).getUTCDay();
  const back = (today - weekday + 7) % 7;
  const isOfLastWeek = /\blast week$/iu.test(phrase);
  if (/\bnext\b/iu.test(phrase)) return undefined;
  if (isOfLastWeek) return issued - (mondayFirst(today) - mondayFirst(weekday) + 7) * dayMs;
  const isLast = /\blast\b/iu.test(phrase);
  if (/\bthis\b/iu.test(phrase) && mondayFirst(weekday) > mondayFirst(today)) return undefined;
  if (isLast && back !== 0 && mondayFirst(weekday) < mondayFirst(today)) return undefined;
  // On a Sunday nobody can tell which week the last one was.
  if (isLast && today === 0 && back !== 0) return undefined;
  return issued - (isLast && back === 0 ? 7 : back) * dayMs;
}

/** Places of the days in a week that begins on Monday. */
const mondayFirst = (weekday: number): number => (weekday + 6) % 7;
