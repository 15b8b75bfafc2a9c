import type { Span } from './span.ts';

/** A word or a mark: its own offsets, its part of speech by the universal tags. */
export interface Token extends Span {
  readonly text: string;
  /** In lower case, with a straight apostrophe. */
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
}
