import { actorsAsRecorded } from '../../db/queries/actor.ts';
import { actorMergeShape } from '../../db/queries/actor-merge.ts';
import { seenBy } from '../changing/role.ts';
import { Judgement } from '../enums.ts';
import { Actor, ActorMerge } from '../objects.ts';
import { one } from '../reading/edge.ts';
import { Node } from '../reading/node.ts';

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
