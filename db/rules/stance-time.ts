import { dayOf, endOf, startOf } from './date.ts';
import type { ArticleTold, StanceTold } from './standing-facts.ts';
import type { StanceKind, TimeBasis } from './vocabulary.ts';

/** When a stance was taken, as far as is known, and from what that is known. */
export interface EffectiveTime {
  readonly at: number;
  readonly basis: TimeBasis;
}

/** What the time of a stance is worked out from. */
export interface TimedStance extends Pick<StanceTold, 'saidAt' | 'saidOn'> {
  readonly kind: StanceKind;
  /** The earliest time of issue of its live evidence, null where it is not known. */
  readonly issuedAt: number | null;
  readonly knownBy: number | null;
  readonly recordedAt: number;
}

/** The one time of a stance: when it was said, else when its words were issued, else when a record first held it. */
export function effectiveTime(stance: TimedStance): EffectiveTime {
  const { kind, saidAt, saidOn, issuedAt, knownBy, recordedAt } = stance;
  if (saidAt !== null) return { at: saidAt, basis: 'SAID_AT' };
  if (saidOn !== null) return { at: momentOfDay(saidOn, kind), basis: 'SAID_ON' };
  if (issuedAt !== null) return { at: issuedAt, basis: 'ISSUED' };
  return { at: knownBy ?? recordedAt, basis: 'RECORDED' };
}

/** The day on which a stance was taken, in UTC unless it was told. */
export function effectiveDay({ at, basis }: EffectiveTime, saidOn: string | null): string {
  return basis === 'SAID_ON' && saidOn !== null ? saidOn : dayOf(at);
}

/**
 * When words were issued by a version that has them: when that version was, where it changed one that lacks them, else
 * when the article was published. Null where neither is known.
 */
export function timeOfIssue(
  version: ArticleTold,
  { kind, isChanged }: { readonly kind: StanceKind; readonly isChanged: boolean },
): number | null {
  const modified = isChanged ? instantOf(version.modifiedAt, version.modifiedOn, kind) : null;
  return modified ?? instantOf(version.publishedAt, version.publishedOn, kind);
}

function instantOf(at: number | null, day: string | null, kind: StanceKind): number | null {
  if (at !== null) return at;
  return day === null ? null : momentOfDay(day, kind);
}

/** A day alone is its start; to take something back comes after all that was said on it. */
function momentOfDay(day: string, kind: StanceKind): number {
  return kind === 'RETRACTS' ? endOf(day) : startOf(day);
}
