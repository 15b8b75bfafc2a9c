import { type Passage, writtenAt } from '../words/passage.ts';
import type { Span } from '../words/span.ts';
import type { Attribution } from './attribution.ts';

/** The places of an attribution in the text as it is written. */
interface AttributionSpans {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export function spansOf(passage: Passage, { source, cue, content }: Attribution): AttributionSpans {
  return {
    source: source === undefined ? [] : [writtenAt(passage, source)],
    cue: [writtenAt(passage, cue)],
    content: content.map((range) => writtenAt(passage, range)),
  };
}
