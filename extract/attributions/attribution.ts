import type { Range } from '../words/passage.ts';
import type { Cue } from './cues.ts';

/** Who says what by which words, as places in one passage. */
export interface Attribution {
  readonly cue: Cue;
  /** Absent where the text names nobody: `is expected to`. */
  readonly source: Range | undefined;
  readonly content: readonly Range[];
  /** The source is that of another attribution in the sentence: `Lee said it was safe, adding ...`. */
  readonly isShared?: boolean;
}
