import type { Quantity } from './claim-quantities.ts';
import { type ClaimReading, readClaim } from './claim-reading.ts';
import { areOpposite, isReserving } from './claim-words.ts';

/** How what a claim says relates to what a text says. */
export const claimRelations = ['SAME', 'NEGATION', 'OTHER_NUMBER', 'NARROWER', 'SIMILAR'] as const;
export type ClaimRelation = (typeof claimRelations)[number];

/** What is longer is no single proposition, nor is a question: neither is compared. */
export const longestCompared = 1000;

/**
 * How what any of these wordings of one claim says relates to what a text says. Words, their order, negations, numbers and dates are
 * compared; what is not sure is SIMILAR. A person decides.
 */
export function relationTo(text: string): (wordings: readonly string[]) => ClaimRelation {
  const asked = readingOf(text);
  return (wordings) => {
    const found = wordings.map((wording) => {
      const told = readingOf(wording);
      return asked === null || told === null ? 'SIMILAR' : relationOf(asked, told);
    });
    return claimRelations.find((relation) => found.includes(relation)) ?? 'SIMILAR';
  };
}

function readingOf(text: string): ClaimReading | null {
  if (text.length > longestCompared || /[?？]\s*$/u.test(text)) return null;
  const reading = readClaim(text);
  return reading.core.length === 0 ? null : reading;
}

function relationOf(one: ClaimReading, other: ClaimReading): ClaimRelation {
  const turned = isTurned(one, other);
  if (turned === null) return 'SIMILAR';
  const comparison = compared(one, other);
  if (turned) return isDenied(one, other) || isDenied(other, one) ? 'NEGATION' : 'SIMILAR';
  if (comparison === 'OPPOSITE') return one.negated.length === 0 ? 'NEGATION' : 'SIMILAR';
  return comparison ?? (isNarrower(one, other) || isNarrower(other, one) ? 'NARROWER' : 'SIMILAR');
}

/** Whether one of them is denied, and the other is not; null where both deny something, and not the same. */
function isTurned(
  { negated: ones }: ClaimReading,
  { negated: others }: ClaimReading,
): boolean | null {
  if (ones.length === others.length)
    return ones.every((word, at) => word === others[at]) ? false : null;
  return ones.length + others.length === 1 ? true : null;
}

/** Whether what is not so by `denied` is what is so by `told`, of which that may say more. */
function isDenied(denied: ClaimReading, told: ClaimReading): boolean {
  if (denied.negated.length !== 1 || told.negated.length !== 0) return false;
  const comparison = compared(denied, told);
  return comparison === 'SAME' || isNarrower(denied, denied.deniesAll ? withoutAll(told) : told);
}

/** What none does, not all do. */
function withoutAll(reading: ClaimReading): ClaimReading {
  return { ...reading, core: reading.core.filter((word) => word !== 'all') };
}

/** What both say, where they use the same words but for numbers and dates, or for one word and its opposite. */
function compared(one: ClaimReading, other: ClaimReading): ClaimRelation | 'OPPOSITE' | null {
  const inCore = oppositesBetween(one.core, other.core);
  const inPhrases = oppositesBetweenAll(one.phrases, other.phrases);
  if (inCore === null || inPhrases === null || inCore + inPhrases > 1) return null;
  const dates = datesCompared(one.dates, other.dates);
  const quantities = quantitiesCompared(one.quantities, other.quantities);
  if (inCore + inPhrases === 1)
    return dates === 'SAME' && quantities === 'SAME' ? 'OPPOSITE' : null;
  if (dates === 'SAME') return quantities;
  if (quantities !== 'SAME') return 'SIMILAR';
  return dates;
}

/** How many words are the opposites of their counterparts; null where any is another word. */
function oppositesBetween(ones: readonly string[], others: readonly string[]): number | null {
  if (ones.length !== others.length) return null;
  let count = 0;
  for (const [place, word] of ones.entries()) {
    const counterpart = others[place] ?? '';
    if (word === counterpart) continue;
    if (!areOpposite(word, counterpart)) return null;
    count += 1;
  }
  return count;
}

