import type { Plugin } from 'graphql-yoga';
import type { KnownDocuments, KnownOperations } from '../known-documents.ts';
import type { RequestFacts } from '../request-facts.ts';

/** Executes a query whose document was found good before, without asking every plugin about it again. */
export function useKnownDocuments(
  documents: KnownDocuments,
  ask: KnownOperations,
): Plugin<object, RequestFacts> {
  return {
    onValidate({ params: { documentAST } }) {
      return ({ valid }) => {
        if (valid) documents.noteGood(documentAST);
      };
    },
    onParams({ context, params, setParamsHandler, setResult }) {
      // Yoga's context is what it was given of the request.
      const facts = context as object as RequestFacts;
      if (facts.handedOn?.result) return setResult(facts.handedOn.result);
      const known = documents.known(params, ['query']);
      if (!known) return;
      setParamsHandler(({ request }) =>
        ask(Object.assign(facts, { request, params }), known.document, params),
      );
    },
  };
}
