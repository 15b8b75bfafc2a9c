import { actorsAsRecorded, actorsByKey } from '../../db/queries/actor.ts';
import { claimsByKey, wordingsByKey } from '../../db/queries/claim.ts';
import { evidenceOfStances } from '../../db/queries/evidence.ts';
import {
  type StanceOnRecord,
  stanceList,
  stanceOrder,
  stanceShape,
  stancesByKey,
} from '../../db/queries/stance.ts';
import type { StanceFilter } from '../../db/queries/stance-filter.ts';
import { builder } from '../builder.ts';
import { seenBy } from '../changing/role.ts';
import { Certainty, Polarity, Review, StanceKind, TimeBasis } from '../enums.ts';
import { Actor, Claim, Evidence, Stance, StanceConnection } from '../objects.ts';
import { asOfArgs } from '../reading/as-of.ts';
import { pageArgs } from '../reading/connection.ts';
import { many, one, oneOrNone } from '../reading/edge.ts';
import { list } from '../reading/list.ts';
import { Node } from '../reading/node.ts';
import { type ListArgs, orderOf } from '../reading/order.ts';
import { columnTold } from '../writing/how.ts';
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
      extensions: columnTold('withdrawnReason'),
      ...seenBy('EDITOR'),
      resolve: ({ withdrawnReason }) => withdrawnReason,
    }),
  }),
});

const EffectiveTime = builder.objectRef<StanceOnRecord>('EffectiveTime').implement({
  description: 'The one time of a stance: every filter, order and standing goes by it.',
  fields: (t) => ({
    at: t.expose('effectiveAt', { type: 'DateTime', description: 'The moment.' }),
    basis: t.expose('effectiveBasis', {
      type: TimeBasis,
      description: 'From what it is known: the first of these that is.',
    }),
  }),
});

builder.objectFields(Stance, (t) => ({
  effectiveAt: t.field({
    type: EffectiveTime,
    description: 'When it was taken, as far as is known.',
    extensions: { columns: ['effectiveAt', 'effectiveBasis'], written: { is: 'same' } },
    resolve: (stance) => stance,
  }),
  claim: t.field({
    type: Claim,
    description: 'What it is a position on: the wording that is shown, where there are several.',
    ...one(claimsByKey, 'claimKey'),
  }),
  actor: t.field({
    type: Actor,
    description: 'Who holds it: the actor that is shown, where several are one.',
    ...one(actorsByKey, 'actorKey'),
  }),
  recordedOn: t.field({
    type: Claim,
    description: 'The claim in the words on which it was recorded.',
    ...one(wordingsByKey, 'recordedOnKey'),
  }),
  recordedUnder: t.field({
    type: Actor,
    description: 'The actor by the name under which it was recorded.',
    ...one(actorsAsRecorded, 'recordedUnderKey'),
  }),
  saidIn: t.field({
    type: Claim,
    nullable: true,
    description: 'The claim that the occasion took place, as in “in that call he said”.',
    ...oneOrNone(claimsByKey, 'saidInKey'),
  }),
  turnedFrom: t.field({
    type: Stance,
    nullable: true,
    description:
      'The earlier position of the same actor on the same claim that it turned from, or took back; null where it did neither.',
    ...oneOrNone(stancesByKey, 'turnedFromKey'),
  }),
  evidence: t.field({
    type: [Evidence],
    description: 'The exact words that show it, as they were put on record.',
    ...many(evidenceOfStances),
  }),
}));

const StanceOrder = orderOf('Stance', {
  RECORDED_AT: { description: 'As they were put on record.' },
  SAID_AT: { description: 'As they were taken, by `effectiveAt`.' },
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
      ...asOfArgs,
    },
    ...list(
      stanceShape,
      ({ filter, orderBy }: ListArgs<StanceFilter, 'RECORDED_AT' | 'SAID_AT'>, context) => {
        const order = stanceOrder(orderBy?.field ?? 'RECORDED_AT', orderBy?.direction !== 'ASC');
        return { source: stanceList(allowedStanceFilter(filter, context), order), order };
      },
    ),
  }),
);
