import {
  type ActorFilter,
  actorList,
  actorNamed,
  actorOrder,
  actorShape,
  actorsByKey,
  actorsMergedInto,
} from '../../db/queries/actor.ts';
import {
  affiliationShape,
  affiliationsOfActors,
  affiliationsWithActors,
} from '../../db/queries/affiliation.ts';
import { claimShape, claimsOfActors } from '../../db/queries/claim.ts';
import { stanceShape, stancesOfActors } from '../../db/queries/stance.ts';
import type { StanceFilter } from '../../db/queries/stance-filter.ts';
import { builder } from '../builder.ts';
import { hasRole } from '../context.ts';
import { ActorKind, Review } from '../enums.ts';
import {
  Actor,
  ActorConnection,
  AffiliationConnection,
  ClaimConnection,
  StanceConnection,
} from '../objects.ts';
import { asOfArgs } from '../reading/as-of.ts';
import { pageArgs } from '../reading/connection.ts';
import { many, oneOrNone } from '../reading/edge.ts';
import { allPages, list, pages } from '../reading/list.ts';
import { named } from '../reading/named.ts';
import { Node } from '../reading/node.ts';
import { type ListArgs, orderOf } from '../reading/order.ts';
import { ActorBy } from '../reading/reference.ts';
import { allowedStanceFilter, StanceFilterInput } from '../stance/stance-filter.ts';
import { columnTold } from '../writing/how.ts';

Actor.implement({
  description: 'Whoever can say something: a person, a government, an outlet, an unnamed source.',
  interfaces: [Node],
  extensions: { rows: actorShape },
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: 'Its name in links: unique, and the same for ever.',
    }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    kind: t.expose('kind', { type: ActorKind, description: 'What sort of actor it is.' }),
    aliases: t.stringList({
      description:
        'Other names that articles give it, verbatim, and those of actors that are one with it.',
      extensions: columnTold('aliases'),
      resolve: ({ aliases }): string[] => JSON.parse(aliases),
    }),
    description: t.exposeString('description', { nullable: true, description: 'Who that is.' }),
    wikidataId: t.exposeString('wikidataId', {
      nullable: true,
      description: 'Its Wikidata item, as in `Q7747`.',
    }),
    review: t.expose('review', {
      type: Review,
      description:
        'DRAFT where a machine found it and nothing verified rests on it yet: editors alone see it then.',
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was put on record.',
    }),
  }),
});

builder.objectFields(Actor, (t) => ({
  grantedBy: t.field({
    type: Actor,
    nullable: true,
    description:
      'Whoever granted an unnamed source its anonymity: an outlet, or a person or an organization that publishes itself.',
    ...oneOrNone(actorsByKey, 'grantedByKey'),
  }),
  mergedFrom: t.field({
    type: [Actor],
    description: 'The others that were judged to be one with it, each by its own id and slug.',
    ...many(actorsMergedInto),
  }),
  affiliations: t.field({
    type: AffiliationConnection,
    description: 'What it belongs to or speaks for, the newest record first.',
    args: pageArgs,
    ...allPages(affiliationShape, affiliationsOfActors),
  }),
  affiliates: t.field({
    type: AffiliationConnection,
    description: 'Who belongs to it or speaks for it, the newest record first.',
    args: pageArgs,
    ...allPages(affiliationShape, affiliationsWithActors),
  }),
  stances: t.field({
    type: StanceConnection,
    description: 'The stances it holds, the newest record first.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: StanceFilterInput, description: 'Which of them.' }),
    },
    ...pages(stanceShape, ({ filter }: { filter?: StanceFilter | null | undefined }, context) =>
      stancesOfActors(allowedStanceFilter(filter, context)),
    ),
  }),
  claims: t.field({
    type: ClaimConnection,
    description: 'The claims it has a stance on, the newest record first.',
    args: pageArgs,
    ...allPages(claimShape, claimsOfActors),
  }),
}));

const ActorFilterInput = builder.inputType('ActorFilter', {
  description: 'Selects actors that meet all of it.',
  fields: (t) => ({
    kind: t.field({ type: ActorKind, description: 'What sort of actor.' }),
    grantedBy: t.field({
      type: ActorBy,
      description: 'Unnamed sources to whom this actor granted anonymity.',
    }),
    recordedAfter: t.field({ type: 'DateTime', description: 'Put on record later than this.' }),
    recordedBefore: t.field({ type: 'DateTime', description: 'Put on record earlier than this.' }),
  }),
});

const ActorOrder = orderOf('Actor', {
  NAME: { description: 'By name, character by character.' },
  RECORDED_AT: { description: 'As they were put on record.' },
});

builder.queryFields((t) => ({
  actor: t.field({
    type: Actor,
    nullable: true,
    description: 'The actor of this name; null where there is none on record.',
    args: { by: t.arg({ type: ActorBy, required: true, description: 'Which actor.' }) },
    ...named(actorNamed),
  }),
  actors: t.field({
    type: ActorConnection,
    description: 'The actors on record.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: ActorFilterInput, description: 'Which of them.' }),
      orderBy: t.arg({ type: ActorOrder, description: 'In which order; the newest record first.' }),
      ...asOfArgs,
    },
    ...list(
      actorShape,
      ({ filter, orderBy }: ListArgs<ActorFilter, 'NAME' | 'RECORDED_AT'>, { viewer }) => {
        const order = actorOrder(orderBy?.field ?? 'RECORDED_AT', orderBy?.direction !== 'ASC');
        const seesDrafts = hasRole(viewer, 'EDITOR');
        return { source: actorList({ filter: filter ?? {}, order, seesDrafts }), order };
      },
    ),
  }),
}));
