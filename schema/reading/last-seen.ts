import { firstSeq, lastEventSeen } from '../../db/queries/event.ts';
import type { Visibility } from '../../db/rules/vocabulary.ts';
import { type GraphContext, hasRole, type Viewer } from '../context.ts';
import { type MaybePromise, whenRead } from './edge.ts';

/** Which events the viewer may know of. */
export function visibleTo(viewer: Viewer | null): readonly Visibility[] {
  if (hasRole(viewer, 'ADMIN')) return ['PUBLIC', 'EDITORS', 'ADMINS'];
  return hasRole(viewer, 'EDITOR') ? ['PUBLIC', 'EDITORS'] : ['PUBLIC'];
}

/** The number and moment of an event. */
interface EventSeen {
  readonly seq: number;
  readonly at: number | null;
}

/**
 * The last event that the viewer may know of, up to the number `upTo`; where there is none, the place before all. Whatever
 * else was written since, he is told the same.
 */
export function lastSeen(
  { reader, viewer }: Pick<GraphContext, 'reader' | 'viewer'>,
  upTo = Number.MAX_SAFE_INTEGER,
): MaybePromise<EventSeen> {
  const args = { visibilities: JSON.stringify(visibleTo(viewer)), upTo };
  return whenRead(
    reader.read(lastEventSeen, args),
    // Where the log was trimmed, one can go on from no earlier than that.
    ([last]) =>
      last ??
      whenRead(reader.read(firstSeq), ([first]) => ({ seq: (first?.seq ?? 1) - 1, at: null })),
  );
}
