import { articleShape, articlesOnClaims } from '../../db/queries/article.ts';
import { claimNamed, claimShape, wordingsOfClaims } from '../../db/queries/claim.ts';
import { claimLinkShape, linksOfClaims } from '../../db/queries/claim-link.ts';
import {
  type ClaimFilter,
  type ClaimOrderField,
  claimList,
  claimOrder,
} from '../../db/queries/claim-list.ts';
import { stanceShape, stancesOnClaims } from '../../db/queries/stance.ts';
import type { StanceFilter } from '../../db/queries/stance-filter.ts';
import { builder } from '../builder.ts';
import { seenBy } from '../changing/role.ts';
import { ClaimKind, ClaimLinkKind, LinkDirection, Review } from '../enums.ts';
import {
  ArticleConnection,
  Claim,
  ClaimConnection,
  ClaimLinkConnection,
  StanceConnection,
} from '../objects.ts';
import { asOfArgs } from '../reading/as-of.ts';
import { pageArgs } from '../reading/connection.ts';
import { many } from '../reading/edge.ts';
import { allPages, list, pages } from '../reading/list.ts';
import { named } from '../reading/named.ts';
import { Node } from '../reading/node.ts';
import { type ListArgs, orderOf } from '../reading/order.ts';
import { ClaimBy } from '../reading/reference.ts';
import { allowedStanceFilter, StanceFilterInput } from '../stance/stance-filter.ts';
import { columnTold } from '../writing/how.ts';
import { allowedClaimFilter, ClaimFilterInput } from './claim-filter.ts';
import { Echoes } from './echoes.ts';
import { Standing, standing } from './standing.ts';

Claim.implement({
  description: 'One self-contained proposition that can be affirmed or rejected.',
  interfaces: [Node],
  extensions: { rows: claimShape },
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: 'Its name in links: unique, and the same for ever.',
    }),
    text: t.exposeString('text', { description: 'The proposition, in the record’s own words.' }),
    kind: t.expose('kind', { type: ClaimKind, description: 'What sort of proposition it is.' }),
    language: t.exposeString('language', { description: 'The language of its text (BCP 47).' }),
    topics: t.exposeStringList('topics', { description: 'What it is about, in a word each.' }),
    happenedFrom: t.expose('happenedFrom', {
      type: 'Date',
      nullable: true,
      description: 'The first day of what it speaks of.',
    }),
    happenedUntil: t.expose('happenedUntil', {
      type: 'Date',
      nullable: true,
      description: 'The last day of what it speaks of, where that took several.',
    }),
    review: t.expose('review', { type: Review, description: 'What a reviewer decided.' }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was put on record.',
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken off: the record had it wrong. It stays readable by name.',
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

builder.objectFields(Claim, (t) => ({
  members: t.field({
    type: [Claim],
    description:
      'Its wordings, itself included, as they were recorded: claims that were judged to say the same.',
    ...many(wordingsOfClaims),
  }),
  echoes: t.field({
    type: Echoes,
    description: 'How far it went about: in how many articles, of how many outlets and origins.',
    ...standing,
  }),
  standing: t.field({
    type: Standing,
    description:
      'Where it stands among those who spoke to it, now or at a moment in the past. The two clocks differ.',
    args: {
      asOf: t.arg({
        type: 'DateTime',
        description: 'By the record’s clock: as far as was on record then.',
      }),
      saidBy: t.arg({
        type: 'DateTime',
        description:
          'By the speakers’ clock: as far as had been said by then, whenever it was recorded.',
      }),
    },
    ...standing,
  }),
  stances: t.field({
    type: StanceConnection,
    description: 'Who stands how towards it, the newest record first.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: StanceFilterInput, description: 'Which of them.' }),
    },
    ...pages(stanceShape, ({ filter }: { filter?: StanceFilter | null | undefined }, context) =>
      stancesOnClaims(allowedStanceFilter(filter, context)),
    ),
  }),
  articles: t.field({
    type: ArticleConnection,
    description: 'The articles whose words show a stance on it, the newest record first.',
    args: pageArgs,
    ...allPages(articleShape, articlesOnClaims),
  }),
  links: t.field({
    type: ClaimLinkConnection,
    description: 'How it relates to other claims, the newest record first.',
    args: {
      ...pageArgs,
      kind: t.arg({ type: ClaimLinkKind, description: 'Only relations of this kind.' }),
      direction: t.arg({
        type: LinkDirection,
        defaultValue: 'BOTH',
        description: 'Which end of the link it stands at.',
      }),
    },
    ...pages(claimLinkShape, linksOfClaims),
  }),
}));

const ClaimOrder = orderOf('Claim', {
  HAPPENED_FROM: { description: 'By the first day of what they speak of.' },
  MOST_DISPUTED: {
    description:
      'By how many are on the lesser of the two sides, those against them and those for them or relaying them, then by how many are on both.',
  },
  RECORDED_AT: { description: 'As they were put on record.' },
  STANDING_CHANGED_AT: { description: 'As their standing last changed.' },
});

builder.queryFields((t) => ({
  claim: t.field({
    type: Claim,
    nullable: true,
    description: 'The claim of this name; null where there is none on record that you may see.',
    args: {
      by: t.arg({ type: ClaimBy, required: true, description: 'Which claim.' }),
      ...asOfArgs,
    },
    ...named(claimNamed),
  }),
  claims: t.field({
    type: ClaimConnection,
    description: 'The claims on record.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: ClaimFilterInput, description: 'Which of them.' }),
      orderBy: t.arg({ type: ClaimOrder, description: 'In which order; the newest record first.' }),
      ...asOfArgs,
    },
    ...list(claimShape, ({ filter, orderBy }: ListArgs<ClaimFilter, ClaimOrderField>, context) => {
      const order = claimOrder(orderBy?.field ?? 'RECORDED_AT', orderBy?.direction !== 'ASC');
      return { source: claimList({ ...allowedClaimFilter(filter, context), order }), order };
    }),
  }),
}));
