import { comesBefore, inOrderOfVersions, type VersionDates } from './issue.ts';

/** A version of a page that is on record. */
export interface VersionKnown extends VersionDates {
  readonly isWithdrawn: boolean;
}

/** Where a text comes in among the versions of its page. */
export interface VersionPlace {
  /** The version that it supersedes. */
  readonly supersedes: number | null;
  /** The versions that supersede it from now on. */
  readonly next: readonly number[];
}

/** A text that comes in is recorded behind all that is on record. */
export type VersionGiven = Omit<VersionDates, 'key' | 'supersedes' | 'recordedAt'>;

/** Where a text comes in among the versions on record of the same page: withdrawn ones are passed over. */
export function placeOfVersion(
  given: VersionGiven,
  versions: readonly VersionKnown[],
): VersionPlace {
  const live = liveVersions(versions);
  const newcomer = asNewcomer(given);
  const isEarlierThan = (version: VersionKnown) => comesBefore(newcomer, version);
  const older = live.findLast((version) => !isEarlierThan(version));
  if (older === undefined) {
    const [first] = live;
    return { supersedes: first?.supersedes ?? null, next: first === undefined ? [] : [first.key] };
  }
  const superseding = live.filter(
    (version) => liveOlder(version, versions) === older.key && isEarlierThan(version),
  );
  const following = live[live.indexOf(older) + 1];
  const isLoose = following?.supersedes === null ? [following] : [];
  const next = new Set([...superseding, ...isLoose].map(({ key }) => key));
  return { supersedes: older.key, next: [...next] };
}

/** Whether a text that is on record is seen on its page again, behind the version that stood there last. */
export function isReturn(given: VersionGiven, last: Omit<VersionDates, 'supersedes'>): boolean {
  return !comesBefore(asNewcomer(given), last);
}

/** The newest version of a page that was not withdrawn. */
export function newestVersion(versions: readonly VersionKnown[]): VersionKnown | undefined {
  return liveVersions(versions).at(-1);
}

function liveVersions(versions: readonly VersionKnown[]): readonly VersionKnown[] {
  return inOrderOfVersions(versions).filter(({ isWithdrawn }) => !isWithdrawn);
}

function asNewcomer(given: VersionGiven) {
  return { ...given, key: Number.POSITIVE_INFINITY, recordedAt: Number.POSITIVE_INFINITY };
}

/** The version before it that was not withdrawn. */
function liveOlder({ supersedes }: VersionKnown, versions: readonly VersionKnown[]): number | null {
  const older = versions.find(({ key }) => key === supersedes);
  return older?.isWithdrawn ? liveOlder(older, versions) : (older?.key ?? null);
}
