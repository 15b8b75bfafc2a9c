import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { mostCounted, nameOfList, type OrderedSource, ordering, rowsOfList } from './page.ts';
import { among, parentAmong, placeholder, select } from './query.ts';
import { type Reader, type Statement, statement } from './read.ts';

/** What entries of a list are counted by. */
export interface Facet {
  /** Its own, among those of its noun and of all others. */
  readonly name: string;
  /** What leads on from `entry`, whose `key` is that of an entry, to the values that it has; null is none. */
  readonly joins: SQL;
  readonly value: SQL;
  /** What a value is told by, where it is a key: what it is joined with, by `counted.value`, and its name and label there. */
  readonly named?: { readonly joins: SQL; readonly key: SQL; readonly label: SQL };
}

/** A value of a facet: what it is told by, what it is called where that is not the same, and how many entries have it. */
export type ValueCounted = readonly [key: string, label: string | null, count: number];

/** Of a list, or of each of several: the values that most entries have, as JSON of `ValueCounted`. */
export interface FacetTold {
  readonly values: string;
}

/** The entries that are counted: the first of a list in its order, as far as a list is counted. Written when they are. */
export interface Entries {
  /** Holds all that `keys` depends on. */
  name(): string;
  /** A select of their keys; of those of one of `keys`, where each has its own. */
  keys(): SQLWrapper;
  readonly isOfEach: boolean;
}

/** The entries of a list of the whole record. */
export const entriesOf = (list: OrderedSource): Entries => ({
  name: () => nameOfList(list),
  keys: () => keysOf(list),
  isOfEach: false,
});

/** The entries of the list of each of `keys`. */
export const entriesOfEach = (list: OrderedSource): Entries => ({
  name: () => `each ${nameOfList(list)}`,
  keys: () => keysOfEach(list),
  isOfEach: true,
});

/** The entries of lists that are told: each of `keys` is an array of the keys of one. */
export const entriesTold: Entries = {
  name: () => 'told',
  keys: () =>
    sql`(select value as key from json_each(${parentAmong}) limit ${sql.raw(String(mostCounted))})`,
  isOfEach: true,
};

/** Counts the entries by a facet. Takes what their list takes, and how many values are told at most as `most`. */
export function facetOf(reader: Reader, entries: Entries, facet: Facet): Statement<FacetTold> {
  const { isOfEach, keys, name } = entries;
  return reader.shape(`facet ${facet.name} of ${name()}`, () =>
    statement(
      select({ values: valuesOf(keys(), facet) }).from(isOfEach ? among : sql`(select 1) whole`),
    ),
  );
}

function valuesOf(keys: SQLWrapper, { joins, named, value }: Facet): SQL<string> {
  const { key = sql`counted.value`, label = sql`null`, joins: naming = sql`` } = named ?? {};
  return sql<string>`(select json_group_array(json_array(name, label, count)) || '' from (
    select ${key} as name, ${label} as label, counted.count as count from (
      select value, count(*) as count from (
        select distinct entry.key, ${value} as value from ${keys} entry ${joins}
      ) held where value is not null group by value
    ) counted ${naming} order by counted.count desc, name limit ${placeholder('most')}
  ) told)`;
}

const forwards = { backward: false, isBounded: false };

function keysOf({ order, source }: OrderedSource): SQLWrapper {
  // Where a list is merged from halves, it is ordered by what is selected.
  const chosen = {
    key: source.table.key,
    ...(source.halves && order.by && { by: order.by }),
  };
  const list = { order, source, stretch: forwards };
  return rowsOfList(list, chosen, { within: [], limit: mostCounted });
}

function keysOfEach({ order, source }: OrderedSource): SQLWrapper {
  const { from, key, table, where } = source;
  const found = select({ key: sql<number>`${key}`.as('key') })
    .from(from)
    .where(and(...where(parentAmong)))
    .$dynamic();
  if (from !== table) found.groupBy(key);
  return found.orderBy(...ordering({ order, source, stretch: forwards })).limit(mostCounted);
}
