import type { ActorDraft } from '../actors/actor.ts';
import type { Sex } from '../actors/sex.ts';
import type { StanceKind } from '../stances/kinds.ts';

/** Who speaks, as far as the pronouns in what is said need it. */
export interface Voice {
  readonly actor: ActorDraft;
  readonly kind: StanceKind;
  readonly sex: Sex | undefined;
  /** Whether somebody else who may be meant by `he` or `she` is named before the word. */
  readonly isAmbiguous: (at: number) => boolean;
  /** The body in whose name the speaker says `we`, where the text tells. */
  readonly body: string | undefined;
  /** Something is wanted: `we should` are all of us. */
  readonly isWish: boolean;
  /** Who alone can be meant by `he` or `she` at the word where it is not the speaker. */
  readonly otherAt: (at: number) => string | undefined;
  /** Who put forward of himself what is answered. */
  readonly teller: string | undefined;
  /** Who alone a lawyer, a doctor or a spokesman speaks for. */
  readonly principal: string | undefined;
  /** The quotation that the cue itself stands in: its `I` is somebody else’s; -1 for none. */
  readonly outer: number;
  /** All of it is in the speaker's own words, though no marks say so: `LEE: I left.` */
  readonly isSpeech: boolean;
  /** It stands before who said so, and without marks: `I left, Lee said`. */
  readonly isFree: boolean;
}
