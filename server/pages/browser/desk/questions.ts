import type { ClaimCandidate } from './draft-entry.ts';
import type { DeskStance } from './generated/documents.ts';

interface Asked<Answer> {
  readonly answer: (answer: Answer | null) => void;
}

/** What is asked before anything is done; null is given where it is let be. */
export type Question =
  /** A reason, and the words of the button. */
  | ({ readonly kind: 'reason'; readonly title: string; readonly verb: string } & Asked<string>)
  /** Claims on record say the same as one that would be new: the id of one of them, or `new`. */
  | ({
      readonly kind: 'duplicate';
      readonly text: string;
      readonly onRecord: readonly ClaimCandidate[];
    } & Asked<string>)
  /** Somebody else has changed or judged what was to be judged: `ours` judges it all the same. */
  | ({ readonly kind: 'conflict' } & Versions & Asked<'ours'>);

/** What somebody else made of a draft, and what was to be made of it. */
export interface Versions {
  readonly name: string;
  readonly theirs: DeskStance;
  readonly ours: readonly (readonly [label: string, value: string])[];
}
