import type { Range, Word } from '../words/passage.ts';
import type { StanceKind } from './kinds.ts';

export type Mode = 'DIRECT' | 'MIXED' | 'INDIRECT' | 'NOMINAL' | 'NARRATED';

/** Somebody's words on something, before it is decided who they are and how they stand. */
export interface Statement {
  readonly cue: Range;
  /** Dictionary form of the deciding word; empty for a mark or the outlet's own voice. */
  readonly lemma: string;
  readonly frame: string;
  readonly source: Range | undefined;
  readonly content: readonly Range[];
  /** First and last word of what shows the stance. */
  readonly quote: Range;
  readonly mode: Mode;
  readonly negated: boolean;
  /** `reportedly`, `is said to`: somebody says so whom the text hides. */
  readonly isHidden: boolean;
  /** The source stands with the cue before. */
  readonly isShared: boolean;
  /** A participle that opens its sentence: who does so comes next. */
  readonly isOpening?: boolean;
  /** Inside what this statement says. */
  readonly within: Statement | undefined;
  /** How the speaker stands, where the words tell it and not the verb: `said the report was false`. */
  readonly stands?: StanceKind;
  /** The content only points at a claim made before, or else tells one itself; where the verb leaves that open, nothing. */
  readonly points?: boolean;
  /** The claim itself, where the text asks for it and does not tell it. */
  readonly says?: string;
  /** It only passes on what stands inside of it. */
  readonly isChain?: boolean;
  /** Its `I` is who speaks, though no marks stand around it. */
  readonly isSpeech?: boolean;
  /** What it says where the text has no claim that it could point at. */
  readonly otherwise?: Statement;
  /** Somebody else may be meant who says it. */
  readonly isUnsure?: boolean;
  /** It says nothing where the text has none. */
  readonly isOnlyPointing?: boolean;
}

/** The verb with the word behind it, where both are the cue: `call for`. */
export function phraseOf(words: readonly Word[], { cue, lemma }: Statement): string | undefined {
  for (let at = cue.last - 1; at >= cue.first; at--) {
    if (words[at]?.lemma === lemma) return `${lemma} ${words[at + 1]?.lower}`;
  }
  return undefined;
}
