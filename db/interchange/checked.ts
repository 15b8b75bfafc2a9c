import type { OnRecordView } from '../queries/record-view.ts';
import { NotOnRecord } from '../rules/errors.ts';
import type { Names } from '../rules/names.ts';
import type { OnConflict } from '../rules/vocabulary.ts';
import type { Counts } from './counts.ts';
import type { Missing } from './file-view.ts';
import type { KeptAside } from './kept-aside.ts';
import type { KeptLine } from './on-conflict.ts';
import type { Ordinals } from './ordinals.ts';
import type { LineFault } from './source.ts';

/** How lines are checked. */
export interface CheckChoices {
  /** What a reference that leads nowhere is. */
  readonly missing: 'refuse' | 'tell';
  /** What becomes of a line of something that is on record with other content. */
  readonly onConflict: OnConflict;
  /** Where what earlier lines bring is kept. */
  readonly aside: KeptAside;
}

/** Tells what is on record under some names. */
export type LookUp = (names: Names) => Promise<OnRecordView>;

/** What some lines would do to the record. */
export interface Checked {
  /** In the order of the lines. */
  readonly faults: readonly LineFault[];
  /** What lines refer to and neither an earlier line nor the record holds; empty where that counts as a fault. */
  readonly missing: readonly MissingAt[];
  readonly counts: Counts;
  /** The ordinals, from 0, of lines that bring nothing new. */
  readonly unchanged: Pick<Ordinals, 'has'>;
  readonly lines: number;
  /** The names, as `awaitedName` tells them, that lines refer to before the line that brings them. */
  readonly later: ReadonlySet<string>;
  /** Lines of what is on record with other content, in their order; none where that is a fault. */
  readonly kept: readonly KeptLine[];
  /** The ordinals of those that bring nothing. */
  readonly skipped: Pick<Ordinals, 'has'>;
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
