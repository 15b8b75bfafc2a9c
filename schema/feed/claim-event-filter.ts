import { keyAsNamed } from '../../db/queries/actor.ts';
import type { EventOnRecord, FeedEvent } from '../../db/queries/event.ts';
import type { ActorReference } from '../../db/queries/key.ts';
import { flatten } from '../../db/read/filter.ts';
import type {
  ClaimKind as Kind,
  Noun,
  StandingStatus as Status,
} from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { ClaimKind, StandingStatus } from '../enums.ts';
import { visibilityArgs } from '../reading/edge.ts';
import { ActorBy, assertReference, keysNamed } from '../reading/reference.ts';

/** What was true of a claim when the event was written. */
interface ClaimFacts {
  readonly kind: Kind;
  readonly language: string;
  readonly topics: readonly string[];
  readonly actors: readonly number[];
}

/** What a STANDING_CHANGED event was written with. */
export interface StandingChangeFacts extends ClaimFacts {
  readonly from: Status;
  readonly to: Status;
  readonly because: { readonly noun: Noun; readonly key: number };
}

/** What a change of a standing was written with; null for any other event. */
export function standingChangeIn({
  payload,
  type,
}: Pick<FeedEvent, 'payload' | 'type'>): StandingChangeFacts | null {
  // The record writes events of this type with these facts.
  return type === 'STANDING_CHANGED' ? (payload as StandingChangeFacts) : null;
}

export const ClaimAddedFilter = builder.inputType('ClaimAddedFilter', {
  description: 'Selects claims by what was true of them when they became public.',
  fields: (t) => ({
    kind: t.field({ type: ClaimKind, description: 'Of this kind.' }),
    language: t.string({ description: 'Worded in this language.' }),
    topic: t.string({ description: 'With this topic.' }),
    actor: t.field({
      type: ActorBy,
      description: 'One of the first stances on it is held by this actor.',
    }),
  }),
});

export const StandingChangedFilter = builder.inputType('StandingChangedFilter', {
  description: 'Selects changes by what was true when they happened.',
  fields: (t) => ({
    kind: t.field({ type: ClaimKind, description: 'Of a claim of this kind.' }),
    language: t.string({ description: 'Of a claim worded in this language.' }),
    topic: t.string({ description: 'Of a claim with this topic.' }),
    actor: t.field({
      type: ActorBy,
      description: 'A stance of this actor counted before it or counts after it.',
    }),
    from: t.field({ type: StandingStatus, description: 'From this status.' }),
    to: t.field({ type: StandingStatus, description: 'To this status.' }),
  }),
});

interface ClaimFilter {
  readonly kind?: Kind | null | undefined;
  readonly language?: string | null | undefined;
  readonly topic?: string | null | undefined;
  readonly actor?: ActorReference | null | undefined;
}

interface StandingFilter extends ClaimFilter {
  readonly from?: Status | null | undefined;
  readonly to?: Status | null | undefined;
}

type Selects = (event: EventOnRecord) => boolean;

/** Selects the first publication of the claims meant. @throws BAD_USER_INPUT where the actor is not on record */
export async function claimsAdded(filter: ClaimFilter, context: GraphContext): Promise<Selects> {
  const isMeant = await claimMeant(filter, context);
  // The record writes events of this type with these facts.
  return ({ type, payload }) => type === 'CLAIM_ADDED' && isMeant(payload as ClaimFacts);
}

/** Selects the changes of standing meant. @throws BAD_USER_INPUT where the actor is not on record */
export async function standingsChanged(
  { from, to, ...filter }: StandingFilter,
  context: GraphContext,
): Promise<Selects> {
  const isMeant = await claimMeant(filter, context);
  return (event) => {
    const facts = standingChangeIn(event);
    if (facts === null) return false;
    return isMeant(facts) && (from ?? facts.from) === facts.from && (to ?? facts.to) === facts.to;
  };
}

async function claimMeant(
  { actor, kind, language, topic }: ClaimFilter,
  context: GraphContext,
): Promise<(facts: ClaimFacts) => boolean> {
  // Who is not on record has no event, and whoever waits for one would wait in vain.
  const holder = actor ? await keyOf(actor, context) : null;
  return (facts) =>
    (kind ?? facts.kind) === facts.kind &&
    (language ?? facts.language) === facts.language &&
    (topic === undefined || topic === null || facts.topics.includes(topic)) &&
    (holder === null || facts.actors.includes(holder));
}

/**
 * The key of the actor itself, whoever is shown for it: an event holds the keys of all that were one when it was written.
 * @throws BAD_USER_INPUT where nobody on record has that name
 */
async function keyOf(by: ActorReference, context: GraphContext): Promise<number | null> {
  assertReference(by, 'actor');
  await keysNamed([{ noun: 'actor', by, path: 'filter.actor' }], context);
  const { args, shape } = flatten(by, 'by');
  const statement = context.reader.shape(`keyAsNamed ${shape}`, () => keyAsNamed(by));
  const [found] = await context.reader.read(statement, { ...args, ...visibilityArgs(context) });
  return found?.key ?? null;
}
