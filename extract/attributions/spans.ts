import { type Passage, spanOf } from '../words/passage.ts';
import type { Span } from '../words/span.ts';
import type { Attribution } from './attribution.ts';

/** The places of an attribution in the text. */
interface AttributionSpans {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export function spansOf(passage: Passage, { source, cue, content }: Attribution): AttributionSpans {
  return {
    source: source === undefined ? [] : [spanOf(passage, source)],
    cue: [spanOf(passage, cue)],
    content: content.map((range) => spanOf(passage, range)),
  };
}
