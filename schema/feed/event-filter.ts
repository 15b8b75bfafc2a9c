import type { EventOnRecord } from '../../db/queries/event.ts';
import { everBeside, keyOfId } from '../../db/queries/public-id.ts';
import type { Role, EventType as Type } from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
import { roleNeeded } from '../changing/role.ts';
import { codedError } from '../coded.ts';
import { type GraphContext, hasRole, type Viewer } from '../context.ts';
import { type RowNamed, rowNamed } from '../reading/node.ts';
import { assertPublicId, nounOf } from '../reading/public-id.ts';
import { notOnRecord } from '../reading/reference.ts';
import { EventType } from './event-type.ts';

export const EventFilter = builder.inputType('EventFilter', {
  description: 'Selects events that meet all of it.',
  fields: (t) => ({
    type: t.field({
      type: [EventType],
      description:
        'Of one of these types. Refused where they are all such that you are told of none; of those among others you are told nothing.',
    }),
    subject: t.id({
      description:
        'That happened to what has this id, or to an actor or claim that was one with it when it happened.',
    }),
  }),
});

/** Which events are meant; null for all types, or all subjects. */
export interface EventsMeant {
  readonly types: readonly Type[] | null;
  readonly subject: SubjectMeant | null;
}

/** A subject, with the keys of all that it was ever one with, its own among them. */
interface SubjectMeant extends RowNamed {
  readonly names: readonly number[];
}

/** The least role that is ever told of an event of a type; of all others everyone may be told. */
const rolesToHear: Partial<Record<Type, Role>> = {
  CLAIM_RECORDED: 'EDITOR',
  TOKEN_CREATED: 'ADMIN',
  TOKEN_REVOKED: 'ADMIN',
};

/** Throws `UNAUTHENTICATED` or `FORBIDDEN` where the viewer would wait for all of these types in vain. */
function assertMayHear(types: readonly Type[], viewer: Viewer | null): void {
  const closed = types.flatMap((type) => {
    const role = rolesToHear[type];
    return role === undefined || hasRole(viewer, role) ? [] : { type, role };
  });
  const [first] = closed;
  if (first === undefined || closed.length < types.length) return;
  throw roleNeeded(viewer, first.role, first.type);
}

/**
 * The filter with its subject found.
 * @throws BAD_USER_INPUT for an id that is malformed, or of nothing the viewer may see
 * @throws UNAUTHENTICATED, FORBIDDEN where he is told of no event of any of the types
 */
export async function eventsMeant(
  {
    type,
    subject,
  }: {
    readonly type?: readonly Type[] | null | undefined;
    readonly subject?: string | null | undefined;
  },
  context: GraphContext,
): Promise<EventsMeant> {
  // Each type is looked for by itself.
  const types = type ? [...new Set(type)] : null;
  if (types !== null) assertMayHear(types, context.viewer);
  if (subject === null || subject === undefined) return { types, subject: null };
  assertPublicId(subject);
  const found = await rowNamed(subject, context);
  if (found === null) {
    throw codedError(
      'BAD_USER_INPUT',
      notOnRecord(nounOf(subject) ?? 'row', subject, 'filter.subject'),
    );
  }
  // The row itself, whatever is shown for it.
  const [own] = await context.reader.read(keyOfId, { noun: found.noun, id: subject });
  const named = { noun: found.noun, key: own?.key ?? found.key };
  const names = await context.reader.read(everBeside, named);
  return { types, subject: { ...named, names: names.map(({ key }) => key) } };
}

/** Whether an event is meant. */
export function selectorOf({ types, subject }: EventsMeant): (event: EventOnRecord) => boolean {
  const wanted = types === null ? null : new Set(types);
  return (event) =>
    (wanted === null || wanted.has(event.type)) &&
    (subject === null || (event.noun === subject.noun && tellsOf(event, subject.key)));
}

/** Whether it tells of the row of this key, or of one that was one with it when the event was written. */
function tellsOf({ subject, payload }: EventOnRecord, key: number): boolean {
  if (subject === key) return true;
  if (payload === null || typeof payload !== 'object' || !('names' in payload)) return false;
  return Array.isArray(payload.names) && payload.names.includes(key);
}
