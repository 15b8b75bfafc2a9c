import { type EventOnRecord, type EventTold, eventsTold, lastSeq } from '../db/queries/event.ts';
import type { Visibility } from '../db/rules/vocabulary.ts';
import { builder } from './builder.ts';
import { codedError } from './coded.ts';
import { type GraphContext, hasRole, type Viewer } from './context.ts';
import { decodeFeedCursor, encodeFeedCursor } from './feed-cursor.ts';
import { ticking } from './ticking.ts';

/** How often a subscriber who asked for checkpoints has one at least. */
const checkpointMs = 30_000;

/** From where a subscriber is told, and of what. */
export interface Subscribed {
  /** The cursor of the last event known; from now on where it is left out. */
  readonly after?: string | null | undefined;
  readonly checkpoints?: boolean | null | undefined;
  /** Looks only at what was fixed when the event was written, so that a replay selects what live did. */
  readonly selects: (event: EventOnRecord) => boolean;
}

/** The arguments of every subscription but its filter. */
export const feedArgs = builder.args((t) => ({
  after: t.string({
    description:
      'The cursor of the last event you have: you get all that came after it, then live. From now on where it is left out.',
  }),
  checkpoints: t.boolean({
    defaultValue: false,
    description: `Whether to be told, with nothing but a cursor, when all that was there has been sent, and every ${checkpointMs / 1000} seconds from then on.`,
  }),
}));

/** The cursor of every event. */
export const cursorOf = ({ seq }: EventTold, _args: object, { db }: GraphContext): string =>
  encodeFeedCursor({ epoch: db.epoch, seq });

/**
 * The number of the event with this cursor.
 * @throws CURSOR_INVALID where it is none of this log
 */
export function seqOf(cursor: string, { epoch, head }: { epoch: string; head: number }): number {
  const position = decodeFeedCursor(cursor);
  if (position.epoch !== epoch || position.seq > head) {
    throw codedError('CURSOR_INVALID', 'This is a cursor of another log.');
  }
  return position.seq;
}

/** The number of the last event of the record. */
export async function headOf({ reader }: Pick<GraphContext, 'reader'>): Promise<number> {
  const [last] = await reader.read(lastSeq);
  return last?.seq ?? 0;
}

/** Which events the viewer may know of. */
export function visibleTo(viewer: Viewer | null): readonly Visibility[] {
  if (hasRole(viewer, 'ADMIN')) return ['PUBLIC', 'EDITORS', 'ADMINS'];
  return hasRole(viewer, 'EDITOR') ? ['PUBLIC', 'EDITORS'] : ['PUBLIC'];
}

/** The events that are selected and visible, without a gap between those on record and those to come. */
export async function feedOf(
  { after, checkpoints, selects }: Subscribed,
  context: GraphContext,
): Promise<AsyncIterable<EventTold>> {
  const head = await headOf(context);
  const place =
    after === null || after === undefined ? head : seqOf(after, { epoch: context.db.epoch, head });
  const visible = new Set(visibleTo(context.viewer));
  const selected = (event: EventOnRecord) => visible.has(event.visibility) && selects(event);
  return told(context, { place, caughtUpAt: checkpoints ? head : null, selected });
}

interface Telling {
  /** The number of the last event that the subscriber knows. */
  readonly place: number;
  /** From which number on there are checkpoints; null for none. */
  readonly caughtUpAt: number | null;
  readonly selected: (event: EventOnRecord) => boolean;
}

async function* told(
  { feed, signal }: GraphContext,
  { place, caughtUpAt, selected }: Telling,
): AsyncGenerator<EventTold, void, undefined> {
  const leaving = new AbortController();
  const left = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal;
  const batches = feed.after(place, left);
  let seq = place;
  let isDue = false;
  try {
    for await (const batch of caughtUpAt === null ? batches : ticking(batches, checkpointMs)) {
      if (batch === null) isDue = true;
      else {
        yield* eventsTold(batch.filter(selected));
        seq = batch.at(-1)?.seq ?? seq;
      }
      if (isDue && caughtUpAt !== null && seq >= caughtUpAt) {
        isDue = false;
        yield* eventsTold([{ seq }]);
      }
    }
  } finally {
    leaving.abort();
  }
}
