import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { KnownDocuments } from '../known-documents.ts';
import type { Admission } from '../limits/admission.ts';
import type { Hearing } from '../limits/hearing.ts';
import { bodyPoints } from '../limits/reading-prices.ts';
import type { RequestFacts } from '../request-facts.ts';

export interface AdmissionPluginOptions {
  readonly hear: Hearing;
  readonly documents: Pick<KnownDocuments, 'isNew'>;
}

/**
 * Takes what each request costs before anything is done for it, and lets nobody subscribe, or have a document read, who
 * may not. What is executed is judged by its executor.
 */
export function useAdmission(
  admission: Admission,
  { documents, hear }: AdmissionPluginOptions,
): Plugin<RequestFacts, RequestFacts> {
  return {
    onPluginInit({ registerContextErrorHandler }) {
      // On a socket, too, whoever shows no token that is in force has asked.
      registerContextErrorHandler(({ context, setError }) => {
        // The context of every operation is ours.
        const refused = admission.refusalToHear(context as Readonly<object> as RequestFacts);
        if (refused) setError(refused);
      });
    },
    onRequest({ request, serverContext, endResponse, fetchAPI }) {
      if (isOperation(request) || isLook(request)) return;
      const refused = admission.refusalToHear(serverContext);
      if (refused) endResponse(new fetchAPI.Response(refused.message, { status: 429 }));
    },
    onRequestParse({ requestParser, serverContext, setRequestParser }) {
      if (requestParser === undefined) return;
      setRequestParser((request) => {
        const { handedOn } = serverContext;
        if (handedOn) return handedOn.params();
        const heard = hear(serverContext, request.headers.get('authorization'));
        return heard === null ? requestParser(request) : heard.then(() => requestParser(request));
      });
    },
    onParse({ context, params: { source } }) {
      const text = String(source);
      const refused =
        admission.refusalToHear(context) ??
        admission.refusalToTake(context, bodyPoints(context.letters ?? 0)) ??
        (documents.isNew(text) ? admission.refusalToRead(context, text) : null);
      if (refused) throw refused;
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const judged = admission.judge(args);
      if (judged instanceof GraphQLError) setResultAndStopExecution({ errors: [judged] });
    },
    onResultProcess({ result, serverContext: { points }, setResult }) {
      if (points === undefined || isAsyncIterable(result) || Array.isArray(result)) return;
      // What was refused before it was executed has its price, too.
      setResult({ ...result, extensions: { cost: points, ...result.extensions } });
    },
  };
}

/** Whether it is answered by the graph: what asks for a page, or for what a browser may, is not. */
function isOperation({ headers, method, url }: Request): boolean {
  if (!/^\w+:\/\/[^/]*\/graphql(\?|$)/.test(url)) return false;
  return method === 'POST' || (method === 'GET' && !headers.get('accept')?.includes('text/html'));
}

/** Whoever watches the server has to be answered. */
function isLook({ method, url }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && /\/(healthz|readyz)$/.test(url);
}
