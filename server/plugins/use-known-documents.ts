import { type DocumentNode, getOperationAST } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { GraphContext } from '../../schema/context.ts';
import type { Executor } from '../../schema/reading/execute.ts';
import { schema } from '../../schema/schema.ts';
import type { ContextOf } from '../graph-context.ts';
import type { RequestFacts } from '../request-facts.ts';

export interface KnownDocumentOptions {
  /** What Yoga has parsed, by its text. */
  readonly documents: { get(text: string): DocumentNode | undefined };
  /** Those of them that were found good: the others are looked at whenever they are asked. */
  readonly good: WeakSet<DocumentNode>;
  readonly contextOf: ContextOf;
  readonly execute: Executor;
}

/** Executes a query whose document was found good before, without asking every plugin about it again. */
export function useKnownDocuments({
  documents,
  good,
  contextOf,
  execute,
}: KnownDocumentOptions): Plugin<object, RequestFacts> {
  const knownQuery = (params: GraphQLParams | null): DocumentNode | undefined => {
    const document = typeof params?.query === 'string' ? documents.get(params.query) : undefined;
    if (!document || !good.has(document)) return undefined;
    return getOperationAST(document, params?.operationName)?.operation === 'query'
      ? document
      : undefined;
  };

  return {
    onValidate({ params: { documentAST } }) {
      return ({ valid }) => {
        if (valid) good.add(documentAST);
      };
    },
    onParams({ params, setParamsHandler }) {
      const document = knownQuery(params);
      if (!document) return;
      setParamsHandler(({ request, context }) => {
        const { operationName, variables } = params;
        const run = (graphContext: GraphContext) =>
          execute({
            schema,
            document,
            operationName,
            variableValues: variables,
            contextValue: Object.assign(context, graphContext),
          });
        const facts = Object.assign(context, { request, params });
        const graphContext = contextOf(facts);
        return graphContext instanceof Promise ? graphContext.then(run) : run(graphContext);
      });
    },
  };
}
