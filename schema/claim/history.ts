import { claimsShownFor } from '../../db/queries/claim.ts';
import type { ClaimFilter } from '../../db/queries/claim-list.ts';
import { stanceOrder, stanceShape, stancesAsTaken } from '../../db/queries/stance.ts';
import {
  type ChangesMeant,
  changesOfClaims,
  changesOnRecord,
  type StandingChangeOnRecord,
  standingChangeShape,
} from '../../db/queries/timeline.ts';
import { earliestFirst, newestFirst } from '../../db/read/page.ts';
import { builder } from '../builder.ts';
import { StandingStatus } from '../enums.ts';
import { nodesAt } from '../feed/event-node.ts';
import { Claim, StanceConnection } from '../objects.ts';
import { connectionTo, pageArgs } from '../reading/connection.ts';
import { batch, one } from '../reading/edge.ts';
import { allPages, list, pages } from '../reading/list.ts';
import { Node, type NodeRow } from '../reading/node.ts';
import { worked } from '../reading/worked.ts';
import { allowedClaimFilter, ClaimFilterInput } from './claim-filter.ts';

const StandingChange = builder.objectRef<StandingChangeOnRecord>('StandingChange').implement({
  description: 'A change of the status of a claim.',
  extensions: { rows: standingChangeShape },
  fields: (t) => ({
    at: t.expose('at', {
      type: 'DateTime',
      description:
        'Since when, by the record’s clock: the moment of what brought it, as `since` tells it.',
    }),
    toldAt: t.expose('toldAt', {
      type: 'DateTime',
      description:
        'When the record told of it, as `standingChanged` tells it: no two changes are of one moment, and a later one of a later.',
    }),
    claim: t.field({
      type: Claim,
      description: 'The claim, as it is and is worded by now.',
      ...one(claimsShownFor, 'claimKey'),
    }),
    isFirst: t.boolean({
      description:
        'Whether the claim had no status before that everyone could know of: it was new.',
      ...worked(['earlier'], ({ earlier }: StandingChangeOnRecord) => earlier === 0),
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

const StandingChangeConnection = connectionTo('StandingChange', StandingChange);

/** Only those that the record told of earlier. */
const changesArgs = builder.args((t) => ({
  ...pageArgs,
  toldBefore: t.field({
    type: 'DateTime',
    description: 'Only what the record told of earlier than this: see `toldAt`.',
  }),
}));

builder.objectFields(Claim, (t) => ({
  timeline: t.field({
    type: StandingChangeConnection,
    description: 'Each change of its status with what brought it, the earliest first.',
    args: changesArgs,
    ...pages(standingChangeShape, (meant: ChangesMeant) => changesOfClaims(meant), earliestFirst),
  }),
  saidAgain: t.field({
    type: StanceConnection,
    description:
      'Who said it, and who says it again: the stances on it in the order in which they were taken, by `effectiveAt`. `turnedFrom` tells where one turned.',
    args: pageArgs,
    ...allPages(stanceShape, stancesAsTaken, stanceOrder('SAID_AT', false)),
  }),
}));

interface ChangesArgs extends ChangesMeant {
  readonly filter?: ClaimFilter | null | undefined;
}

builder.queryField('standingChanges', (t) =>
  t.field({
    type: StandingChangeConnection,
    description:
      'Each change of the status of a claim, from the first that made it known on, the newest first. Those of claims that were withdrawn since stay in it.',
    args: {
      ...changesArgs,
      filter: t.arg({
        type: ClaimFilterInput,
        description: 'Of which claims, as they are by now.',
      }),
    },
    ...list(standingChangeShape, ({ filter, toldBefore }: ChangesArgs, context) => {
      const allowed = allowedClaimFilter(filter, context);
      return { source: changesOnRecord(allowed.filter, { toldBefore }), order: newestFirst };
    }),
  }),
);
