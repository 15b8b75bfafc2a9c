import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Admission } from '../limits/admission.ts';
import type { RequestFacts } from '../request-facts.ts';
import type { KnownDocumentOptions } from './use-known-documents.ts';

/** Lets nobody subscribe, or have a new document read, who may not. What is executed is judged by its executor. */
export function useAdmission(
  admission: Admission,
  { documents }: Pick<KnownDocumentOptions, 'documents'>,
): Plugin<RequestFacts, RequestFacts> {
  return {
    onParse({ context, params: { source } }) {
      if (documents.get(String(source))) return;
      const refused = admission.refusalToRead(context);
      if (refused) throw refused;
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const judged = admission.judge(args);
      if (judged instanceof GraphQLError) setResultAndStopExecution({ errors: [judged] });
    },
  };
}
