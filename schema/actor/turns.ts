import { claimsByKey } from '../../db/queries/claim.ts';
import { stancesByKey } from '../../db/queries/stance.ts';
import {
  latestTurn,
  type ReversalOnRecord,
  reversalShape,
  reversalsOfActors,
  type SplitOnRecord,
  splitShape,
  splitsOfActors,
} from '../../db/queries/turns.ts';
import { builder } from '../builder.ts';
import { Actor, Claim, Stance } from '../objects.ts';
import { connectionTo, pageArgs } from '../reading/connection.ts';
import { one } from '../reading/edge.ts';
import { allPages } from '../reading/list.ts';

const Reversal = builder.objectRef<ReversalOnRecord>('Reversal').implement({
  description: 'An actor that took another position on a claim than before, or took its own back.',
  extensions: { rows: reversalShape },
  fields: (t) => ({
    claim: t.field({
      type: Claim,
      description: 'On which claim.',
      ...one(claimsByKey, 'claimKey'),
    }),
    earlier: t.field({
      type: Stance,
      description: 'The position that it had taken before.',
      ...one(stancesByKey, 'earlierKey'),
    }),
    later: t.field({
      type: Stance,
      description: 'The stance with which it turned.',
      ...one(stancesByKey, 'laterKey'),
    }),
  }),
});

const Split = builder.objectRef<SplitOnRecord>('Split').implement({
  description: 'A spokesperson whose stance points another way than its principal’s own.',
  extensions: { rows: splitShape },
  fields: (t) => ({
    claim: t.field({
      type: Claim,
      description: 'On which claim.',
      ...one(claimsByKey, 'claimKey'),
    }),
    stance: t.field({
      type: Stance,
      description: 'The principal’s own stance: it counts for both.',
      ...one(stancesByKey, 'stanceKey'),
    }),
    spoken: t.field({
      type: Stance,
      description: 'The spokesperson’s stance.',
      ...one(stancesByKey, 'spokenKey'),
    }),
  }),
});

builder.objectFields(Actor, (t) => ({
  reversals: t.field({
    type: connectionTo('Reversal', Reversal),
    description:
      'Where it turned: on the same claim, another position later, by `effectiveAt`, or its own taken back. The latest turn first.',
    args: pageArgs,
    ...allPages(reversalShape, reversalsOfActors, latestTurn),
  }),
  splits: t.field({
    type: connectionTo('Split', Split),
    description:
      'Where it differs from those who speak for it, or from the one that it speaks for, the newest record first.',
    args: pageArgs,
    ...allPages(splitShape, splitsOfActors),
  }),
}));
