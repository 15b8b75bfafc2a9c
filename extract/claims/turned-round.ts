import type { StanceDraft } from '../extractor.ts';
import type { Meant } from './claim-book.ts';

const sides: ReadonlySet<string> = new Set(['ASSERTS', 'CONFIRMS', 'REPORTS']);

/** Whether words that only point would have somebody deny what the same actor put forward, or the other way round. */
export function isTurnedRound(
  stances: readonly StanceDraft[],
  actor: string,
  { claim, kind, isPointed }: Meant,
): boolean {
  if (claim === undefined || isPointed !== true) return false;
  return stances.some(
    (one) =>
      one.actor === actor &&
      one.claim === claim &&
      ((kind === 'DENIES' && sides.has(one.kind)) || (one.kind === 'DENIES' && sides.has(kind))),
  );
}
