import type { EventOnRecord } from '../../db/queries/event.ts';
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
    subject: t.id({ description: 'That happened to what has this id.' }),
  }),
});

/** Which events are meant; null for all types, or all subjects. */
export interface EventsMeant {
  readonly types: readonly Type[] | null;
  readonly subject: RowNamed | null;
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
  const types = type ?? null;
  if (subject === null || subject === undefined) return { types, subject: null };
  assertPublicId(subject);
  const found = await rowNamed(subject, context);
  if (found === null) {
    throw codedError(
      'BAD_USER_INPUT',
      notOnRecord(nounOf(subject) ?? 'row', subject, 'filter.subject'),
    );
  }
  return { types, subject: found };
}

/** Whether an event is meant. */
export function selectorOf({ types, subject }: EventsMeant): (event: EventOnRecord) => boolean {
  const wanted = types === null ? null : new Set(types);
  return (event) =>
    (wanted === null || wanted.has(event.type)) &&
    (subject === null || (event.noun === subject.noun && event.subject === subject.key));
}
