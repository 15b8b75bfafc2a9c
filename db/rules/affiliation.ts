import { assertPeriod } from './date.ts';
import { InputInvalid } from './errors.ts';
import { happenedBy } from './moment.ts';
import type { AffiliationFacts } from './standing-facts.ts';
import type { AffiliationKind } from './vocabulary.ts';

/** Affiliations by the actor that has them, as the record knew them at some moment. */
export type AffiliationsByActor = ReadonlyMap<number, readonly AffiliationFacts[]>;

/**
 * Passes when two different actors are affiliated and the affiliation does not end before it begins.
 * @throws InputInvalid
 */
export function assertAffiliation(
  affiliation: {
    readonly actor: string;
    readonly of: string;
    readonly from: string | null;
    readonly until: string | null;
  },
  path: readonly string[],
): void {
  const { actor, of, from, until } = affiliation;
  if (actor === of)
    throw new InputInvalid('An actor has no affiliation to itself.', [...path, 'of']);
  assertPeriod([from, until], ['from', 'until'], path);
}

/** What the record knew of affiliations at `asOf`: an end that it learned of later is still open. */
export function affiliationsAsOf(
  affiliations: readonly AffiliationFacts[],
  asOf: number | null,
): AffiliationsByActor {
  const known = new Map<number, AffiliationFacts[]>();
  for (const affiliation of affiliations) {
    if (!happenedBy(affiliation.recordedAt, asOf)) continue;
    const endKnown = affiliation.endedAt === null || happenedBy(affiliation.endedAt, asOf);
    const until = endKnown ? affiliation.until : null;
    const others = known.get(affiliation.actor);
    if (others === undefined) known.set(affiliation.actor, [{ ...affiliation, until }]);
    else others.push({ ...affiliation, until });
  }
  return known;
}

/** Whom an actor is affiliated to in one of these ways on a day, each once; both ends of a period are within it. */
export function affiliatedOn(
  known: AffiliationsByActor,
  actor: number,
  { day, kinds }: { readonly day: string; readonly kinds: readonly AffiliationKind[] },
): readonly number[] {
  const held = (known.get(actor) ?? []).filter(
    ({ of, kind, from, until }) =>
      of !== actor &&
      kinds.includes(kind) &&
      (from === null || from <= day) &&
      (until === null || day <= until),
  );
  return [...new Set(held.map(({ of }) => of))];
}
