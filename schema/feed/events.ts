import { changeIn } from '../../db/commands/changed-since.ts';
import { type FeedEvent, feedEvents } from '../../db/queries/event.ts';
import { tokensByKey } from '../../db/queries/token.ts';
import { Conflict } from '../../db/rules/errors.ts';
import { builder } from '../builder.ts';
import { seenBy } from '../changing/role.ts';
import { hasRole } from '../context.ts';
import { StandingStatus } from '../enums.ts';
import { Token } from '../objects.ts';
import { PageInformation, totalFields } from '../reading/connection.ts';
import { batch, oneOrNone } from '../reading/edge.ts';
import { encodeFeedCursor } from '../reading/feed-cursor.ts';
import { Node, type NodeRow } from '../reading/node.ts';
import { defaultPageSize, maximalPageSize } from '../reading/page.ts';
import { standingChangeIn } from './claim-event-filter.ts';
import { claimIdsTold } from './event-claims.ts';
import { cursorOf, feedArgs, feedOf } from './event-feed.ts';
import { EventFilter, eventsMeant, selectorOf } from './event-filter.ts';
import { nodesAt } from './event-node.ts';
import { type LogPage, readEventPage } from './event-page.ts';
import { EventType } from './event-type.ts';
import { type Former, FormerValue, formerValues } from './former-value.ts';

const RecordEvent = builder.objectRef<FeedEvent>('RecordEvent').implement({
  description: 'One change of the record. Or, in a subscription, a checkpoint.',
  fields: (t) => ({
    cursor: t.string({
      description:
        'Its place in the feed. Save it when you are done with the event: it is the next `after`.',
      resolve: cursorOf,
    }),
    type: t.expose('type', {
      type: EventType,
      nullable: true,
      description: 'What happened; null at a checkpoint.',
    }),
    at: t.expose('at', {
      type: 'DateTime',
      nullable: true,
      description: 'When; no two events have the same moment. Null at a checkpoint.',
    }),
    by: t.field({
      type: Token,
      nullable: true,
      description:
        'By whose token: for EDITOR tokens and higher. Null where the owner of the file did it.',
      ...seenBy('EDITOR'),
      ...oneOrNone(tokensByKey, 'by'),
    }),
    subject: t.field({
      type: Node,
      nullable: true,
      description: 'What it happened to, as it is by now; null where you may not see it.',
      ...batch<FeedEvent, NodeRow | null>(['noun', 'subject'], (events, asked) =>
        nodesAt(
          events.map(({ noun, subject }) =>
            noun === null || subject === null ? null : { noun, key: subject },
          ),
          asked,
        ),
      ),
    }),
    reason: t.string({
      nullable: true,
      description: 'Why, where a reason was given: for EDITOR tokens and higher.',
      ...seenBy('EDITOR'),
      resolve: ({ payload }) => reasonIn(payload),
    }),
    before: t.field({
      type: [FormerValue],
      description: 'What was changed, as it was before.',
      ...batch<FeedEvent, readonly Former[]>(['payload', 'type'], (events, { context }) => {
        const seesDrafts = hasRole(context.viewer, 'EDITOR');
        // What a stance was before it was reviewed is a draft.
        const isTold = ({ type }: FeedEvent) => seesDrafts || type !== 'STANCE_REVIEWED';
        return formerValues(
          events.map((event) => (isTold(event) ? event.payload : null)),
          { reader: context.reader, seesDrafts },
        );
      }),
    }),
  }),
});

