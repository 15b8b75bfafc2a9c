import type { ClaimDraft } from '../extractor.ts';
import type { StanceKind } from '../stances/kinds.ts';

/** What somebody put forward, or how else they stood to it. */
export interface Said {
  readonly claim: ClaimDraft;
  readonly actor: string;
  readonly kind: StanceKind;
  readonly matter: ReadonlySet<string>;
  /** Of the cue, by number. */
  readonly sentence: number;
}
