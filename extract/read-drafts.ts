import type { Attribution } from './attributions/attribution.ts';
import { draftsOf } from './drafts.ts';
import type { Drafts, ExtractInput } from './extractor.ts';
import { hiddenStatements } from './stances/hidden.ts';
import { narratedStatements } from './stances/narrated.ts';
import { nominalStatements } from './stances/nominal.ts';
import { ratingStatements } from './stances/ratings.ts';
import { relativeStatements } from './stances/relative.ts';
import { silentStatements } from './stances/silent.ts';
import { type Statement, statementsOf } from './stances/statement.ts';
import type { Annotate } from './words/annotate.ts';
import { type Passage, passageOf } from './words/passage.ts';
import { segment } from './words/segment.ts';

export interface Reader {
  readonly annotate: Annotate;
  readonly attributions: (passage: Passage) => readonly Attribution[];
}

/** All stages from text to drafts. Between them the signal is looked at. */
export function readDrafts(
  { annotate, attributions }: Reader,
  input: ExtractInput,
  signal?: AbortSignal,
): Drafts {
  signal?.throwIfAborted();
  const passage = passageOf(input.text, segment(input.text), annotate);
  signal?.throwIfAborted();
  const attributed = statementsOf(passage, attributions(passage));
  const spoken = [
    ...attributed,
    ...silentStatements(passage, attributed),
    ...hiddenStatements(passage, attributed),
    ...nominalStatements(passage),
    ...ratingStatements(passage),
    ...relativeStatements(passage, attributed),
  ];
  signal?.throwIfAborted();
  const statements = [...spoken, ...narratedStatements(passage, spoken)];
  return draftsOf(passage, statements.sort(inOrder), input);
}

/** By the place of the cue, since a pronoun is who spoke last; a statement before those inside it. */
function inOrder(a: Statement, b: Statement): number {
  return a.quote.first - b.quote.first || b.quote.last - a.quote.last || a.cue.first - b.cue.first;
}
