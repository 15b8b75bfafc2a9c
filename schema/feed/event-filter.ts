import type { EventOnRecord } from '../../db/queries/event.ts';
import { everBeside, keyOfId } from '../../db/queries/public-id.ts';
import type { EventType as Type } from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import type { GraphContext } from '../context.ts';
import { type RowNamed, rowNamed } from '../reading/node.ts';
import { assertPublicId, nounOf } from '../reading/public-id.ts';
import { notOnRecord } from '../reading/reference.ts';
import { EventType } from './event-type.ts';

export const EventFilter = builder.inputType('EventFilter', {
  description: 'Selects events that meet all of it.',
  fields: (t) => ({
    type: t.field({ type: [EventType], description: 'Of one of these types.' }),
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

/** The filter with its subject found. @throws BAD_USER_INPUT for an id that is malformed, or of nothing the viewer may see */
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
