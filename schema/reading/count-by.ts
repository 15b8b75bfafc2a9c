import { type Entries, type Facet, facetOf, type ValueCounted } from '../../db/read/facet.ts';
import { mostCounted } from '../../db/read/page.ts';
import type { Args } from '../../db/read/read.ts';
import { codedError } from '../coded.ts';
import type { GraphContext } from '../context.ts';
import { type MaybePromise, whenRead } from './edge.ts';

/** Counts the lists of an answer by a facet, each facet once, and tells so many values of each list at most. */
export type CountBy = (
  facet: Facet,
  most: number,
) => MaybePromise<readonly (readonly ValueCounted[])[]>;

interface Counted {
  /** What the list takes. */
  readonly args: Args;
  /** How many entries each list has, up to one more than are counted. */
  readonly totals: () => MaybePromise<readonly number[]>;
}

/** Counts these entries: all of them are looked at, so it is read aside. */
export function countBy(
  entries: Entries,
  { args, totals }: Counted,
  { aside, past }: GraphContext,
): CountBy {
  const kept = new Map<string, ReturnType<CountBy>>();
  const count: CountBy = (facet, most) =>
    whenRead(aside.read(facetOf(aside, entries, facet), { ...args, most }), (lists) =>
      lists.map(({ values }): readonly ValueCounted[] => JSON.parse(values)),
    );
  return (facet, most) => {
    const name = `${most} ${facet.name}`;
    const counted =
      kept.get(name) ??
      (past
        ? whenRead(totals(), (all) => assertCounted(all) ?? count(facet, most))
        : count(facet, most));
    kept.set(name, counted);
    return counted;
  };
}

/** @throws BAD_USER_INPUT where entries of a list of the past would be left out */
function assertCounted(totals: readonly number[]): undefined {
  if (totals.every((total) => total <= mostCounted)) return undefined;
  throw codedError(
    'BAD_USER_INPUT',
    `facets: as of a moment a list of more than ${mostCounted} entries is counted by nothing. Narrow it by a filter.`,
  );
}
