import { actorsByKey } from '../../db/queries/actor.ts';
import {
  type ActorMatchOnRecord,
  actorCompared,
  actorMatchShape,
  actorsToCompare,
  comparisonArgs,
} from '../../db/queries/similar-actors.ts';
import { isDescribedAlone } from '../../db/rules/actor.ts';
import { actorsAlike } from '../../db/rules/similar-actors.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { Actor } from '../objects.ts';
import { type MaybePromise, one, whenRead } from '../reading/edge.ts';

/** How many are told at most of what a new thing may be. */
export const mostSimilar = 5;

const ActorLikeness = builder.enumType('ActorLikeness', {
  description: 'By what two actors are nearly one.',
  values: {
    NAME: {
      description:
        'They have one name, but for an article, a title, a legal form, accents or capitals.',
    },
    ALIAS: { description: 'A name of the one is an alias of the other.' },
    SPELLING: { description: 'A long word of their names is a letter apart.' },
    INITIALS: {
      description:
        'The one is called by initials of the other, or without its names in the middle.',
    },
  } as const,
});

export const ActorMatch = builder.objectRef<ActorMatchOnRecord>('ActorMatch').implement({
  description: 'An actor that may be another one. A person decides.',
  extensions: { rows: actorMatchShape },
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: 'The actor on record.',
      ...one(actorsByKey, 'actorKey'),
    }),
    by: t.expose('by', { type: ActorLikeness, description: 'By what they are nearly one.' }),
    score: t.exposeFloat('score', {
      description: 'How alike they are, from 0 to 1: half as much where they are of unlike kinds.',
    }),
  }),
});

/** What on record the actor of `key` may be, the likeliest first. */
export function actorsLikeActor(
  key: number,
  { aside, reader }: Pick<GraphContext, 'aside' | 'reader'>,
): MaybePromise<readonly ActorMatchOnRecord[]> {
  return whenRead(reader.read(actorCompared, { key }), ([actor]) => {
    if (actor === undefined) return [];
    return whenRead(aside.read(actorsToCompare, comparisonArgs(actor)), (found) => {
      const matches = found.flatMap((other) => {
        const isElsewhere =
          isDescribedAlone(other.description) || other.grantedBy !== actor.grantedBy;
        const alike = isElsewhere ? null : actorsAlike(actor, other);
        return alike === null ? [] : [{ actorKey: other.key, ...alike }];
      });
      const best = matches
        .sort((a, b) => b.score - a.score || a.actorKey - b.actorKey)
        .slice(0, mostSimilar);
      const cells = actorMatchShape.names.map((name) =>
        best.map((match): unknown => Reflect.get(match, name)),
      );
      return actorMatchShape.view(cells, best.length);
    });
  });
}
