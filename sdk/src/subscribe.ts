import { nameOf, type Question } from './answer.ts';
import type { Connection } from './connect.ts';
import { FeedError, ResponseError } from './errors.ts';
import { type FeedActivity, type FeedOptions, teller } from './feed-options.ts';
import { type Line, listen } from './line.ts';
import { backOff, retryDelay } from './patience.ts';
import { renewable } from './request.ts';
import { pause, watchOver } from './watch.ts';

/** What every event of a feed has: its place and its moment. Without a moment it is a checkpoint: a place and no more. */
export interface StreamedEvent {
  readonly cursor: string;
  readonly at: string | null;
}

/** An event as a loop hears it: checkpoints, where all this is null, are the SDK's own affair. */
export type Heard<Event> = {
  readonly [Fact in keyof Event]: Fact extends 'at' | 'type' | 'from' | 'to'
    ? NonNullable<Event[Fact]>
    : Event[Fact];
};

/** The server writes at least every 12 s; a line that is silent for longer is dead. */
const silenceMs = 40_000;
/** A line that has lasted so long was no failure. */
const steadyMs = 10_000;

/**
 * The events behind a cursor, for as long as the loop goes on: through restarts of the server, broken lines and
 * silent ones. An event counts as heard when the loop's body is done with it, and until then comes again.
 */
export async function* follow<Event extends StreamedEvent>(
  connection: Connection,
  question: Question,
  { after, signal, persist, onState }: FeedOptions,
): AsyncGenerator<Heard<Event>, void, undefined> {
  let cursor = after ?? (await persist?.load()) ?? undefined;
  const tellState = teller(onState);
  const tell = (activity: FeedActivity) => tellState({ ...activity, cursor });
  // How often in a row the server was asked in vain.
  let failures = 0;
  let hasBegun = false;
  // Whether nothing was heard since another token was asked for.
  let hasRenewed = false;
  let refused: string | undefined;
  let cause: unknown;
  try {
    while (!signal?.aborted) {
      tell({ kind: 'connecting' });
      const watch = watchOver(silenceMs, signal);
      const accept = 'text/event-stream';
      const line: Line = { url: connection.url, accept, watch, signal, refused };
      const variables = { ...question.variables, after: cursor, checkpoints: true };
      const begun = Date.now();
      for await (const event of listen<Event>(connection, { ...question, variables }, line)) {
        if (event === undefined) {
          hasBegun = true;
          tell({ kind: 'catchingUp' });
          continue;
        }
        hasRenewed = false;
        if (isHeard(event)) {
          failures = 0;
          yield event;
        } else tell({ kind: 'live' });
        // The loop's body has come back for more: it is done with the event.
        if (event.cursor !== cursor) {
          cursor = event.cursor;
          await persist?.save(cursor);
        }
        if (signal?.aborted) break;
      }
      if (signal?.aborted) break;

      if (Date.now() - begun > steadyMs) failures = 0;
      refused = hasRenewed ? undefined : renewable(line.cause, connection, line);
      hasRenewed ||= refused !== undefined;
      if (refused !== undefined) continue;
      const wait = retryDelay(line.cause, failures);
      if (wait === undefined && line.cause instanceof ResponseError)
        throw new FeedError(nameOf(question), line.cause, cursor);
      // What has no answer and no line has failed in the program itself: its token function, perhaps for want of a network.
      if (wait === undefined && line.cause !== undefined && !hasBegun) throw line.cause;
      const retryInMs = wait ?? backOff(failures);
      tell({ kind: 'waiting', retryInMs, cause: line.cause });
      failures += 1;
      await pause(retryInMs, signal);
    }
  } catch (error) {
    cause = error;
    throw error;
  } finally {
    tell({ kind: 'ended', cause });
  }
}

const isHeard = <Event extends StreamedEvent>(event: Event): event is Event & Heard<Event> =>
  event.at !== null;
