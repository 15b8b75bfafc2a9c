import { assertAffiliation } from './affiliation.ts';
import { Conflict } from './errors.ts';
import { eachField, optionalDate, optionalText, type Unknown } from './field.ts';
import type { RecordedAffiliation, RecordView, ReferredActor } from './record-view.ts';
import type { Ref } from './reference.ts';
import type { AffiliationKind } from './vocabulary.ts';

export interface AffiliationInput {
  readonly actor: Ref;
  readonly of: Ref;
  readonly kind: AffiliationKind;
  readonly role?: Unknown<string>;
  /** The first day in force. */
  readonly from?: Unknown<string>;
  /** The last day in force. */
  readonly until?: Unknown<string>;
}

/** An affiliation that may be recorded. */
export interface AffiliationContent {
  readonly actor: ReferredActor;
  readonly of: ReferredActor;
  readonly kind: AffiliationKind;
  readonly role: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

/** @throws RecordError */
export function affiliationContent(input: AffiliationInput, view: RecordView): AffiliationContent {
  const content = eachField<AffiliationContent>({
    actor: () => view.actor(input.actor, ['actor']),
    of: () => view.actor(input.of, ['of']),
    kind: () => input.kind,
    role: () => optionalText(input.role, ['role']),
    from: () => optionalDate(input.from, ['from']),
    until: () => optionalDate(input.until, ['until']),
  });
  const { actor, of, from, until } = content;
  assertAffiliation({ actor: actor.slug, of: of.slug, from, until }, []);
  return content;
}

/**
 * The same affiliation on record, ended since or not: an end that is not told is not another.
 * @throws Conflict when it ends on another day there
 */
export function affiliationOnRecord(
  { actor, of, kind, role, from, until }: AffiliationContent,
  view: RecordView,
): RecordedAffiliation | null {
  const known = view
    .affiliationsOf(actor.slug)
    .filter(
      (row) => row.of === of.slug && row.kind === kind && row.role === role && row.from === from,
    );
  const same = known.find((row) => until === null || row.until === until);
  if (same !== undefined) return same;
  if (known.length === 0) return null;
  const reference = `${actor.slug} ${kind} ${of.slug}`;
  throw new Conflict({ noun: 'affiliation', reference, keys: ['until'] }, ['until']);
}
