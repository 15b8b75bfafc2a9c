import type { DocumentNode } from 'graphql';

/** A parsed document that knows its data and its variables, as urql, Apollo and TanStack Query take it. */
export interface TypedDocumentNode<Data, Variables> extends DocumentNode {
  /** Carries the types. It is never there when the program runs. */
  readonly __apiType?: (variables: Variables) => Data;
}
