import { NotOnRecord } from '../rules/errors.ts';
import type { Counts } from './counts.ts';
import type { Missing } from './file-view.ts';
import type { KeptLine } from './on-conflict.ts';
import type { LineFault } from './source.ts';

/** What some lines would do to the record. */
export interface Checked {
  /** In the order of the lines. */
  readonly faults: readonly LineFault[];
  /** What lines refer to and neither an earlier line nor the record holds; empty where that counts as a fault. */
  readonly missing: readonly MissingAt[];
  readonly counts: Counts;
  /** The ordinals, from 0, of lines that bring nothing new. */
  readonly unchanged: ReadonlySet<number>;
  readonly lines: number;
  /** The names, as `awaitedName` tells them, that lines refer to before the line that brings them. */
  readonly later: ReadonlySet<string>;
  /** Lines of what is on record with other content, in their order; none where that is a fault. */
  readonly kept: readonly KeptLine[];
  /** The ordinals of those that bring nothing. */
  readonly skipped: ReadonlySet<number>;
  /** How many pieces of evidence a line adds to a stance on record, by its ordinal. */
  readonly pieces: ReadonlyMap<number, number>;
  /** The slugs of claims that these lines tell and that are on record. */
  readonly sharedClaims: readonly string[];
}

export interface MissingAt extends Missing {
  readonly source: string | null;
  readonly line: number;
}

/** A reference that leads nowhere, as a fault. */
export function missingFault({ source, line, noun, reference, path }: MissingAt): LineFault {
  return { source, line, refusal: new NotOnRecord({ noun, reference }, path) };
}
