import { dayOf, momentOfDay } from './date.ts';
import type { StanceTold } from './standing-facts.ts';
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
  if (saidOn !== null) return { at: momentOfDay(saidOn, kind === 'RETRACTS'), basis: 'SAID_ON' };
  if (issuedAt !== null) return { at: issuedAt, basis: 'ISSUED' };
  return { at: knownBy ?? recordedAt, basis: 'RECORDED' };
}

/** The day on which a stance was taken, in UTC unless it was told. */
export function effectiveDay({ at, basis }: EffectiveTime, saidOn: string | null): string {
  return basis === 'SAID_ON' && saidOn !== null ? saidOn : dayOf(at);
}
