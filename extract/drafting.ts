import type { ActorDraft } from './actors/actor.ts';
import type { Roster } from './actors/roster.ts';
import type { ClaimBook } from './claims/book.ts';
import type { Claim } from './claims/claim.ts';
import type { Stands } from './claims/turned-round.ts';
import type { ExtractInput, StanceDraft } from './extractor.ts';
import type { Statement } from './stances/statement.ts';
import type { Passage } from './words/passage.ts';

/** What is known of a text while its statements become drafts, one after another. */
export interface Drafting {
  readonly passage: Passage;
  readonly roster: Roster;
  readonly input: ExtractInput;
  readonly book: ClaimBook;
  readonly stances: StanceDraft[];
  readonly stands: Stands;
  /** What stances without a claim are about where the text tells nothing else. */
  readonly awaited: Map<StanceDraft, Claim | undefined>;
  /** Who speaks in a statement, the publisher first. */
  readonly chains: Map<Statement, readonly ActorDraft[]>;
  lastSpeaker: ActorDraft | undefined;
  /** The word by which it spoke. */
  lastSpokeAt: number;
  before: Statement | undefined;
}
