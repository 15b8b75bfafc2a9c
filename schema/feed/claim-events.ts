import { claimsShownFor } from '../../db/queries/claim.ts';
import type { FeedEvent } from '../../db/queries/event.ts';
import { builder } from '../builder.ts';
import { StandingStatus } from '../enums.ts';
import { Claim } from '../objects.ts';
import { batch, oneOrNone } from '../reading/edge.ts';
import { Node, type NodeRow } from '../reading/node.ts';
import {
  ClaimAddedFilter,
  claimsAdded,
  StandingChangedFilter,
  standingChangeIn,
  standingsChanged,
} from './claim-event-filter.ts';
import { cursorOf, feedArgs, feedOf } from './event-feed.ts';
import { nodesAt } from './event-node.ts';

const cursor = {
  description:
    'Its place in the feed. Save it when you are done with the event: it is the next `after`.',
  resolve: cursorOf,
};

const claim = {
  type: Claim,
  nullable: true,
  description:
    'The claim, as it is and is worded by now; null at a checkpoint, and where it is not public any more.',
  ...oneOrNone(claimsShownFor, 'subject'),
} as const;

const ClaimAdded = builder.objectRef<FeedEvent>('ClaimAdded').implement({
  description: 'A claim has its first verified stance and is public. Or a checkpoint.',
  fields: (t) => ({
    cursor: t.string(cursor),
    at: t.expose('at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it became public; null at a checkpoint.',
    }),
    claim: t.field(claim),
  }),
});

const StandingChanged = builder.objectRef<FeedEvent>('StandingChanged').implement({
  description: 'The standing of a claim has another status. Or a checkpoint.',
  fields: (t) => ({
    cursor: t.string(cursor),
    at: t.expose('at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it changed; null at a checkpoint.',
    }),
    claim: t.field(claim),
    from: t.field({
      type: StandingStatus,
      nullable: true,
      description: 'What its status was; null at a checkpoint.',
      resolve: (event) => standingChangeIn(event)?.from ?? null,
    }),
    to: t.field({
      type: StandingStatus,
      nullable: true,
      description: 'What its status became; null at a checkpoint.',
      resolve: (event) => standingChangeIn(event)?.to ?? null,
    }),
    because: t.field({
      type: Node,
      nullable: true,
      description:
        'What brought it: a stance, evidence, an article, a link or an affiliation. Null at a checkpoint, and where you may not see it.',
      ...batch<FeedEvent, NodeRow | null>(['payload', 'type'], (events, asked) =>
        nodesAt(
          events.map((event) => standingChangeIn(event)?.because ?? null),
          asked,
        ),
      ),
    }),
  }),
});

builder.subscriptionFields((t) => ({
  claimAdded: t.field({
    type: ClaimAdded,
    description: 'Each claim once, when it becomes public.',
    args: {
      ...feedArgs,
      filter: t.arg({ type: ClaimAddedFilter, description: 'Which claims.' }),
    },
    subscribe: async (_root, { filter, ...from }, context) =>
      feedOf({ ...from, selects: await claimsAdded(filter ?? {}, context) }, context),
    resolve: (event) => event,
  }),
  standingChanged: t.field({
    type: StandingChanged,
    description: 'Each change of a claim’s status, with what brought it.',
    args: {
      ...feedArgs,
      filter: t.arg({ type: StandingChangedFilter, description: 'Which changes.' }),
    },
    subscribe: async (_root, { filter, ...from }, context) =>
      feedOf({ ...from, selects: await standingsChanged(filter ?? {}, context) }, context),
    resolve: (event) => event,
  }),
}));
