import { nameOf, type Question } from './answer.ts';
import type { Connection } from './connect.ts';
import { FeedError, ResponseError } from './errors.ts';
import { type FeedActivity, type FeedOptions, teller } from './feed-options.ts';
import { type Line, listen, open } from './line.ts';
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

/** How far a feed has come. */
interface Course {
  /** Of the last event that the loop's body was done with. */
  cursor: string | undefined;
  /** How often in a row the server was asked in vain. */
  failures: number;
  /** Whether any line of it was ever open. */
  hasBegun: boolean;
  /** Whether nothing was heard since another token was asked for. */
  hasRenewed: boolean;
}

/**
 * The events behind a cursor, for as long as the loop goes on: through restarts of the server, broken lines and
 * silent ones. An event counts as heard when the loop's body is done with it, and until then comes again.
 */
export async function* follow<Event extends StreamedEvent>(
  connection: Connection,
  question: Question,
  { after, signal, persist, onState }: FeedOptions,
): AsyncGenerator<Heard<Event>, void, undefined> {
  const cursor = after ?? (await persist?.load()) ?? undefined;
  const course: Course = { cursor, failures: 0, hasBegun: false, hasRenewed: false };
  const tellState = teller(onState);
  const tell: Tell = (activity) => tellState({ ...activity, cursor: course.cursor });
  let refused: string | undefined;
  let cause: unknown;
  try {
    while (!signal?.aborted) {
      tell({ kind: 'connecting' });
      const watch = watchOver(silenceMs, signal);
      const line: Line = {
        url: connection.url,
        accept: 'text/event-stream',
        watch,
        signal,
        refused,
      };
      const variables = { ...question.variables, after: course.cursor, checkpoints: true };
      const begun = Date.now();
      yield* heard(listen<Event>(connection, { ...question, variables }, line), course, {
        tell,
        persist,
        signal,
      });
      if (signal?.aborted) return;

      if (Date.now() - begun > steadyMs) course.failures = 0;
      refused = course.hasRenewed ? undefined : renewable(line.cause, connection, line);
      if (refused !== undefined) {
        course.hasRenewed = true;
        continue;
      }
      const retryInMs = waitAfter(line.cause, course, nameOf(question));
      tell({ kind: 'waiting', retryInMs, cause: line.cause });
      course.failures += 1;
      await pause(retryInMs, signal);
    }
  } catch (error) {
    cause = error;
    throw error;
  } finally {
    tell({ kind: 'ended', cause });
  }
}

/** The events of one line without its checkpoints. The cursor moves on when the loop's body comes back for more. */
async function* heard<Event extends StreamedEvent>(
  events: AsyncIterable<Event | typeof open>,
  course: Course,
  { tell, persist, signal }: { readonly tell: Tell } & FeedOptions,
): AsyncGenerator<Heard<Event>, void, undefined> {
  for await (const event of events) {
    if (event === open) {
      course.hasBegun = true;
      tell({ kind: 'catchingUp' });
      continue;
    }
    course.hasRenewed = false;
    if (isHeard(event)) {
      course.failures = 0;
      yield event;
    } else tell({ kind: 'live' });
    if (event.cursor !== course.cursor) {
      course.cursor = event.cursor;
      await persist?.save(event.cursor);
    }
    if (signal?.aborted) return;
  }
}

const isHeard = <Event extends StreamedEvent>(event: Event): event is Event & Heard<Event> =>
  event.at !== null;

/** How long to wait when a line has ended. @throws FeedError where another would end the same way. */
function waitAfter(
  cause: unknown,
  { cursor, failures, hasBegun }: Course,
  name: string | undefined,
): number {
  const wait = retryDelay(cause, failures);
  if (wait === undefined && cause instanceof ResponseError)
    throw new FeedError(name, cause, cursor);
  // What has no answer and no line has failed in the program itself: its token function, perhaps for want of a network.
  if (wait === undefined && cause !== undefined && !hasBegun) throw cause;
  return wait ?? backOff(failures);
}

type Tell = (activity: FeedActivity) => void;
