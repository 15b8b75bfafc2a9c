import { stanceOrder, stanceShape, stancesAsTaken } from '../../db/queries/stance.ts';
import {
  changesOfClaims,
  type StandingChangeOnRecord,
  standingChangeShape,
} from '../../db/queries/timeline.ts';
import { earliestFirst } from '../../db/read/page.ts';
import { builder } from '../builder.ts';
import { StandingStatus } from '../enums.ts';
import { nodesAt } from '../feed/event-node.ts';
import { Claim, StanceConnection } from '../objects.ts';
import { connectionTo, pageArgs } from '../reading/connection.ts';
import { batch } from '../reading/edge.ts';
import { allPages } from '../reading/list.ts';
import { Node, type NodeRow } from '../reading/node.ts';

const StandingChange = builder.objectRef<StandingChangeOnRecord>('StandingChange').implement({
  description: 'A change of the status of a claim.',
  extensions: { rows: standingChangeShape },
  fields: (t) => ({
    at: t.expose('at', {
      type: 'DateTime',
      description:
        'Since when, by the record’s clock: the moment of what brought it, as `since` tells it.',
    }),
    from: t.expose('from', { type: StandingStatus, description: 'What the status was.' }),
    to: t.expose('to', { type: StandingStatus, description: 'What it became.' }),
    because: t.field({
      type: Node,
      nullable: true,
      description:
        'What brought it: a stance, evidence, an article, a link, an affiliation or a merge. Null where you may not see it.',
      ...batch<StandingChangeOnRecord, NodeRow | null>(['noun', 'subject'], (changes, asked) =>
        nodesAt(
          changes.map(({ noun, subject }) => ({ noun, key: subject })),
          asked,
        ),
      ),
    }),
  }),
});

builder.objectFields(Claim, (t) => ({
  timeline: t.field({
    type: connectionTo('StandingChange', StandingChange),
    description: 'Each change of its status with what brought it, the earliest first.',
    args: pageArgs,
    ...allPages(standingChangeShape, changesOfClaims, earliestFirst),
  }),
  saidAgain: t.field({
    type: StanceConnection,
    description:
      'Who said it, and who says it again: the stances on it in the order in which they were taken, by `effectiveAt`. `turnedFrom` tells where one turned.',
    args: pageArgs,
    ...allPages(stanceShape, stancesAsTaken, stanceOrder('SAID_AT', false)),
  }),
}));