type Phrases = readonly (readonly string[])[];

function oppositesBetweenAll(ones: Phrases, others: Phrases): number | null {
  if (ones.length !== others.length) return null;
  const left = [...others];
  let count = 0;
  for (const phrase of ones.toSorted(byExactness(others))) {
    const between = left.map((other) => oppositesBetween(phrase, other));
    const place = [between.indexOf(0), between.indexOf(1)].find((at) => at >= 0);
    if (place === undefined) return null;
    count += between[place] ?? 0;
    left.splice(place, 1);
  }
  return count;
}

/** Those first that stand among the others word by word. */
function byExactness(others: Phrases): (a: readonly string[], b: readonly string[]) => number {
  const told = new Set(others.map((phrase) => phrase.join(' ')));
  const rank = (phrase: readonly string[]) => (told.has(phrase.join(' ')) ? 0 : 1);
  return (a, b) => rank(a) - rank(b);
}

function quantitiesCompared(
  ones: readonly Quantity[],
  others: readonly Quantity[],
): ClaimRelation | 'OPPOSITE' {
  const differing = ones.flatMap((one, place) => {
    const other = others[place];
    if (other === undefined || isOther(one, other)) return ['OTHER_NUMBER' as const];
    if (one.words === other.words) return [];
    return [
      one.bound !== '' && other.bound !== '' && one.bound !== other.bound
        ? ('OPPOSITE' as const)
        : ('SIMILAR' as const),
    ];
  });
  const [first, second] = differing;
  if (first === undefined) return 'SAME';
  if (differing.every((relation) => relation === 'OTHER_NUMBER')) return 'OTHER_NUMBER';
  return second === undefined ? first : 'SIMILAR';
}

const isOther = (one: Quantity, other: Quantity): boolean =>
  one.value !== other.value || one.unit !== other.unit;

type Dates = ReadonlySet<string>;

function datesCompared(ones: Dates, others: Dates): ClaimRelation {
  const isWithin = (some: Dates, all: Dates) => [...some].every((part) => all.has(part));
  const [isLess, isMore] = [isWithin(ones, others), isWithin(others, ones)];
  if (isLess && isMore) return 'SAME';
  if (isLess || isMore) return 'NARROWER';
  const parts = (dates: Dates) => new Set([...dates].map((part) => part.split('=')[0]));
  const known = parts(others);
  return [...parts(ones)].some((part) => known.has(part)) ? 'OTHER_NUMBER' : 'SIMILAR';
}

/** Whether `narrow` says all that `wide` says, and more, none of which takes anything of it back. */
function isNarrower(wide: ClaimReading, narrow: ClaimReading): boolean {
  const core = restBehind(wide.core, narrow.core);
  const phrases = phrasesBeyond(wide.phrases, narrow.phrases);
  if (core === null || phrases === null) return false;
  const more = [...core, ...phrases];
  return (
    !more.some(isReserving) &&
    ['SAME', 'NARROWER'].includes(datesCompared(wide.dates, narrow.dates)) &&
    [...wide.dates].every((part) => narrow.dates.has(part)) &&
    wide.quantities.every((one) =>
      narrow.quantities.some((other) => !isOther(one, other) && one.words === other.words),
    )
  );
}

/** What a longer row of words holds besides those of the shorter one, in its order; null where it lacks one. */
function restBehind(
  shorter: readonly string[],
  longer: readonly string[],
): readonly string[] | null {
  const rest: string[] = [];
  let place = 0;
  for (const word of longer) {
    if (word === shorter[place]) place += 1;
    else rest.push(word);
  }
  return place === shorter.length ? rest : null;
}

function phrasesBeyond(fewer: Phrases, more: Phrases): readonly string[] | null {
  const left = [...more];
  const rest: string[] = [];
  for (const phrase of fewer) {
    const place = left.findIndex(
      (other) => other[0] === phrase[0] && restBehind(phrase, other) !== null,
    );
    if (place < 0) return null;
    rest.push(...(restBehind(phrase, left[place] ?? []) ?? []));
    left.splice(place, 1);
  }
  return [...rest, ...left.flat()];
}
