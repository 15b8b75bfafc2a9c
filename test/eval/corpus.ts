import type { Passage } from '../../extract/words/passage.ts';
import {
  type Count,
  countExact,
  modeOf,
  newCount,
  overlapsByHalf,
  type Role,
  roles,
  type SpanAttribution,
  type Words,
  wordsOf,
} from './score.ts';

export interface GoldPassage {
  readonly passage: Passage;
  readonly gold: readonly SpanAttribution[];
}

export type Reader = (passage: Passage) => readonly SpanAttribution[];

export interface Scores {
  readonly exact: Record<Role, Count>;
  readonly relaxed: Record<Role, Count>;
  /** Relaxed, on the content of attributions of each mode. */
  readonly modes: Record<string, Count>;
}

const perRole = (): Record<Role, Count> => ({
  source: newCount(),
  cue: newCount(),
  content: newCount(),
});

/** Scores one reader on all passages. */
export function scoresOf(read: Reader, passages: readonly GoldPassage[]): Scores {
  const scores: Scores = { exact: perRole(), relaxed: perRole(), modes: {} };
  for (const { passage, gold } of passages) {
    const found = read(passage);
    for (const role of roles) {
      const spans = (of: readonly SpanAttribution[]) => of.flatMap((one) => one[role]);
      countExact(scores.exact[role], passage, { read: spans(found), gold: spans(gold) });
      countRelaxed(scores.relaxed[role], areas(passage, found, role), areas(passage, gold, role));
    }
    countModes(scores.modes, { passage, gold }, found);
  }
  return scores;
}

const areas = (passage: Passage, of: readonly SpanAttribution[], role: Role): Words[] =>
  of.map((one) => wordsOf(passage, one[role])).filter(({ size }) => size > 0);

/** A gold area counts once, however many answers lie on it. */
function countRelaxed(count: Count, read: readonly Words[], gold: readonly Words[]): void {
  const hit = new Set<Words>();
  for (const area of read) {
    const found = gold.find((wanted) => !hit.has(wanted) && overlapsByHalf(area, wanted));
    if (found !== undefined) hit.add(found);
  }
  count.hits += hit.size;
  count.read += read.length;
  count.gold += gold.length;
}

function countModes(
  modes: Record<string, Count>,
  { passage, gold }: GoldPassage,
  found: readonly SpanAttribution[],
): void {
  const areasIn = (of: readonly SpanAttribution[], mode: string) =>
    areas(
      passage,
      of.filter(({ content }) => modeOf(passage, content) === mode),
      'content',
    );
  for (const mode of ['DIRECT', 'MIXED', 'INDIRECT']) {
    modes[mode] ??= newCount();
    countRelaxed(modes[mode], areasIn(found, mode), areasIn(gold, mode));
  }
  modes['INDIRECT, speech cue'] ??= newCount();
  const spoken = gold.filter((one) => hasSpeechCue(passage, one));
  countRelaxed(
    modes['INDIRECT, speech cue'],
    areas(passage, found, 'content'),
    areasIn(spoken, 'INDIRECT'),
  );
}

const speechVerbs = new Set(
  `say tell add write announce state declare claim argue note report explain warn insist suggest acknowledge admit confirm deny
  promise pledge vow predict assert maintain contend complain reply respond answer ask accuse call describe urge recall
  reveal testify tweet stress emphasize reiterate repeat remark mention joke boast concede indicate allege caution`.split(
    /\s+/u,
  ),
);

function hasSpeechCue(passage: Passage, { cue }: SpanAttribution): boolean {
  return [...wordsOf(passage, cue)].some((at) => {
    const word = passage.words[at];
    return word !== undefined && (speechVerbs.has(word.lemma) || word.lower === 'according');
  });
}
