import type { IncomingMessage } from 'node:http';
import type { GraphQLParams } from 'graphql-yoga';
import { isJson } from '../json-request.ts';
import type { BodyAllowance } from '../limits/body-allowance.ts';

/** Whether it asks the graph, in a way that leaves nothing to find out before its body is read. */
export function isForLane(
  { headers, method, url = '' }: IncomingMessage,
  { allowance }: { readonly allowance: Pick<BodyAllowance, 'anybody'> },
): boolean {
  if (method === 'GET' || method === 'HEAD') return url.startsWith('/graphql?');
  // Node's HTTP parser holds a body to the length that was announced.
  const length = Number(headers['content-length'] ?? Number.NaN);
  return (
    method === 'POST' &&
    url === '/graphql' &&
    length <= allowance.anybody &&
    isJson(headers['content-type'])
  );
}

const plainParams: ReadonlySet<string> = new Set(['query', 'variables', 'operationName']);

/** Whether nothing is asked but a document, with variables and the name of an operation in it. */
export function isPlain(params: unknown): params is GraphQLParams {
  if (!isObject(params)) return false;
  for (const name in params) if (!plainParams.has(name)) return false;
  const { query, variables, operationName } = params;
  return (
    typeof query === 'string' &&
    (variables === undefined || variables === null || isObject(variables)) &&
    (operationName === undefined || operationName === null || typeof operationName === 'string')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
