import { bodyQuestions } from './bodies.ts';
import { changeQuestions } from './changes.ts';
import { documentQuestions, failingQuestions } from './documents.ts';
import { edgeQuestions } from './edges.ts';
import { filterQuestions } from './filters.ts';
import { findingQuestions } from './finding.ts';
import { oddQuestions } from './odd.ts';
import type { Landmarks, Question } from './question.ts';
import { rootQuestions } from './roots.ts';
import { sdkQuestions } from './sdk.ts';

/** By kind, what is asked of a record. */
export const kinds: Readonly<Record<string, (landmarks: Landmarks) => readonly Question[]>> = {
  sdk: sdkQuestions,
  roots: rootQuestions,
  edges: edgeQuestions,
  filters: filterQuestions,
  finding: findingQuestions,
  odd: oddQuestions,
  documents: documentQuestions,
  failing: failingQuestions,
  bodies: bodyQuestions,
  changes: changeQuestions,
};
