import { type FeedCase, isAskedFor } from './cases.ts';
import type { Collected } from './readers.ts';
import type { Recording } from './recorder.ts';

/** An event as it stands in the log, and as readers were told of it. */
export interface DeliveredEvent {
  readonly recording: Recording;
  readonly bytes: string;
  /** Its `at`, in milliseconds of the time of day. */
  readonly atMs: number;
  /** The readers that asked for it, by number. */
  readonly readers: readonly number[];
}

/** Readers were not told of what they asked for, all of it, once, in the order of the log and in the same bytes. */
class NotDelivered extends Error {
  constructor(fault: string) {
    super(`The feed is not what the log holds: ${fault}.`);
    this.name = 'NotDelivered';
  }
}

/** How many deliveries the claims of these numbers are due, to so many readers. */
export function deliveriesOf(
  claims: readonly number[],
  feedCase: FeedCase,
  readers: number,
): number {
  const numbers = Array.from({ length: readers }, (_, reader) => reader);
  return claims.reduce((sum, claim) => {
    const topics = feedCase.topics(claim);
    return sum + numbers.filter((reader) => isAskedFor(feedCase, reader, topics)).length;
  }, 0);
}

/**
 * The events with these cursors, which are the log's, as all who asked for them were told.
 * @throws NotDelivered
 */
export function deliveredEvents(
  cursors: readonly string[],
  { texts, told }: Collected,
  { feedCase, recordings }: { feedCase: FeedCase; recordings: readonly Recording[] },
): readonly DeliveredEvent[] {
  const byCursor = new Map(recordings.map((recording) => [recording.cursor, recording]));
  const found = new Map(texts.map((text) => [cursorIn(text), text]));
  if (found.size !== texts.length) throw new NotDelivered('one event came in different bytes');
  const events = cursors.map((cursor) => {
    const recording = byCursor.get(cursor);
    if (recording === undefined) throw new NotDelivered('the log holds what was not recorded');
    const bytes = found.get(cursor) ?? '';
    return {
      recording,
      bytes,
      atMs: Date.parse(/"at":"([^"]+)"/.exec(bytes)?.[1] ?? ''),
      readers: [...told.keys()].filter((reader) => isAskedFor(feedCase, reader, recording.topics)),
    };
  });
  for (const [reader, came] of told.entries()) {
    const due = events.filter(({ readers }) => readers.includes(reader)).map(({ bytes }) => bytes);
    const isAsDue =
      came.length === due.length && came.every(({ text }, i) => texts[text] === due[i]);
    if (!isAsDue)
      throw new NotDelivered(
        `reader ${reader} has ${came.length} events of ${due.length}, or others`,
      );
  }
  return events;
}

function cursorIn(text: string): string {
  const [, cursor] = /"cursor":"([^"]+)"/.exec(text) ?? [];
  if (cursor === undefined) throw new NotDelivered(`an event has no cursor: ${text}`);
  return cursor;
}
