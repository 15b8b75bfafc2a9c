import type { Attribution } from '../attributions/attribution.ts';
import type { Cue } from '../attributions/cues.ts';
import { frameAfter } from '../attributions/frame.ts';
import type { Range, Word } from '../words/passage.ts';
import { runsOf } from './labels.ts';

interface Draft {
  readonly cue: Cue;
  source: Range | undefined;
  readonly content: Range[];
  isShared: boolean;
}

/** Ties runs of labels to attributions: every cue takes the nearest source of its sentence, every content goes to the nearest cue. */
export function linked(words: readonly Word[], sequence: Uint8Array): Attribution[] {
  const runs = runsOf(sequence);
  const drafts = runs.cue.map(
    (range): Draft => ({
      cue: cueOf(words, range),
      source: undefined,
      content: [],
      isShared: false,
    }),
  );
  giveSources(words, drafts, runs.source);
  for (const content of runs.content) nearest(words, drafts, content)?.content.push(content);
  shareSources(words, drafts);
  return drafts;
}

function cueOf(words: readonly Word[], { first, last }: Range): Cue {
  let head = last;
  while (head > first && words[head]?.pos !== 'VERB') head--;
  const isVerb = words[head]?.pos === 'VERB' || words[head]?.pos === 'AUX';
  if (!isVerb) head = words[last]?.pos === 'ADP' && last > first ? last - 1 : last;
  const { frame, from } = frameAfter(words, head);
  const isAccording = words[first]?.lower === 'according';
  const form = isVerb || isAccording ? 'VERB' : words[head]?.text === ':' ? 'MARK' : 'NOUN';
  const negated = words
    .slice(first, last + 1)
    .some(({ lower }) => lower === 'not' || lower === "n't" || lower === 'never');
  return {
    form,
    head,
    frame: isAccording ? 'according' : frame,
    from: Math.max(from, last + 1),
    first,
    last,
    negated,
  };
}

/** The shortest ways first, each source to one cue. */
function giveSources(
  words: readonly Word[],
  drafts: readonly Draft[],
  sources: readonly Range[],
): void {
  const bySentence = new Map<number | undefined, Draft[]>();
  for (const draft of drafts) {
    const sentence = words[draft.cue.head]?.sentence;
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), draft]);
  }
  const pairs = sources.flatMap((source) =>
    (bySentence.get(words[source.last]?.sentence) ?? []).map((draft) => ({
      source,
      draft,
      gap: gapOf(source, draft.cue),
    })),
  );
  const given = new Set<Range>();
  for (const { source, draft } of pairs.sort((a, b) => a.gap - b.gap)) {
    if (given.has(source) || draft.source !== undefined) continue;
    draft.source = source;
    given.add(source);
  }
}

function gapOf(a: Range, b: Range): number {
  return Math.max(a.first - b.last, b.first - a.last);
}

const farthest = 80;

function nearest(
  words: readonly Word[],
  drafts: readonly Draft[],
  content: Range,
): Draft | undefined {
  let best: { draft: Draft; gap: number } | undefined;
  for (const draft of near(drafts, content)) {
    const gaps = [draft.cue, ...(draft.source === undefined ? [] : [draft.source])].map((range) =>
      gapOf(range, content),
    );
    const gap =
      Math.min(...gaps) + apart(words, draft, content) + (draft.content.length > 0 ? 1 : 0);
    if (gap <= farthest && (best === undefined || gap < best.gap)) best = { draft, gap };
  }
  return best?.draft;
}

// In words: what stands in another sentence or block is as good as that much farther away.
const otherSentence = 6;
const otherBlock = 20;

function apart(words: readonly Word[], { cue }: Draft, content: Range): number {
  const [head, first, last] = [words[cue.head], words[content.first], words[content.last]];
  if (head?.block !== first?.block) return otherBlock;
  return head?.sentence === first?.sentence || head?.sentence === last?.sentence
    ? 0
    : otherSentence;
}

/** The few drafts around a place, by halving: drafts stand in the order of their cues. */
function near(drafts: readonly Draft[], { first, last }: Range): readonly Draft[] {
  let [low, high] = [0, drafts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drafts[middle]?.cue.first ?? 0) > first) high = middle;
    else low = middle + 1;
  }
  let until = low;
  while ((drafts[until]?.cue.first ?? Number.POSITIVE_INFINITY) <= last + farthest) until++;
  return drafts.slice(Math.max(0, low - 3), until);
}

/** A cue without a source of its own has that of the cue before, in the same sentence. */
function shareSources(words: readonly Word[], drafts: readonly Draft[]): void {
  for (const [at, draft] of drafts.entries()) {
    const before = drafts[at - 1];
    const isSame =
      before !== undefined && words[before.cue.head]?.sentence === words[draft.cue.head]?.sentence;
    if (draft.source !== undefined || !isSame || before.source === undefined) continue;
    draft.source = before.source;
    draft.isShared = true;
  }
}
