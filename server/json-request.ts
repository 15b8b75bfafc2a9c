import { isUtf8 } from 'node:buffer';
import type { GraphQLError } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { badRequest } from './bad-request.ts';
import type { Admission } from './limits/admission.ts';
import { bodyPoints } from './limits/reading-prices.ts';
import type { RequestFacts } from './request-facts.ts';

/** Refuses a GET that would accept anything: it may be an image, a script or a link of any page. */
export function assertAcceptedByName(accept: string | null | undefined): void {
  const named = /\b(application\/(graphql-response\+)?json|text\/event-stream)\b/;
  if (named.test(accept ?? '')) return;
  throw badRequest(
    406,
    'A GET accepts application/json, application/graphql-response+json or text/event-stream by name.',
  );
}

/** Whether a body of this content type is taken: JSON in UTF-8. */
export function isJson(contentType: string | null | undefined): boolean {
  return /^application\/json(?:\s*;\s*charset=("?)utf-8\1)?\s*$/i.test(contentType ?? 'none');
}

/** What a GET asks, by the query string of its URL. */
export function paramsInUrl(url: string): GraphQLParams {
  const start = url.indexOf('?');
  const text = start < 0 ? '' : url.slice(start);
  if (!isUtf8InUrl(text)) throw badRequest(400, 'The address is not UTF-8.');
  const search = new URLSearchParams(text);
  const params: GraphQLParams = {};
  const query = search.get('query');
  if (query) params.query = query;
  const operationName = search.get('operationName');
  if (operationName) params.operationName = operationName;
  const documentId = search.get('documentId');
  if (documentId) Object.assign(params, { documentId });
  for (const name of ['variables', 'extensions'] as const) {
    const json = search.get(name);
    if (json) params[name] = parseJson(json, `The parameter ${name} is not JSON.`);
  }
  return params;
}

/** What a POST asks, by its body: whoever sent it pays for that before it is looked at. */
export function paramsInBody(
  body: Buffer,
  facts: RequestFacts,
  admission: Pick<Admission, 'refusalToTake'>,
): GraphQLParams {
  return paramsInText(textOfBody(body, facts, admission));
}

/** The text of a body, which whoever sent it has paid for. */
export function textOfBody(
  body: Buffer,
  facts: RequestFacts,
  admission: Pick<Admission, 'refusalToTake'>,
): string {
  const refused = admission.refusalToTake(facts, bodyPoints(body.length));
  if (refused) throw refused;
  if (!isUtf8(body)) throw badRequest(400, 'The body is not UTF-8.');
  return body.toString();
}

/** What a POST asks whose body has this text. */
export function paramsInText(text: string): GraphQLParams {
  return parseJson(text, 'The body is not JSON.');
}

/** Whoever sent it has left, which is no fault of the server. */
export function brokenOff(): GraphQLError {
  return badRequest(400, 'The body was broken off.');
}

/** URLSearchParams would mend what is not. */
function isUtf8InUrl(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function parseJson(text: string, refusal: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(400, refusal);
  }
}
