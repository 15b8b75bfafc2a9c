import type { Range } from '../words/passage.ts';

/** Somebody who said one thing in a sentence may say the next one too. */
export interface SharedSource {
  readonly source: Range;
  /** It stands by its own verb there, and not only by a participle's. */
  readonly isOwn: boolean;
}
