import type { ProjectedRetraction, ProjectedSide, ProjectedStanding } from './standing-facts.ts';
import { listed, type NamedActor, nameOf, sideName } from './summary-name.ts';
import type { Polarity, StanceKind } from './vocabulary.ts';

/** In the order in which the sentence tells them: what is contested first. */
const openings: readonly (readonly [StanceKind, string])[] = [
  ['DENIES', 'denied by'],
  ['OPPOSES', 'opposed by'],
  ['ASSERTS', 'asserted by'],
  ['CONFIRMS', 'confirmed by'],
  ['SUPPORTS', 'supported by'],
  ['QUALIFIES', 'qualified by'],
  ['QUESTIONS', 'questioned by'],
  ['REPORTS', 'reported by'],
  ['DECLINES', 'no comment from'],
  ['NO_REPLY', 'no reply from'],
];

/** Relaying sides that the sentence can tell apart by whose word they report. */
const relaysToldApart = 3;

/**
 * One English sentence that tells a standing: who denies, asserts, doubts and reports, on whose word, who retracted.
 * `actors` holds every actor of the standing; where it holds whoever granted an unnamed source its anonymity, that is named.
 */
export function summaryOf(
  standing: ProjectedStanding,
  actors: ReadonlyMap<number, NamedActor>,
): string {
  const words = wordsRelayed(standing.sides, actors);
  const folded = new Set([...words.values()].flat());
  const told = standing.sides.filter((side) => !folded.has(side));
  const clauses = openings.flatMap(([kind, opening]) => {
    const names = new Map<string, string[]>();
    for (const side of told) {
      if (side.kind !== kind) continue;
      const ending = endingOf(side, words.get(side) ?? [], actors);
      addTo(names, ending, sideName(side, opening, actors));
    }
    return [...names].map(([ending, of]) => `${opening} ${listed(of)}${ending}`);
  });
  return sentence([...clauses, ...retractionClauses(standing, actors)]);
}

/** For each relaying side, the FOR sides whose word it reports: they are told with it, not on their own. */
function wordsRelayed(
  sides: readonly ProjectedSide[],
  actors: ReadonlyMap<number, NamedActor>,
): ReadonlyMap<ProjectedSide, readonly ProjectedSide[]> {
  const relays = new Map(
    sides.filter(({ polarity }) => polarity === 'RELAYED').map((side) => [side.actor, side]),
  );
  const words = new Map<ProjectedSide, ProjectedSide[]>();
  for (const side of sides) {
    if (side.kind !== 'ASSERTS' || side.spokenBy.length > 0) continue;
    const carriers = side.onWordOf.flatMap((actor) => relays.get(actor) ?? []);
    const unnamed = actors.get(side.actor)?.kind === 'UNNAMED_SOURCE';
    const onlyThere = carriers.length === side.onWordOf.length && !side.hearsay;
    if (!unnamed && !(onlyThere && relays.size <= relaysToldApart)) continue;
    for (const carrier of carriers) addTo(words, carrier, side);
  }
  return words;
}

function endingOf(
  side: ProjectedSide,
  words: readonly ProjectedSide[],
  actors: ReadonlyMap<number, NamedActor>,
): string {
  const isUnnamed = (actor: number) => actors.get(actor)?.kind === 'UNNAMED_SOURCE';
  const names = words.map(({ actor }) =>
    isUnnamed(actor) ? 'unnamed sources' : nameOf(actor, actors),
  );
  const onWord = names.length > 0 ? ` on the word of ${listed(names)}` : '';
  return side.hearsay && !isUnnamed(side.actor)
    ? `${onWord}, according to unnamed sources`
    : onWord;
}

function retractionClauses(
  standing: ProjectedStanding,
  actors: ReadonlyMap<number, NamedActor>,
): readonly string[] {
  const ofClaim = retractionsOfClaim(standing);
  const names = new Map<string, string[]>();
  for (const retraction of standing.retracted) {
    const opening = retractionOpening(retraction.of, ofClaim.has(retraction));
    addTo(names, opening, nameOf(retraction.actor, actors));
  }
  return [...names].map(([opening, by]) => `${opening} ${listed(by)}`);
}

/** Those that took back the claim itself. Where it was retracted by nobody of whom that is known, somebody whose word is not. */
function retractionsOfClaim({
  retracted,
  status,
}: ProjectedStanding): ReadonlySet<ProjectedRetraction> {
  const of = (...polarities: readonly (Polarity | null)[]) =>
    retracted.filter((one) => polarities.includes(one.of));
  const known = of('FOR', 'RELAYED');
  if (known.length > 0 || status !== 'RETRACTED') return new Set(known);
  const silentSince = of('NONE');
  return new Set(silentSince.length > 0 ? silentSince : of(null));
}

/** What was taken back is told as far as it is on record: of a denial it is not said that it was the claim. */
function retractionOpening(of: Polarity | null, isOfClaim: boolean): string {
  if (isOfClaim) return 'retracted by';
  if (of === 'AGAINST') return 'denial retracted by';
  return of === 'MIXED' ? 'doubts retracted by' : 'earlier words taken back by';
}

function sentence(clauses: readonly string[]): string {
  if (clauses.length === 0) return 'Nobody on record has addressed it.';
  const text = clauses.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
