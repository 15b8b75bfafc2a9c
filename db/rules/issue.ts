import { momentOfDay } from './date.ts';

/** What is told of when a text was published, and when its page was changed to it. */
export interface IssueDates {
  readonly publishedAt: number | null;
  readonly publishedOn: string | null;
  readonly modifiedAt: number | null;
  readonly modifiedOn: string | null;
}

/** An article among the versions of its page. */
export interface VersionDates extends IssueDates {
  readonly key: number;
  /** The key of the version before it. */
  readonly supersedes: number | null;
  readonly retrievedAt: number | null;
  readonly recordedAt: number;
}

interface Words {
  /** Whether they show a retraction: of a day it counts as the last millisecond. */
  readonly isRetraction: boolean;
}

/** When a text was issued: as a change of another one its modification counts first. */
export function issueOf(
  dates: IssueDates,
  { isChange, isRetraction }: Words & { readonly isChange: boolean },
): number | null {
  const momentOf = (at: number | null, day: string | null) =>
    at ?? (day === null ? null : momentOfDay(day, isRetraction));
  const published = momentOf(dates.publishedAt, dates.publishedOn);
  if (!isChange) return published;
  return momentOf(dates.modifiedAt, dates.modifiedOn) ?? published;
}

type Comparable = Omit<VersionDates, 'supersedes'>;

/** Whether a version comes before another: by time of issue, then retrieval, as far as both are told, then recording. */
export function comesBefore(one: Comparable, other: Comparable): boolean {
  const told: readonly (readonly [number | null, number | null])[] = [
    [placeInTime(one), placeInTime(other)],
    [one.retrievedAt, other.retrievedAt],
    [one.recordedAt, other.recordedAt],
  ];
  for (const [a, b] of told) if (a !== null && b !== null && a !== b) return a < b;
  return one.key < other.key;
}

/** A day of modification begins no earlier than the text was published. */
function placeInTime(dates: IssueDates): number | null {
  const issued = issueOf(dates, { isChange: true, isRetraction: false });
  if (issued === null || dates.modifiedAt !== null || dates.modifiedOn === null) return issued;
  return Math.max(issued, dates.publishedAt ?? issued);
}

/** Versions in their order: each behind the one that it supersedes, and those that nothing tells apart by their dates. */
export function inOrderOfVersions<Version extends VersionDates>(
  versions: readonly Version[],
): readonly Version[] {
  const known = new Set(versions.map(({ key }) => key));
  const newer = new Map<number | null, Version[]>();
  for (const version of versions) {
    const { supersedes } = version;
    const older = supersedes !== null && known.has(supersedes) ? supersedes : null;
    newer.set(older, [...(newer.get(older) ?? []), version]);
  }
  const ordered: Version[] = [];
  const free = [...(newer.get(null) ?? [])];
  for (let next = takeFirst(free); next !== undefined; next = takeFirst(free)) {
    ordered.push(next);
    free.push(...(newer.get(next.key) ?? []));
  }
  return ordered;
}

function takeFirst<Version extends VersionDates>(free: Version[]): Version | undefined {
  let first = 0;
  for (const [index, version] of free.entries()) {
    const best = free[first];
    if (best !== undefined && comesBefore(version, best)) first = index;
  }
  return free.splice(first, 1)[0];
}
