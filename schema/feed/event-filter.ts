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
import { claimsToldIn, keysIn } from './event-claims.ts';
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
    claim: t.id({
      description:
        'That happened to the claim with this id, or to a stance, evidence or a link on it, or on a claim that was one with it when it happened.',
    }),
  }),
});

/** Which events are meant; null for all types, all subjects, or whatever claim they tell of. */
export interface EventsMeant {
  readonly types: readonly Type[] | null;
  readonly subject: RowMeant | null;
  readonly claim: RowMeant | null;
}

/** A row, with the keys of all that it was ever one with, its own among them. */
interface RowMeant extends RowNamed {
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

interface Filter {
  readonly type?: readonly Type[] | null | undefined;
  readonly subject?: string | null | undefined;
  readonly claim?: string | null | undefined;
}

/**
 * The filter with its subject and its claim found.
 * @throws BAD_USER_INPUT for an id that is malformed, of nothing the viewer may see or, as `claim`, of anything else
 * @throws UNAUTHENTICATED, FORBIDDEN where he is told of no event of any of the types
 */
export async function eventsMeant(
  { type, subject, claim }: Filter,
  context: GraphContext,
): Promise<EventsMeant> {
  // Each type is looked for by itself.
  const types = type ? [...new Set(type)] : null;
  if (types !== null) assertMayHear(types, context.viewer);
  return {
    types,
    subject: await rowMeant(subject, 'filter.subject', context),
    claim: await rowMeant(claim, 'filter.claim', context),
  };
}

/** The row itself that has an id, whatever is shown for it; null where no id is given. */
async function rowMeant(
  id: string | null | undefined,
  path: 'filter.subject' | 'filter.claim',
  context: GraphContext,
): Promise<RowMeant | null> {
  if (id === null || id === undefined) return null;
  assertPublicId(id, path === 'filter.claim' ? 'claim' : undefined);
  const found = await rowNamed(id, context);
  if (found === null) {
    throw codedError('BAD_USER_INPUT', notOnRecord(nounOf(id) ?? 'row', id, path));
  }
  const [own] = await context.reader.read(keyOfId, { noun: found.noun, id });
  const named = { noun: found.noun, key: own?.key ?? found.key };
  const names = await context.reader.read(everBeside, named);
  return { ...named, names: names.map(({ key }) => key) };
}

/** Whether an event is meant. */
export function selectorOf({
  types,
  subject,
  claim,
}: EventsMeant): (event: EventOnRecord) => boolean {
  const wanted = types === null ? null : new Set(types);
  return (event) =>
    (wanted === null || wanted.has(event.type)) &&
    (subject === null || (event.noun === subject.noun && tellsOf(event, subject.key))) &&
    (claim === null || claimsToldIn(event).includes(claim.key));
}

/** Whether it tells of the row of this key, or of one that was one with it when the event was written. */
function tellsOf({ subject, payload }: EventOnRecord, key: number): boolean {
  return subject === key || keysIn(payload, 'names').includes(key);
}
