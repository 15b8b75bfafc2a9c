/** What a page tells of a time: a moment, with the day that it names, or that day alone. */
export interface ToldTime {
  /** Written `2024-11-11T09:30:00.000Z`; none where only the day is certain. */
  readonly at?: string;
  readonly on: string;
}

/**
 * What is certain of a time as pages write it: a moment where it has its zone, else the day that it names. Undefined where
 * that is none of the calendar, or where days and months may be taken for each other. It is the same wherever it is asked.
 */
export function toldTime(told: string): ToldTime | undefined {
  const words = told.replace(/[\s\u200e\u200f]+/gu, ' ').trim();
  if (words.length > longestTime) return undefined;
  for (const pattern of patterns) {
    const groups = pattern.exec(words)?.groups;
    if (groups !== undefined) return timeOf(groups);
  }
  return undefined;
}

const longestTime = 100;

const clock = String.raw`(?<hour>\d{1,2})(?::?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?)? ?(?<half>[ap]\.?m\b\.?)?`;
const zone = String.raw`(?<zone>Z|(?:UTC|GMT|UT)?[+-]\d{1,2}(?::?\d{2})?|UTC|GMT|UT|[A-Z]{2,5}|\([^()]*\))`;
const remark = String.raw`(?: ?[[(][^[\]()]*[\])])?`;
const weekday = String.raw`(?:(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?`;
const month = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const time = `(?:(?:,? (?:at |[-–—|] )?|,)${clock}(?: ?${zone})?${remark})?`;

const patterns = [
  String.raw`(?<year>\d{4})(?<mark>[-/.])(?<month>\d{2})\k<mark>(?<day>\d{2})(?:(?:T| (?:at )?|, )${clock}(?: ?${zone})?${remark})?`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T${clock}${zone}?)?`,
  `${weekday}${day}[ -](?:of )?${month},?[ -](?<year>\\d{4})${time}`,
  `${weekday}${month} ${day},? (?<year>\\d{4})${time}`,
  `${weekday}${month} ${day} ${clock}(?: ${zone})? (?<year>\\d{4})`,
].map((pattern) => new RegExp(`^${pattern}$`, 'iu'));

type Parts = Readonly<Partial<Record<string, string>>>;

function timeOf(parts: Parts): ToldTime | undefined {
  const on = dayOf(parts);
  if (on === undefined || parts.hour === undefined) return on === undefined ? undefined : { on };
  const ofDay = timeOfDay(parts);
  if (ofDay === undefined) return undefined;
  const minutes = offsetOf(parts.zone);
  if (minutes === undefined) return undefined;
  // Of a moment that no clock of ours knows, such as a leap second, the day is certain.
  if (minutes === null || ofDay.second === 60) return { on };
  const local = Date.parse(`${on}T00:00:00.000Z`) + ofDay.ms;
  return { at: new Date(local - minutes * 60_000).toISOString(), on };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function dayOf({ year, month = '', day, weekday }: Parts): string | undefined {
  const place = months.indexOf(month.slice(0, 3).toLowerCase());
  const number = place === -1 ? month : String(place + 1);
  const on = `${year}-${number.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const moment = new Date(`${on}T00:00:00.000Z`);
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(on)) return undefined;
  const isItsDay = weekday && weekdays[moment.getUTCDay()] !== weekday.slice(0, 3).toLowerCase();
  return isItsDay || isOfAProgram(on) ? undefined : on;
}

/** The year of the first newspaper, and one that no page of today tells of. */
const years = { first: '1605', last: '2099' };

/** Whether a day is what programs tell that know none: their first, or the present counted in seconds and read as milliseconds. */
function isOfAProgram(on: string): boolean {
  const year = on.slice(0, 4);
  if (year < years.first || year > years.last) return true;
  return firstDays.includes(on) || (on >= '1970-01-01' && on <= '1970-01-25');
}

const firstDays = ['1753-01-01', '1899-12-30', '1899-12-31', '1900-01-01', '1969-12-31'];

function timeOfDay({ hour = '', minute, second, fraction = '', half }: Parts) {
  const told = { hour: Number(hour), minute: Number(minute ?? 0), second: Number(second ?? 0) };
  if (half !== undefined && (told.hour < 1 || told.hour > 12)) return undefined;
  const hours = half === undefined ? told.hour : (told.hour % 12) + (/^p/iu.test(half) ? 12 : 0);
  if (hours > 23 || told.minute > 59 || told.second > 60) return undefined;
  // No page tells an hour of its own without more.
  if (half === undefined && minute === undefined) return undefined;
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { ms: (hours * 3600 + told.minute * 60 + told.second) * 1000 + ms, second: told.second };
}

/** By how many minutes a zone is ahead of UTC: null where the words do not tell, undefined where no place has such a time. */
function offsetOf(zone: string | undefined): number | null | undefined {
  if (zone === undefined) return null;
  if (/^(?:Z|UTC|GMT|UT)$/iu.test(zone)) return 0;
  const [, sign, hours, minutes = '00'] =
    /^(?:UTC|GMT|UT)?([+-])(\d{1,2}):?(\d{2})?$/iu.exec(zone) ?? [];
  // What letters stand for depends on where they are read: CST is in America, in China and in Cuba.
  if (sign === undefined) return null;
  const ahead = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || ahead > 14 * 60) return undefined;
  return sign === '-' ? -ahead : ahead;
}
