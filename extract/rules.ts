import { attributionsIn } from './attributions/attributions.ts';
import type { Extractor } from './extractor.ts';
import { readerOf } from './read-drafts.ts';
import { createAnnotator } from './words/annotate.ts';

/** The reader that needs nothing but the text: a lexicon of cues and rules of grammar. */
export function createRules(): Extractor {
  return {
    id: 'rules',
    version: '1',
    ...readerOf({ annotator: createAnnotator(), attributions: attributionsIn }),
  };
}
