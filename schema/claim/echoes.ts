import { actorsByKey } from '../../db/queries/actor.ts';
import type { StandingOnRecord } from '../../db/queries/standing.ts';
import { heldShape } from '../../db/read/row.ts';
import type { ProjectedOrigin } from '../../db/rules/standing.ts';
import { builder } from '../builder.ts';
import { Actor } from '../objects.ts';
import { one } from '../reading/edge.ts';
import { embedded, worked } from '../reading/worked.ts';
import { reasons } from './standing.ts';

interface OriginOnRecord extends Pick<ProjectedOrigin, 'articleCount'> {
  readonly actorKey: number;
}

const originShape = heldShape<OriginOnRecord>(['actorKey', 'articleCount']);

const Origin = builder.objectRef<OriginOnRecord>('Origin').implement({
  description: 'Someone who puts a claim forward independently of the others.',
  extensions: { rows: originShape },
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: 'Who: the agency whose copy it is, else whoever spoke first.',
      ...one(actorsByKey, 'actorKey'),
    }),
    articleCount: t.exposeInt('articleCount', {
      description: 'In how many articles it is told on its word.',
    }),
  }),
});

export const Echoes = builder.objectRef<StandingOnRecord>('Echoes').implement({
  description:
    'How far a claim went about. Versions of an article are one, and so is one text of one outlet.',
  fields: (t) => ({
    articleCount: t.int({
      description: 'The articles with words of a stance that counts, or that it goes on with.',
      ...worked(['standing'], (standing: StandingOnRecord) => reasons(standing).articleCount),
    }),
    outletCount: t.int({
      description: 'Their known outlets, each once.',
      ...worked(['standing'], (standing: StandingOnRecord) => reasons(standing).outletCount),
    }),
    originCount: t.int({
      description: 'Those who put it forward independently of each other.',
      ...worked(['standing'], (standing: StandingOnRecord) => reasons(standing).origins.length),
    }),
    origins: t.field({
      type: [Origin],
      description: 'Who they are, in the order in which they spoke.',
      ...embedded(originShape, ['standing'], (standing: StandingOnRecord) =>
        reasons(standing).origins.map(({ actor, articleCount }) => ({
          actorKey: actor,
          articleCount,
        })),
      ),
    }),
  }),
});
