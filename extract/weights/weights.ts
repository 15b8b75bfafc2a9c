import type { Attribution } from '../attributions/attribution.ts';
import type { Extractor } from '../extractor.ts';
import { readerOf } from '../read-drafts.ts';
import { createAnnotator } from '../words/annotate.ts';
import type { Passage } from '../words/passage.ts';
import { featuresOf } from './features.ts';
import { linked } from './link.ts';
import { labelled, type Weights } from './model.ts';

/** The reader that learnt from marked texts what the rules get wrong. `version` is that of the weights. */
export function createWeighted(weights: Weights, version: string): Extractor {
  const attributions = (passage: Passage) => weightedAttributions(weights, passage);
  return { id: 'weights', version, ...readerOf({ annotator: createAnnotator(), attributions }) };
}

/** The attributions of a passage by learnt weights, in the order of their cues. */
export function weightedAttributions(
  weights: Weights,
  passage: Pick<Passage, 'words'>,
): Attribution[] {
  return linked(passage.words, labelled(weights, featuresOf(passage), passage.words));
}
