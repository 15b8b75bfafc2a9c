import { mergeActors } from '../../db/commands/merge-actors.ts';
import { recordActor } from '../../db/commands/record-actor.ts';
import { revokeActorMerge } from '../../db/commands/revoke-actor-merge.ts';
import { updateActor } from '../../db/commands/update-actor.ts';
import { actorsAsRecorded } from '../../db/queries/actor.ts';
import { actorMergesByKey } from '../../db/queries/actor-merge.ts';
import { AlreadyWithdrawn } from '../../db/rules/errors.ts';
import { builder } from '../builder.ts';
import {
  givenId,
  givenSlug,
  idempotencyKey,
  ifUnchangedSince,
  recordMutation,
  slugGiven,
} from '../changing/mutation.ts';
import { Reason, Ref } from '../changing/ref.ts';
import { ActorKind, Judgement, Review } from '../enums.ts';
import { Actor, ActorMerge } from '../objects.ts';
import { readFor, whenRead } from '../reading/edge.ts';
import { ActorMatch, actorsLikeActor, mostSimilar } from './similar.ts';

const actor = {
  field: 'actor',
  description: 'The actor, as it is now on record.',
  type: Actor,
  byKey: actorsAsRecorded,
};

const merge = {
  field: 'merge',
  description: 'The judgement, as it is now on record.',
  type: ActorMerge,
  byKey: actorMergesByKey,
};

const RecordActorPayload = recordMutation('recordActor', {
  description:
    'Puts an actor on record. The same slug or Wikidata item with the same content is on record already.',
  thing: actor,
  input: builder.inputType('RecordActorInput', {
    description: 'An actor, with the keys of the interchange format.',
    fields: (t) => ({
      id: givenId(t),
      slug: givenSlug(t),
      name: t.string({ required: true, description: 'What it is called.' }),
      kind: t.field({ type: ActorKind, required: true, description: 'What sort of actor it is.' }),
      aliases: t.stringList({ description: 'Other names that articles give it, verbatim.' }),
      description: t.string({
        description:
          'Who that is; for an unnamed source, the words of whoever granted its anonymity.',
      }),
      wikidataId: t.string({ description: 'Its Wikidata item, as in `Q7747`.' }),
      grantedBy: t.field({
        type: Ref,
        description:
          'Whoever granted an unnamed source its anonymity: an outlet, or a person or an organization that publishes itself.',
      }),
      review: t.field({
        type: Review,
        description:
          'DRAFT hides it from readers until something verified rests on it; VERIFIED unless given.',
      }),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: (tx, input) => recordActor(tx, { ...input, slug: slugGiven(input) }),
});

builder.objectField(RecordActorPayload, 'similar', (t) =>
  t.field({
    type: [ActorMatch],
    description: `What on record it may be, at most ${mostSimilar}, the likeliest first; none of those that are judged to be it, or not to be it. Nothing is merged by itself.`,
    resolve: ({ key }, _args, context, info) =>
      whenRead(actorsLikeActor(key, context), (rows) => readFor(rows, { context, info })),
  }),
);

recordMutation('updateActor', {
  description: 'Corrects what the record says of an actor. The event keeps the old values.',
  thing: actor,
  input: builder.inputType('UpdateActorInput', {
    description: 'What is left out stays as it is; null makes it unknown.',
    fields: (t) => ({
      actor: t.field({ type: Ref, required: true, description: 'The actor.' }),
      name: t.string({ description: 'What it is called; null leaves it.' }),
      kind: t.field({
        type: ActorKind,
        description:
          'What sort of actor it is; null leaves it. To and from an unnamed source no kind is corrected.',
      }),
      aliases: t.stringList({ description: 'All its other names.' }),
      description: t.string({ description: 'Who that is.' }),
      wikidataId: t.string({ description: 'Its Wikidata item, as in `Q7747`.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: updateActor,
});

recordMutation('mergeActors', {
  description: 'Puts on record that two actors are one. It can be revoked; nothing is rewritten.',
  thing: merge,
  input: builder.inputType('MergeActorsInput', {
    description: 'The judgement that two actors are one, with the keys of the interchange format.',
    fields: (t) => ({
      from: t.field({
        type: Ref,
        required: true,
        description: 'The actor that is no longer to be spoken of by itself.',
      }),
      into: t.field({ type: Ref, required: true, description: 'The actor that it is.' }),
      judgement: t.field({ type: Judgement, required: true, description: 'How sure you are.' }),
      reason: t.string({ description: 'Why.' }),
      revoked: t.field({ type: Reason, description: 'Why it was taken back, where it was.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: mergeActors,
});

recordMutation('revokeActorMerge', {
  description: 'Takes back the judgement that two actors are one. It stays readable.',
  thing: merge,
  input: builder.inputType('RevokeActorMergeInput', {
    description: 'Which merge, and why.',
    fields: (t) => ({
      merge: t.field({ type: Ref, required: true, description: 'The merge, by its id.' }),
      reason: t.string({ required: true, description: 'Why.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: revokeActorMerge,
  refusals: [AlreadyWithdrawn],
});
