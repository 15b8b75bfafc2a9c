import { actorsAsRecorded } from '../../db/queries/actor.ts';
import {
  type ActorMergeFilter,
  actorMergeList,
  actorMergeShape,
  mergesOfActors,
} from '../../db/queries/actor-merge.ts';
import { newestFirst } from '../../db/read/page.ts';
import { builder } from '../builder.ts';
import { seenBy } from '../changing/role.ts';
import { Judgement } from '../enums.ts';
import { Actor, ActorMerge, ActorMergeConnection } from '../objects.ts';
import { pageArgs } from '../reading/connection.ts';
import { one } from '../reading/edge.ts';
import { list, pages } from '../reading/list.ts';
import { Node } from '../reading/node.ts';
import { ActorBy } from '../reading/reference.ts';

ActorMerge.implement({
  description:
    'The judgement that two actors are one. Nothing is rewritten, and it can be revoked.',
  interfaces: [Node],
  extensions: { rows: actorMergeShape },
  fields: (t) => ({
    from: t.field({
      type: Actor,
      description: 'The actor that is no longer spoken of by itself.',
      ...one(actorsAsRecorded, 'fromKey'),
    }),
    into: t.field({
      type: Actor,
      description: 'The actor that it is.',
      ...one(actorsAsRecorded, 'intoKey'),
    }),
    judgement: t.expose('judgement', { type: Judgement, description: 'How sure the record is.' }),
    reason: t.string({
      nullable: true,
      description: 'Why: for EDITOR tokens and higher.',
      extensions: { columns: ['reason'] },
      ...seenBy('EDITOR'),
      resolve: ({ reason }) => reason,
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was put on record.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back; null while it holds.',
    }),
    revokedReason: t.string({
      nullable: true,
      description: 'Why it was taken back: for EDITOR tokens and higher.',
      extensions: { columns: ['revokedReason'] },
      ...seenBy('EDITOR'),
      resolve: ({ revokedReason }) => revokedReason,
    }),
  }),
});

const ActorMergeFilterInput = builder.inputType('ActorMergeFilter', {
  description: 'Selects merges that meet all of it.',
  fields: (t) => ({
    actor: t.field({ type: ActorBy, description: 'This actor is one of the two.' }),
    judgement: t.field({ type: Judgement, description: 'So judged.' }),
    revoked: t.boolean({
      description: 'With true, those that were taken back; with false, those that were not.',
    }),
  }),
});

const mergeArgs = {
  ...pageArgs,
  ...builder.args((t) => ({
    filter: t.field({ type: ActorMergeFilterInput, description: 'Which of them.' }),
  })),
};

builder.objectField(Actor, 'merges', (t) =>
  t.field({
    type: ActorMergeConnection,
    description:
      'The judgements whether it and another are one, revoked ones included, the newest record first.',
    args: mergeArgs,
    ...pages(actorMergeShape, ({ filter }: { filter?: ActorMergeFilter | null | undefined }) =>
      mergesOfActors(filter ?? {}),
    ),
  }),
);

builder.queryField('actorMerges', (t) =>
  t.field({
    type: ActorMergeConnection,
    description:
      'The judgements whether two actors are one, revoked ones included, the newest record first: where one is to be undone, this tells its id.',
    args: mergeArgs,
    ...list(actorMergeShape, ({ filter }: { filter?: ActorMergeFilter | null | undefined }) => ({
      source: actorMergeList(filter ?? {}),
      order: newestFirst,
    })),
  }),
);
