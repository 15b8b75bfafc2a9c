import type { Connection } from './connect.ts';
import { FeedError, ResponseError } from './errors.ts';
import { eventParser } from './event-stream.ts';
import type { HttpResponse, Signal } from './host.ts';
import { backOff, patience } from './patience.ts';
import { answerIn, nameOf, post, type Question, rootOf, whyItFailed } from './request.ts';
import { pause, watchOver } from './watch.ts';

declare const TextDecoder: new () => {
  decode(bytes?: Uint8Array, more?: { stream: true }): string;
};

/** What every event of a feed has: its place and its moment. Without a moment it is a checkpoint: a place and no more. */
export interface Told {
  readonly cursor: string;
  readonly at: string | null;
}

/** An event as a loop hears it: checkpoints, where all this is null, are the SDK's own affair. */
export type Heard<Event> = {
  readonly [Fact in keyof Event]: Fact extends 'at' | 'type' | 'from' | 'to'
    ? NonNullable<Event[Fact]>
    : Event[Fact];
};

/** Where a feed begins and how it ends. */
export interface FeedOptions {
  /** The cursor behind which it begins: of an event, or the `feedCursor` of a page. With none it begins now. */
  readonly after?: string | null | undefined;
  /** Ends the loop when it falls, without an error. */
  readonly signal?: Signal | undefined;
}

/** The server pings every 12 s; a line that is silent for longer is dead. */
const silenceMs = 40_000;

/**
 * The events behind a cursor, for as long as the loop goes on: through restarts of the server, broken lines and
 * silent ones. An event counts as heard when the loop's body is done with it, and until then comes again.
 */
export async function* follow<Event extends Told>(
  connection: Connection,
  { text, variables }: Question,
  { after, signal }: FeedOptions,
): AsyncGenerator<Heard<Event>, void, undefined> {
  let cursor = after ?? undefined;
  let failures = 0;
  while (!signal?.aborted) {
    const begun = Date.now();
    let wait = backOff(failures);
    try {
      const question = { text, variables: { ...variables, after: cursor, checkpoints: true } };
      for await (const event of listen<Event>(connection, question, signal)) {
        if (isHeard(event)) {
          failures = 0;
          yield event;
        }
        cursor = event.cursor;
      }
    } catch (error) {
      if (signal?.aborted) return;
      const patient = patience(error, failures);
      if (patient === undefined && error instanceof ResponseError)
        throw new FeedError(nameOf({ text }), error, cursor);
      if (patient === undefined) throw error;
      wait = patient;
    }
    failures = Date.now() - begun > silenceMs ? 0 : failures + 1;
    await pause(wait, signal);
  }
}

const isHeard = <Event extends Told>(event: Event): event is Event & Heard<Event> =>
  event.at !== null;

/** The events of one connection, until the line ends. */
async function* listen<Event>(
  connection: Connection,
  question: Question,
  signal: Signal | undefined,
): AsyncGenerator<Event, void, undefined> {
  const request = await post(connection, question, 'text/event-stream');
  const watch = watchOver(silenceMs, signal);
  try {
    const response = await request(watch.signal);
    for await (const { type, data } of eventsOf(question, response, watch.wait)) {
      if (type === 'complete') return;
      // While the caller's loop is at work nobody waits for the server.
      watch.rest();
      yield rootOf(answerIn<Record<string, Event>>(question, response, data).data);
      watch.wait();
    }
  } catch (error) {
    throw whyItFailed(error, question, { watch, signal });
  } finally {
    watch.end();
  }
}

async function* eventsOf(question: Question, response: HttpResponse, onSign: () => void) {
  const { body, headers, status } = response;
  if (!body || !headers.get('content-type')?.startsWith('text/event-stream')) {
    answerIn(question, response, await response.text());
    const requestId = headers.get('x-request-id') ?? undefined;
    throw new ResponseError(nameOf(question), {
      code: 'NOT_GRAPHQL',
      status,
      requestId,
      errors: [],
    });
  }
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const eventsIn = eventParser();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onSign();
    yield* eventsIn(decoder.decode(value, { stream: true }));
  }
}
