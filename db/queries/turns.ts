import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { Order, Source } from '../read/page.ts';
import { place } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { stances } from '../tables/stance.ts';

const common = { place, key: stances.key, claimKey: stances.shownClaim };

const reversal = {
  ...common,
  effectiveAt: stances.effectiveAt,
  laterKey: stances.key,
  earlierKey: stances.turnedFrom,
};

/** An actor's stance, and its own earlier one from which it turned. */
export type ReversalOnRecord = RowOf<typeof reversal>;
export const reversalShape = rowShape(reversal);

/** The turns of each of `keys`, which are actors. */
export const reversalsOfActors: Source = {
  name: 'reversalsOfActors',
  table: stances,
  from: stances,
  key: stances.key,
  isIndexed: true,
  where: (parent) => [
    eq(stances.shownActor, parent),
    sql`${stances.listed} = 1`,
    isNotNull(stances.turnedFrom),
  ],
};

/** As they turned, the latest first. */
export const latestTurn: Order = {
  by: stances.effectiveAt,
  column: 'effectiveAt',
  descending: true,
};

const split = { ...common, spokenKey: stances.key, stanceKey: stances.splitFrom };

/** A spokesperson's stance, and its principal's own that points another way. */
export type SplitOnRecord = RowOf<typeof split>;
export const splitShape = rowShape(split);

/** Where each of `keys`, which are actors, differs from its spokespersons, or from the principal that it speaks for. */
export const splitsOfActors: Source = {
  name: 'splitsOfActors',
  table: stances,
  from: stances,
  key: stances.key,
  isIndexed: true,
  where: (parent) => [
    // Said in each part: otherwise all stances of the actor are looked at.
    or(
      eq(stances.splitOf, parent),
      and(eq(stances.shownActor, parent), isNotNull(stances.splitOf)),
    ),
    sql`+${stances.listed} = 1`,
  ],
};
