import { type ToldTime, toldTime } from './told-time.ts';
import { firstUsable } from './told-values.ts';

/** What a page tells of its times, most trusted first. */
interface TimesTold {
  readonly published: readonly string[];
  readonly modified: readonly string[];
}

export interface ArticleDates {
  readonly publishedAt?: string | undefined;
  readonly publishedOn?: string | undefined;
  readonly modifiedAt?: string | undefined;
  readonly modifiedOn?: string | undefined;
}

/**
 * When an article was published, and changed since: a moment or, where that alone is certain, a day. A change at the time of
 * publication is none, and of one before it only `notes` know.
 */
export function datesTold(told: TimesTold, notes: string[]): ArticleDates {
  const published = timeIn('published', told.published, notes);
  const modified = timeIn('modified', told.modified, notes);
  const isChange = modified !== undefined && isAfter(modified, published, notes);
  return {
    publishedAt: published?.at,
    publishedOn: published?.at === undefined ? published?.on : undefined,
    ...(isChange && {
      modifiedAt: modified.at,
      modifiedOn: modified.at === undefined ? modified.on : undefined,
    }),
  };
}

/** The first that is certain; of a day, the moment on it that is told elsewhere. */
function timeIn(
  key: 'published' | 'modified',
  told: readonly string[],
  notes: string[],
): ToldTime | undefined {
  const first = firstUsable({ key, told, read: toldTime }, notes);
  if (first === undefined) return undefined;
  const times = told.flatMap((one) => toldTime(one) ?? []);
  const other = times.find(({ on }) => daysBetween(on, first.on) > 1);
  if (other !== undefined) notes.push(`${key}: ${first.on} was taken; ${other.on} is told, too.`);
  if (first.at !== undefined) return first;
  return times.find((time) => time.at !== undefined && time.on === first.on) ?? first;
}

/** The day after may be the same moment in another zone. */
function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}

function isAfter(modified: ToldTime, published: ToldTime | undefined, notes: string[]): boolean {
  if (published === undefined) return true;
  const areMoments = modified.at !== undefined && published.at !== undefined;
  const [later = '', earlier = ''] = areMoments
    ? [modified.at, published.at]
    : [modified.on, published.on];
  if (later < earlier) {
    notes.push(`modified: ${later} was left out: it is before ${earlier}, when it was published.`);
  }
  // Of two times one of which is a day, the change may have been later on that day.
  const isOneDayAlone = !areMoments && (modified.at ?? published.at) !== undefined;
  return later > earlier || (later === earlier && isOneDayAlone);
}
