import { actorsByKey } from '../../db/queries/actor.ts';
import { claimsByKey } from '../../db/queries/claim.ts';
import { evidenceOfStances } from '../../db/queries/evidence.ts';
import { stanceList, stanceOrder, stanceShape } from '../../db/queries/stance.ts';
import { builder } from '../builder.ts';
import { seenBy } from '../changing/role.ts';
import { Certainty, Polarity, Review, StanceKind } from '../enums.ts';
import { Actor, Claim, Evidence, Stance, StanceConnection } from '../objects.ts';
import { pageArgs } from '../reading/connection.ts';
import { many, one, oneOrNone } from '../reading/edge.ts';
import { readPage } from '../reading/list.ts';
import { Node } from '../reading/node.ts';
import { orderOf } from '../reading/order.ts';
import { allowedStanceFilter, StanceFilterInput } from './stance-filter.ts';

Stance.implement({
  description: 'One actor’s position on one claim, at a time, shown by the words of articles.',
  interfaces: [Node],
  extensions: { rows: stanceShape },
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: 'Its name in links: unique, and the same for ever.',
    }),
    kind: t.expose('kind', { type: StanceKind, description: 'How the actor stands.' }),
    polarity: t.expose('polarity', {
      type: Polarity,
      description: 'Which way it points; follows from `kind`.',
    }),
    certainty: t.expose('certainty', {
      type: Certainty,
      description: 'How sure the speaker sounds.',
    }),
    saidAt: t.expose('saidAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant at which it was taken, where an article gives one.',
    }),
    saidOn: t.expose('saidOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which it was taken.',
    }),
    saidPhrase: t.exposeString('saidPhrase', {
      nullable: true,
      description: 'The article’s own words for the time: “on Monday”.',
    }),
    knownBy: t.expose('knownBy', {
      type: 'DateTime',
      nullable: true,
      description: 'When another record first held it, where an import told that.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'The curator’s reason, where words alone do not show it.',
    }),
    hearsay: t.exposeBoolean('hearsay', {
      description: 'Whether an unnamed source stands before the holder in every chain.',
    }),
    carrierRetracted: t.exposeBoolean('carrierRetracted', {
      description:
        'Whether every chain passes through an actor that retracted. It no longer counts then.',
    }),
    review: t.expose('review', { type: Review, description: 'What a reviewer decided.' }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was put on record.',
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken off: the record had it wrong.',
    }),
    withdrawnReason: t.string({
      nullable: true,
      description: 'Why it was taken off. Needs an EDITOR token, and is null without one.',
      extensions: { columns: ['withdrawnReason'] },
      ...seenBy('EDITOR'),
      resolve: ({ withdrawnReason }) => withdrawnReason,
    }),
  }),
});

builder.objectFields(Stance, (t) => ({
  claim: t.field({
    type: Claim,
    description: 'What it is a position on.',
    ...one(claimsByKey, 'claimKey'),
  }),
  actor: t.field({ type: Actor, description: 'Who holds it.', ...one(actorsByKey, 'actorKey') }),
  saidIn: t.field({
    type: Claim,
    nullable: true,
    description: 'The claim that the occasion took place, as in “in that call he said”.',
    ...oneOrNone(claimsByKey, 'saidInKey'),
  }),
  evidence: t.field({
    type: [Evidence],
    description: 'The exact words that show it, as they were put on record.',
    ...many(evidenceOfStances),
  }),
}));

const StanceOrder = orderOf('Stance', {
  RECORDED_AT: { description: 'As they were put on record.' },
  SAID_AT: { description: 'As they were taken, by `saidAt` or else `saidOn`.' },
});

builder.queryField('stances', (t) =>
  t.field({
    type: StanceConnection,
    description: 'The stances on record.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: StanceFilterInput, description: 'Which of them.' }),
      orderBy: t.arg({
        type: StanceOrder,
        description: 'In which order; the newest record first.',
      }),
    },
    resolve: (_root, args, context, info) => {
      const filter = allowedStanceFilter(args.filter, context);
      const order = stanceOrder(
        args.orderBy?.field ?? 'RECORDED_AT',
        args.orderBy?.direction !== 'ASC',
      );
      const list = { source: stanceList(filter, order), order };
      return readPage(stanceShape, list, { args, context, info });
    },
  }),
);
