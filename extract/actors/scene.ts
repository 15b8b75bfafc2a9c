import { type Passage, type Range, wordsOf } from '../words/passage.ts';
import type { ActorDraft } from './actor.ts';
import type { Roster } from './roster.ts';

/** Who stands behind the words of a source. */
export interface Speaker {
  readonly actor: ActorDraft;
  /** The outlet through which an unnamed source speaks, where it is not the publisher. */
  readonly through?: ActorDraft;
  /** That outlet only passes it on and takes no stance of its own by these words. */
  readonly isSilent?: boolean;
  /** Others of whom the sentence before tells, whom the pronoun may mean. */
  readonly rivals?: readonly ActorDraft[];
  /** Another reading is possible. */
  readonly isUnsure?: boolean;
}

export interface Scene {
  readonly passage: Passage;
  readonly roster: Roster;
  /** The person who spoke last, for `he` and `she`. */
  readonly lastSpeaker: ActorDraft | undefined;
  /** The outlet of the chain so far, or the publisher: who grants anonymity here. */
  readonly outlet: ActorDraft;
}

export function wordsAt(passage: Passage, range: Range): string {
  return wordsOf(passage, [range]).replace(/[\s,—–-]+$/u, '');
}
