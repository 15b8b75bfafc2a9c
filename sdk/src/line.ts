import { answerIn, type Question, rootOf, type Sending, whyItFailed } from './answer.ts';
import type { Connection } from './connect.ts';
import { eventParser, type StreamEvent } from './event-stream.ts';
import type { ByteStream, HttpResponse } from './host.ts';
import { send } from './request.ts';
import { type Watch, within } from './watch.ts';

declare const TextDecoder: new () => {
  decode(bytes?: Uint8Array, more?: { stream: true }): string;
};

/** One connection of a feed, and what becomes of it. */
export interface Line extends Sending {
  /** What broke it; undefined while it lasts, and where the server itself has ended it. */
  cause?: unknown;
}

/** Undefined when the line is open, then its events, until it ends. What breaks it is not thrown: `line.cause` has it. */
export async function* listen<Event>(
  connection: Connection,
  question: Question,
  line: Line,
): AsyncGenerator<Event | undefined, void, undefined> {
  const { watch } = line;
  watch.wait();
  try {
    const response = await opened(connection, question, line);
    yield undefined;
    for await (const { type, data } of eventsOf(response, watch)) {
      if (type === 'complete') return;
      // While the caller's loop is at work nobody waits for the server.
      watch.rest();
      yield rootOf(answerIn<Record<string, Event>>(question, line, { response, text: data }).data);
      watch.wait();
    }
  } catch (error) {
    line.cause = whyItFailed(error, question, line);
  } finally {
    watch.end();
  }
}

async function opened(connection: Connection, question: Question, line: Line) {
  const response = await send(connection, question, line);
  if (response.body && response.headers.get('content-type')?.startsWith('text/event-stream'))
    return response;
  const text = await within(line.watch.signal, response.text());
  answerIn(question, line, { response, text });
  // It has data, and is no stream: nothing that speaks our protocol.
  throw answerIn(question, line, { response, text: '' });
}

async function* eventsOf(
  { body }: HttpResponse,
  { signal, wait }: Watch,
): AsyncGenerator<StreamEvent, void, undefined> {
  const reader = (body as ByteStream).getReader();
  const decoder = new TextDecoder();
  const eventsIn = eventParser();
  try {
    for (;;) {
      const { done, value } = await within(signal, reader.read());
      if (done) return;
      wait();
      yield* eventsIn(decoder.decode(value, { stream: true }));
    }
  } finally {
    // Some hosts' fetch does not hear the signal.
    reader.cancel().catch(() => {});
  }
}
