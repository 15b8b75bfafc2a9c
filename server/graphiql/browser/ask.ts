import type { Fetcher } from '@graphiql/toolkit';
import { type ExecutionResult, GraphQLError, getOperationAST, parse } from 'graphql';
import { createClient, NetworkError, type RequestParams } from 'graphql-sse';
import { lastEvents } from './last-events.ts';
import { prepared } from './prepared.ts';
import { authorization, tellFault } from './token.ts';

const url = '/graphql';

type Headers = Record<string, string>;
type Observable = Extract<ReturnType<Fetcher>, { subscribe: unknown }>;

/** Asks the server of this page: once, or for all events of a subscription. GraphiQL alone asks for the schema unparsed. */
export const ask: Fetcher = (request, { headers = {}, documentAST } = {}) => {
  const isForSchema = !documentAST && request.operationName === 'IntrospectionQuery';
  if (isForSchema && prepared.schema !== null) return get(prepared.schema);
  const sent: Headers = { ...authorizationBeside(headers), ...headers };
  const { operation, asked } = operationOf(request);
  return operation === 'subscription' ? subscription(asked, sent) : post(asked, sent);
};

/** What is run of a document. For a moment after a tab was opened GraphiQL gives the name, and the parts, of what was open before. */
function operationOf({ operationName, ...request }: Parameters<Fetcher>[0]) {
  try {
    const document = parse(request.query);
    const named = getOperationAST(document, operationName);
    const asked = { ...request, ...(named && operationName ? { operationName } : {}) };
    return { operation: (named ?? getOperationAST(document))?.operation, asked };
  } catch {
    // The server tells what is wrong with it.
    return { asked: request };
  }
}

/** Finds out whether the token is known here. */
export async function checkToken(): Promise<void> {
  await post({ query: '{ viewer { role } }' }, authorization());
}

/** A tab's own Authorization goes before the token of the field. */
const authorizationBeside = (headers: Headers): Headers =>
  hasAuthorization(headers) ? {} : authorization();

const hasAuthorization = (headers: Headers): boolean =>
  Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');

async function get(path: string): Promise<ExecutionResult> {
  return fetch(path).then(answerIn).catch(unanswered);
}

function post(request: object, headers: Headers): Promise<ExecutionResult> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...headers,
    },
    body: JSON.stringify(request),
  })
    .then(answerIn)
    .then((answer) => noticed(answer, headers))
    .catch(unanswered);
}

function subscription(asked: RequestParams, headers: Headers): Observable {
  const client = createClient({ url, headers, retryAttempts: 0 });
  const events = lastEvents(
    (sink) => client.subscribe<Record<string, unknown>>(asked, sink),
    async (error) =>
      error instanceof NetworkError && error.response
        ? noticed(await answerIn(error.response), headers)
        : unanswered(error),
  );
  return events as Observable;
}

/** Where a subscription is refused, the refusal is the data of an event. */
async function answerIn(response: Response): Promise<ExecutionResult> {
  const text = await response.text();
  const [, data = text] = /^data: (.*)$/m.exec(text) ?? [];
  try {
    return JSON.parse(data);
  } catch {
    return failed(`The server answered ${response.status}, and nothing of GraphQL.`);
  }
}

function unanswered(error: unknown): ExecutionResult {
  const reason = error instanceof Error ? error.message : String(error);
  return failed(`The server at ${location.origin} did not answer: ${reason}`);
}

const failed = (message: string): ExecutionResult => ({ errors: [new GraphQLError(message)] });

/** Tells beside the field for the token, where the answer is about the token. */
function noticed(answer: ExecutionResult, headers: Headers): ExecutionResult {
  const refusal = answer.errors?.find(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
  if (refusal) tellFault(`${firstSentence(refusal.message)} ${whatToDo(headers)}`);
  else if (answer.data) tellFault(null);
  return answer;
}

// What follows it is for those who ask by other means.
const firstSentence = (said: string): string => said.replace(/(\.) .*/s, '$1');

function whatToDo(headers: Headers): string {
  if (!hasAuthorization(headers)) return 'Paste one into the field “Token”.';
  return 'authorization' in headers
    ? 'Put another into the field “Token”.'
    : 'It stands in the headers of this tab, which go before the field “Token”.';
}
