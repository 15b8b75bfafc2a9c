/** A judgement that may be taken back, as long as nothing else happened to what was judged. */
export interface Undone {
  readonly id: string;
  readonly cursor: string;
  /** The id of the claim that it is on. */
  readonly claim: string;
}

/** What one key judged. */
export interface Undoable {
  readonly article: string;
  readonly title: string;
  /** The draft first, then the same words in copies. */
  readonly undone: readonly Undone[];
}
