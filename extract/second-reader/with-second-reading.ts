import type { Drafts, ExtractInput, StanceDraft } from '../extractor.ts';
import type { StanceKind } from '../stances/kinds.ts';
import { overlap } from '../words/span.ts';
import type { StanceFound } from './found-stances.ts';
import { Merging } from './merging.ts';

/** The drafts of two readers, each marked with who read it, and how often they agreed and read the same words otherwise. */
export interface ReadTwice {
  readonly drafts: Drafts;
  readonly added: number;
  readonly agreed: number;
  readonly disputed: number;
}

interface Readers {
  /** Who read first, and who second, as evidence tells it: `rules/1`. */
  readonly first: string;
  readonly second: string;
}

/** How two readings came to be, and by which rule two kinds are on one side. */
interface Comparing {
  readonly input: ExtractInput;
  readonly readers: Readers;
  readonly polarityOf: PolarityOf;
}

type PolarityOf = Readonly<Record<StanceKind, string>>;

const confidenceDisputed = 0.25;

/**
 * The drafts of the first reader with those of a second one that it lacks. Where the two read the same words otherwise (another
 * polarity, speaker or claim) both readings are there, and neither is sure.
 */
export function withSecondReading(
  drafts: Drafts,
  found: readonly StanceFound[],
  { input, readers, polarityOf }: Comparing,
): ReadTwice {
  const merging = new Merging(drafts, input);
  const fresh: StanceDraft[] = [];
  const agreed = new Set<StanceDraft>();
  for (const one of found) {
    const stance = merging.stanceOf(one, readers.second);
    const same = [...drafts.stances, ...fresh].find((first) => isSame(first, stance, polarityOf));
    if (same === undefined) fresh.push(stance);
    else if (!fresh.includes(same)) agreed.add(same);
  }
  const doubts = new Map<StanceDraft, StanceDraft[]>();
  const added = fresh.map((stance) => {
    const against = drafts.stances.filter(
      (first) => !agreed.has(first) && isOtherwise(first, stance, polarityOf),
    );
    for (const first of against) doubts.set(first, [...(doubts.get(first) ?? []), stance]);
    return unsure(stance, { against, by: readers.first, confidence: confidenceDisputed });
  });
  const first = drafts.stances.map((stance) => {
    const evidence = { ...stance.evidence, extractor: readers.first };
    const against = doubts.get(stance) ?? [];
    const half = Math.round(50 * evidence.confidence) / 100;
    return unsure({ ...stance, evidence }, { against, by: readers.second, confidence: half });
  });
  const stances = [...first, ...added].sort((a, b) => a.evidence.start - b.evidence.start);
  const disputed = added.filter(({ otherwise }) => otherwise !== undefined).length;
  return { drafts: merging.drafts(stances), added: added.length, agreed: agreed.size, disputed };
}

interface Doubt {
  /** How another reader reads the same words; nothing, where it does not. */
  readonly against: readonly StanceDraft[];
  readonly by: string;
  readonly confidence: number;
}

function unsure(stance: StanceDraft, { against, by, confidence }: Doubt): StanceDraft {
  if (against.length === 0) return stance;
  const otherwise = against.map(({ actor, claim, kind }) => ({
    actor,
    claim,
    kind,
    extractor: by,
  }));
  return { ...stance, evidence: { ...stance.evidence, confidence }, otherwise };
}

/** Whether both hold the same position for the same actor in the same words. What the text tells in its own voice is another matter. */
function isSame(one: StanceDraft, other: StanceDraft, polarityOf: PolarityOf): boolean {
  if (one.actor !== other.actor || one.claim !== other.claim) return false;
  return polarityOf[one.kind] === polarityOf[other.kind] && sharedPart(one, other, Math.min) >= 0.5;
}

/** Whether one of them can be right at most: one actor with two views of a claim or two claims in the same words, or two actors with one view. */
function isOtherwise(one: StanceDraft, other: StanceDraft, polarityOf: PolarityOf): boolean {
  if (one.evidence.mode === 'NARRATED' || sharedPart(one, other, Math.min) < 0.5) return false;
  const isOnSame = one.claim === other.claim;
  const isAsClose = polarityOf[one.kind] === polarityOf[other.kind];
  if (one.actor !== other.actor) return isOnSame && isAsClose;
  return isOnSame ? !isAsClose : sharedPart(one, other, Math.max) >= 0.5;
}

/** How much of the shorter, or the longer, of the two quotes is the other's, too. */
function sharedPart(
  { evidence: a }: StanceDraft,
  { evidence: b }: StanceDraft,
  which: (...lengths: number[]) => number,
): number {
  return overlap(a, b) / which(a.end - a.start, b.end - b.start);
}
