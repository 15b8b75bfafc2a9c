import {
  type Answer,
  answerIn,
  nameOf,
  type Question,
  type Sending,
  whyItFailed,
} from './answer.ts';
import { type CallOptions, type Connection, refuseOther } from './connect.ts';
import { RateLimitError, ResponseError } from './errors.ts';
import type { HttpResponse } from './host.ts';
import { patience } from './patience.ts';
import { uniqueName } from './unique-name.ts';
import { pause, watchOver, within } from './watch.ts';

/** Asks until there is an answer, or asking again is in vain. */
export async function ask<Data>(
  connection: Connection,
  question: Question,
  {
    signal,
    timeoutMs = connection.timeoutMs,
    retries = connection.retries,
    ...others
  }: CallOptions,
): Promise<Answer<Data>> {
  refuseOther('A call', Object.keys(others)[0]);
  const accept = 'application/graphql-response+json, application/json';
  const watch = watchOver(timeoutMs, signal);
  const end = Date.now() + timeoutMs;
  watch.wait();
  try {
    for (let failures = 0, hasRenewed = false, refused: string | undefined; ; ) {
      const sending: Sending = { url: connection.url, accept, watch, signal, refused };
      try {
        return await once<Data>(connection, question, sending);
      } catch (error) {
        refused = hasRenewed ? undefined : renewable(error, connection, sending);
        hasRenewed ||= refused !== undefined;
        if (refused !== undefined || connection.byHash?.isUnknown(question, error)) continue;
        const repeats = failures < retries && (question.isRepeatable || isLimit(error));
        const wait = repeats ? patience(error, failures) : undefined;
        if (wait === undefined || Date.now() + wait > end) throw error;
        await pause(wait, watch.signal);
        failures += 1;
      }
    }
  } finally {
    watch.end();
  }
}

/** Sends a question. Answers with the head of the response; its body is still to come. */
export async function send(
  connection: Connection,
  question: Question,
  sending: Sending,
): Promise<HttpResponse> {
  const { url, fetch, headers: own, token, byHash } = connection;
  const {
    accept,
    refused,
    watch: { signal },
  } = sending;
  assertDeclared(question);
  const [shown, others] = await within(signal, Promise.all([token(refused), own()]));
  sending.token = shown ?? undefined;
  const headers = { ...others, accept, ...(shown && { authorization: `Bearer ${shown}` }) };
  const address = await byHash?.addressOf(question);
  // A browser would ask first whether a name of ours may be sent to another origin.
  sending.requestId = address ? '' : uniqueName();
  if (address) return within(signal, fetch(address, { method: 'GET', headers, signal }));
  const { text: query, variables } = question;
  const posted = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'x-request-id': sending.requestId },
    body: JSON.stringify({ query, operationName: nameOf(question), variables }),
    signal,
  } as const;
  return within(signal, fetch(url, posted));
}

/** Passes when an operation of ours has all these variables: a misspelt filter would be answered with everything. @throws TypeError */
function assertDeclared({ isOurs, text, variables }: Question): void {
  const other = Object.keys(variables).find((name) => !text.includes(`$${name}:`));
  if (isOurs) refuseOther(nameOf({ text }), other);
}

/** The token that was not taken, where another may be had for it. */
export function renewable(
  error: unknown,
  { renews }: Connection,
  { token }: Sending,
): string | undefined {
  const isRefused = error instanceof ResponseError && error.code === 'UNAUTHENTICATED';
  return isRefused && renews ? token : undefined;
}

async function once<Data>(
  connection: Connection,
  question: Question,
  sending: Sending,
): Promise<Answer<Data>> {
  try {
    const response = await send(connection, question, sending);
    const text = await within(sending.watch.signal, response.text());
    return answerIn<Data>(question, sending, { response, text });
  } catch (error) {
    throw whyItFailed(error, question, sending);
  }
}

// Who is told to wait has not been served: asking again repeats nothing.
const isLimit = (error: unknown): boolean => error instanceof RateLimitError;