builder.objectFields(RecordEvent, (t) => ({
  claims: t.field({
    type: ['ID'],
    description:
      'The ids of the claims that it tells of, by which `EventFilter.claim` selects it: of the claim, of that of the stance or evidence, or of both that are linked, and of all that were one with them when it happened.',
    ...batch<FeedEvent, readonly string[]>(
      ['claim', 'noun', 'payload', 'subject'],
      (events, { context }) =>
        claimIdsTold(events, {
          reader: context.reader,
          seesDrafts: hasRole(context.viewer, 'EDITOR'),
        }),
    ),
  }),
  from: t.field({
    type: StandingStatus,
    nullable: true,
    description: 'What the status of the claim was, where a standing changed; null elsewhere.',
    resolve: (event) => standingChangeIn(event)?.from ?? null,
  }),
  to: t.field({
    type: StandingStatus,
    nullable: true,
    description: 'What the status of the claim became, where a standing changed; null elsewhere.',
    resolve: (event) => standingChangeIn(event)?.to ?? null,
  }),
  because: t.field({
    type: Node,
    nullable: true,
    description:
      'What changed the standing: a stance, evidence, an article, a link, an affiliation or a merge. Null where none changed, and where you may not see it.',
    ...batch<FeedEvent, NodeRow | null>(['payload', 'type'], (events, asked) =>
      nodesAt(
        events.map((event) => standingChangeIn(event)?.because ?? null),
        asked,
      ),
    ),
  }),
}));

builder.objectFields(Conflict, (t) => ({
  changed: t.field({
    type: RecordEvent,
    nullable: true,
    description:
      'The last event that changed it since `ifUnchangedSince`: what, when and by whom. Null for every other conflict.',
    resolve: (conflict) => {
      const event = changeIn(conflict);
      return event === null ? null : (feedEvents([event])[0] ?? null);
    },
  }),
}));

function reasonIn(payload: unknown): string | null {
  if (payload === null || typeof payload !== 'object' || !('reason' in payload)) return null;
  return typeof payload.reason === 'string' ? payload.reason : null;
}

const EventEdge = builder.objectRef<FeedEvent>('EventEdge').implement({
  description: 'An event in a page of the log.',
  fields: (t) => ({
    cursor: t.string({ description: 'Its place in the feed.', resolve: cursorOf }),
    node: t.field({ type: RecordEvent, description: 'The event.', resolve: (event) => event }),
  }),
});

const EventConnection = builder.objectRef<LogPage>('EventConnection').implement({
  description: 'A page of the log, the earliest event first.',
  fields: (t) => ({
    edges: t.field({
      type: [EventEdge],
      description: 'The events with their cursors.',
      resolve: ({ events }) => events,
    }),
    nodes: t.field({
      type: [RecordEvent],
      description: 'The events.',
      resolve: ({ events }) => events,
    }),
    pageInfo: t.expose('pageInfo', {
      type: PageInformation,
      description: 'Where the page stands. Its cursors are cursors of the feed.',
    }),
    ...totalFields(t, ({ count }) => count()),
    feedCursor: t.string({
      description:
        'The place in the feed at which the page was read: where there is no next page, go on from here.',
      resolve: ({ seen }, _args, { db }) => encodeFeedCursor(db, seen),
    }),
  }),
});

builder.queryField('recordEvents', (t) =>
  t.field({
    type: EventConnection,
    description:
      'The feed for those who poll: the same events with the same cursors, under the same filter.',
    args: {
      first: t.arg.int({
        description: `How many: ${defaultPageSize} unless said otherwise, at most ${maximalPageSize}.`,
      }),
      after: t.arg.string({
        description:
          'The cursor of the last event you have; from the first event on where it is left out.',
      }),
      filter: t.arg({ type: EventFilter, description: 'Which events.' }),
    },
    resolve: async (_root, { filter, ...from }, context) =>
      readEventPage(from, await eventsMeant(filter ?? {}, context), context),
  }),
);

builder.subscriptionField('recordEvents', (t) =>
  t.field({
    type: RecordEvent,
    description: 'Each change of the record, in the order of commits.',
    args: { ...feedArgs, filter: t.arg({ type: EventFilter, description: 'Which events.' }) },
    subscribe: async (_root, { filter, ...from }, context) =>
      feedOf({ ...from, selects: selectorOf(await eventsMeant(filter ?? {}, context)) }, context),
    resolve: (event) => event,
  }),
);
