import type { StanceDraft } from '../extractor.ts';
import type { StanceKind } from '../stances/kinds.ts';
import type { Meant } from './book.ts';

const sides: ReadonlySet<string> = new Set(['ASSERTS', 'CONFIRMS', 'REPORTS']);

/** How each actor stands to each claim so far. */
export type Stands = Map<string, Set<StanceKind>>;

export function remember(stands: Stands, { actor, claim, kind }: StanceDraft): void {
  const key = `${actor} ${claim}`;
  stands.set(key, (stands.get(key) ?? new Set()).add(kind));
}

/** Whether words that only point would have somebody deny what the same actor put forward, or the other way round. */
export function isTurnedRound(
  stands: Stands,
  actor: string,
  { claim, kind, isPointed }: Meant,
): boolean {
  if (claim === undefined || isPointed !== true) return false;
  const own = stands.get(`${actor} ${claim}`);
  if (own === undefined) return false;
  if (kind === 'DENIES') return [...own].some((one) => sides.has(one));
  return own.has('DENIES') && sides.has(kind);
}
