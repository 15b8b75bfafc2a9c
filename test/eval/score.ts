import { contentMode } from '../../extract/attributions/mode.ts';
import { type Passage, rangeWritten } from '../../extract/words/passage.ts';
import type { Span } from '../../extract/words/span.ts';

/** One attribution as spans of the text: gold, or what somebody read. */
export interface SpanAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export const roles = ['source', 'cue', 'content'] as const;
export type Role = (typeof roles)[number];

export interface Count {
  hits: number;
  read: number;
  gold: number;
}

/** Of `read` answers `hits` are right; `gold` were to be found. */
export const newCount = (): Count => ({ hits: 0, read: 0, gold: 0 });

export function percent({
  hits,
  read,
  gold,
}: Count): Record<'precision' | 'recall' | 'f1', number> {
  const part = (of: number) => (of === 0 ? 0 : (100 * hits) / of);
  return { precision: part(read), recall: part(gold), f1: part((read + gold) / 2) };
}

const chunks = (passage: Passage, spans: readonly Span[]): Set<string> =>
  new Set(
    spans.map((span) => rangeWritten(passage, span)).map(({ first, last }) => `${first}-${last}`),
  );

/** Unbroken runs of words, first and last word both right: what a tag sequence is scored by. */
export function countExact(
  count: Count,
  passage: Passage,
  { read, gold }: { read: readonly Span[]; gold: readonly Span[] },
): void {
  const [found, wanted] = [chunks(passage, read), chunks(passage, gold)];
  for (const chunk of found) if (wanted.has(chunk)) count.hits++;
  count.read += found.size;
  count.gold += wanted.size;
}

/** All words of one role of one attribution. */
export type Words = ReadonlySet<number>;

export function wordsOf(passage: Passage, spans: readonly Span[]): Words {
  const places = new Set<number>();
  for (const span of spans) {
    const { first, last } = rangeWritten(passage, span);
    for (let at = first; at <= last; at++) if (passage.words[at]?.pos !== 'PUNCT') places.add(at);
  }
  return places;
}

/** Whether the two share at least half of the longer one. */
export function overlapsByHalf(a: Words, b: Words): boolean {
  let shared = 0;
  for (const place of a) if (b.has(place)) shared++;
  return shared > 0 && shared >= Math.max(a.size, b.size) / 2;
}

export function modeOf(passage: Passage, content: readonly Span[]): string {
  return contentMode(
    passage.words,
    content.map((span) => rangeWritten(passage, span)),
  );
}
