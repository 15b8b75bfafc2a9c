import { type Entries, type Facet, facetOf, type ValueCounted } from '../../db/read/facet.ts';
import type { Args } from '../../db/read/read.ts';
import type { GraphContext } from '../context.ts';
import { type MaybePromise, whenRead } from './edge.ts';

/** Counts the lists of an answer by a facet, each facet once, and tells so many values of each list at most. */
export type CountBy = (
  facet: Facet,
  most: number,
) => MaybePromise<readonly (readonly ValueCounted[])[]>;

/** Counts these entries: all of them are looked at, so it is read aside. */
export function countBy(entries: Entries, args: Args, { aside }: GraphContext): CountBy {
  const kept = new Map<string, ReturnType<CountBy>>();
  return (facet, most) => {
    const name = `${most} ${facet.name}`;
    const counted =
      kept.get(name) ??
      whenRead(aside.read(facetOf(aside, entries, facet), { ...args, most }), (lists) =>
        lists.map(({ values }): readonly ValueCounted[] => JSON.parse(values)),
      );
    kept.set(name, counted);
    return counted;
  };
}
