import { claimsByKey } from '../../db/queries/claim.ts';
import {
  type ComparedOnRecord,
  comparedClaims,
  comparedShape,
  type StancesCompared,
} from '../../db/queries/compared.ts';
import type { ActorReference } from '../../db/queries/key.ts';
import { stancesByKey } from '../../db/queries/stance.ts';
import { newestFirst } from '../../db/read/page.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import { Claim, Stance } from '../objects.ts';
import { connectionTo, pageArgs } from '../reading/connection.ts';
import { one } from '../reading/edge.ts';
import { list } from '../reading/list.ts';
import { ActorBy } from '../reading/reference.ts';
import { several, worked } from '../reading/worked.ts';

export const mostCompared = 10;

const Comparison = builder.objectRef<ComparedOnRecord>('Comparison').implement({
  description: 'A claim on which several actors stand, side by side.',
  fields: (t) => ({
    claim: t.field({
      type: Claim,
      description: 'On which claim.',
      ...one(claimsByKey, 'claimKey'),
    }),
    stances: t.field({
      type: [Stance],
      description: 'The stance of each that counts, in the order in which the actors are named.',
      ...several(stancesByKey, ['held'], ({ held }: ComparedOnRecord) =>
        comparedIn(held).map(([stance]) => stance),
      ),
    }),
    agree: t.boolean({
      description: 'Whether all of these point the same way.',
      ...worked(['held'], ({ held }: ComparedOnRecord) => {
        return new Set(comparedIn(held).map(([, polarity]) => polarity)).size === 1;
      }),
    }),
  }),
});

/** The record writes it so. */
const comparedIn = (held: string): StancesCompared => JSON.parse(held);

interface CompareArgs {
  readonly actors: readonly ActorReference[];
  readonly agree?: boolean | null | undefined;
}

builder.queryField('compareActors', (t) =>
  t.field({
    type: connectionTo('Comparison', Comparison),
    description:
      'The claims on which each of some actors has a stance of its own that counts, and where they agree and differ, the newest record first.',
    args: {
      ...pageArgs,
      actors: t.arg({
        type: [ActorBy],
        required: true,
        description: `Which actors: two at least, and at most ${mostCompared}.`,
      }),
      agree: t.arg.boolean({
        description:
          'With true, only where all point the same way; with false, only where they do not.',
      }),
    },
    resolve: (root, args, context, info) => {
      const { actors, agree = null }: CompareArgs = args;
      if (actors.length < 2 || actors.length > mostCompared) {
        throw codedError(
          'BAD_USER_INPUT',
          `From 2 to ${mostCompared} actors are compared, not ${actors.length}.`,
        );
      }
      const compared = { actors, agree };
      const found = list(comparedShape(compared), () => ({
        ...{ source: comparedClaims(compared), order: newestFirst },
      }));
      return found.resolve(root, args, context, info);
    },
  }),
);
