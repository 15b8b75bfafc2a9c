import type { EventOnRecord } from '../../db/queries/event.ts';
import { keyOfId } from '../../db/queries/public-id.ts';
import type { EventType as Type } from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { assertPublicId, nounOf } from '../reading/public-id.ts';
import type { RowNamed } from './event-node.ts';
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

/** The filter with its subject found. @throws BAD_USER_INPUT for a malformed id */
export async function eventsMeant(
  {
    type,
    subject,
  }: {
    readonly type?: readonly Type[] | null | undefined;
    readonly subject?: string | null | undefined;
  },
  { reader }: GraphContext,
): Promise<EventsMeant> {
  const types = type ?? null;
  if (subject === null || subject === undefined) return { types, subject: null };
  assertPublicId(subject);
  const noun = nounOf(subject);
  const [found] = await reader.read(keyOfId, { noun: noun ?? null, id: subject });
  // Nothing has happened to what is not on record, and no key is 0.
  return { types, subject: { noun: noun ?? 'claim', key: found?.key ?? 0 } };
}

/** Whether an event is meant. */
export function selectorOf({ types, subject }: EventsMeant): (event: EventOnRecord) => boolean {
  const wanted = types === null ? null : new Set(types);
  return (event) =>
    (wanted === null || wanted.has(event.type)) &&
    (subject === null || (event.noun === subject.noun && event.subject === subject.key));
}
