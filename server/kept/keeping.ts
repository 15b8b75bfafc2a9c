import type { DocumentNode } from 'graphql';
import type { Traced } from './traced.ts';

/** What is asked, in a document that is known to be good. */
export interface Question {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
}

/** A question whose answer is to be kept, while it is found. */
export interface Keeping {
  readonly question: Question;
  readonly name: string;
  readonly asked: string;
  readonly version: number;
  /** The answer, once it was executed. */
  traced: Traced | null;
}
