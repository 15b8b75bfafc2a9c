import { type ActorOnRecord, actorsByKey } from '../../db/queries/actor.ts';
import { anyWordOf } from '../../db/queries/any-word.ts';
import {
  actorsCalledLike,
  actorsLike,
  namesOfActors,
  personMatch,
} from '../../db/queries/similar.ts';
import type { StanceOnRecord } from '../../db/queries/stance.ts';
import { personCalled } from '../../db/rules/persons-called.ts';
import type { ActorCompared } from '../../db/rules/similar-actors.ts';
import { candidateCount } from '../claim/similar.ts';
import type { GraphContext } from '../context.ts';
import { dealt } from '../reading/dealt.ts';
import {
  keyArgs,
  loadOne,
  type MaybePromise,
  type ResolverInput,
  whenAllRead,
  whenRead,
} from '../reading/edge.ts';

/** The other actors that the actor of each draft may be, the best first. */
export function actorsInstead(
  stances: readonly StanceOnRecord[],
  { args, context, info }: ResolverInput<{ readonly first?: number | null | undefined }>,
): MaybePromise<readonly (readonly ActorOnRecord[])[]> {
  const limit = candidateCount(args.first);
  const keys = stances.map(({ actorKey }) => actorKey);
  return whenRead(context.reader.read(namesOfActors, keyArgs(keys, context)), (told) => {
    const reads = told.map((actor, index) =>
      mayBe(actor, { but: keys[index] ?? 0, limit }, context),
    );
    return whenAllRead(reads, (found) =>
      whenRead(loadOne(actorsByKey, found.flat(), { context, info }), (rows) =>
        dealt(rows, found).map((own) => own.filter((row) => row !== null)),
      ),
    );
  });
}

type ActorTold = { readonly [K in keyof ActorCompared]: ActorCompared[K] | null };

interface Asked {
  /** Whom it is not. */
  readonly but: number;
  readonly limit: number;
}

/** Whoever is called as a person is, or else shares words with the name. */
function mayBe(
  { name, kind, aliases, wikidataId }: ActorTold,
  { but, limit }: Asked,
  { aside }: GraphContext,
): MaybePromise<readonly number[]> {
  if (name === null || kind === null) return [];
  const match = kind === 'PERSON' ? personMatch(name) : anyWordOf(name);
  if (match === null) return [];
  if (kind !== 'PERSON')
    return whenRead(aside.read(actorsLike, { match, name, but, limit }), (found) =>
      found.map(({ key }) => key),
    );
  const person = { name, kind, aliases: aliases ?? [], wikidataId };
  return whenRead(aside.read(actorsCalledLike, { match, but }), (found) => {
    const fits = new Map<number, number>();
    for (const other of found) {
      const fit = personCalled(person, other);
      if (fit !== null) fits.set(other.key, Math.max(fit, fits.get(other.key) ?? 0));
    }
    const best = [...fits].sort(([a, fit], [b, otherFit]) => otherFit - fit || a - b);
    return best.slice(0, limit).map(([key]) => key);
  });
}
