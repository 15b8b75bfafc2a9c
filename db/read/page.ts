import {
  and,
  asc,
  desc,
  eq,
  inArray,
  type Placeholder,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { type SQLiteColumn, type SQLiteTable, unionAll } from 'drizzle-orm/sqlite-core';
import {
  among,
  parentAmong,
  place,
  placeholder,
  type Query,
  query,
  select,
  selectDistinct,
} from './query.ts';
import { type Args, type Reader, type Select, type Statement, statement } from './read.ts';
import type { Fields, RowShape } from './row.ts';

/** A stretch of a list: from which end it is read, and whether it ends at a bound. Bounds come as arguments. */
export interface Stretch {
  readonly backward: boolean;
  readonly isBounded: boolean;
}

/** Where a stretch begins or ends: a key, and the value that the list is ordered by where that is not the key. */
export interface Bound {
  readonly key: number;
  readonly value: string | number | null;
}

/** What a list is ordered by; ties are broken by key in the same direction. */
export interface Order {
  /** Null stands for the key itself. */
  readonly by: SQLiteColumn | null;
  /** The name of `by` among the fields of the rows. */
  readonly column: string | null;
  readonly descending: boolean;
}

/** The order of the record: newest first. */
export const newestFirst: Order = { by: null, column: null, descending: true };

/** The same the other way round. */
export const earliestFirst: Order = { ...newestFirst, descending: false };

/** The bounds before and after everything, in the direction of the order. */
export function endsOf({ by, descending }: Order): readonly [Bound, Bound] {
  const isText = by?.dataType.startsWith('string') ?? false;
  const lowest = { key: 0, value: isText ? '' : Number.MIN_SAFE_INTEGER };
  // SQLite puts every text after every number.
  const highest = { key: Number.MAX_SAFE_INTEGER, value: '\u{10ffff}' };
  return descending ? [highest, lowest] : [lowest, highest];
}

/** The rows of a list: those of `table` whose key stands in `key`, a column of `from`. */
export interface Source {
  /** Tells this source from all others, whatever their filter. */
  readonly name: string;
  /** The values of its filter, where it has one. */
  readonly args?: Args;
  readonly table: SQLiteTable & { readonly key: SQLiteColumn };
  readonly from: SQLiteTable;
  readonly key: SQLiteColumn;
  /** Which of them, of those of `parent` where each has its own: built once for each shape, when its statement is. */
  readonly where: (parent: SQL) => readonly (SQL | undefined)[];
  /**
   * Two conditions of which each row that may be in it meets one: where an index leads to either half in the order of the list,
   * but to no row of both, a page is merged from the first rows of each.
   */
  readonly halves?: () => readonly [SQL, SQL];
  /** Whether `where` leads to few by itself: they are sorted then, for few of a list in another order may be far apart. */
  readonly isNarrow?: boolean;
  /**
   * Whether a page of it looks at hardly more rows than it has, whatever the record holds, since an index leads to them in their
   * order. Any other is read aside.
   */
  readonly isIndexed: boolean;
  /**
   * Where it is not, and each parent has its own: the rows of `parent` that a page looks at. Whoever counts them first, up to
   * `fewLookedAt`, may read it at once where there are no more.
   */
  readonly looksAt?: {
    readonly from: SQLiteTable;
    readonly where: (parent: SQL) => readonly SQL[];
  };
}

/** So many rows are looked at for a parent as soon as one, whatever the record holds. */
export const fewLookedAt = 50;

/** A list in its order. */
export interface OrderedSource {
  readonly source: Source;
  readonly order: Order;
}

/** A stretch of a list. */
export interface List extends OrderedSource {
  readonly stretch: Stretch;
}

/** A stretch of a list. Takes `limit`, its bounds (`after`, `before`), and what the source takes. */
export function page<R>(shape: RowShape<R>, list: List): Query<R> {
  return query(nameOfPage(list), shape, (chosen) =>
    rowsOfList(list, chosen, { within: bounds(list), limit: placeholder('limit') }),
  );
}

/** The first rows of a list of the whole record within some bounds, in the order of its stretch. */
export function rowsOfList(
  list: List,
  chosen: Fields,
  { limit, within }: { readonly limit: number | Placeholder; readonly within: readonly SQL[] },
): Select & SQLWrapper {
  const { from, halves, key, table, where } = list.source;
  const conditions = [...where(parentAmong), ...within];
  if (halves) {
    const [one, other] = halves();
    const half = (own: SQL) =>
      select(chosen)
        .from(table)
        .where(and(own, ...conditions));
    return unionAll(half(one), half(other))
      .orderBy(...ordering(list))
      .limit(limit);
  }
  const found =
    from === table
      ? select(chosen)
          .from(table)
          .where(and(...conditions))
          .$dynamic()
      : select(chosen)
          .from(from)
          .crossJoin(table)
          .where(and(eq(table.key, key), ...conditions))
          .groupBy(key)
          .$dynamic();
  return found.orderBy(...ordering(list)).limit(limit);
}

/** Tells the statement of a stretch from all others. */
export const nameOfPage = (list: List): string => `page ${nameOf(list)}`;

/** A stretch of the list of each of `keys`, always in the ascending order of the list. Their `place` is among the columns. */
export function pageOfEach<R>(shape: RowShape<R>, list: List): Query<R> {
  const { from, key, table, where } = list.source;
  return query(`each ${nameOf(list)}`, shape, (chosen) => {
    const stretch = select({ key })
      .from(from)
      .where(and(...where(parentAmong), ...bounds(list)))
      .$dynamic();
    if (from !== table) stretch.groupBy(key);
    stretch.orderBy(...ordering(list)).limit(placeholder('limit'));
    // Only so are no more than the first rows of each parent read: a window function reads them all.
    const rows = select(chosen).from(among).crossJoin(table).where(inArray(table.key, stretch));
    return list.order.by === null ? rows : rows.orderBy(place, list.order.by, table.key);
  });
}

/** Lists are counted up to here: to count on would take as long as they are. */
export const mostCounted = 10_000;

// One more tells that there are more.
const countedRows = sql.raw(String(mostCounted + 1));

/** How many rows a select has, up to one more than are counted. */
export const counted = (rows: SQLWrapper) =>
  select({ total: sql<number>`count(*)` }).from(sql`(select 1 from ${rows} limit ${countedRows})`);

/** How many rows a list has, up to one more than are counted. */
export function totalOf(reader: Reader, source: Source): Statement<{ readonly total: number }> {
  const { name, from, key, table, where } = source;
  return reader.shape(`count ${name}`, () => {
    const conditions = and(...where(parentAmong));
    if (from === table) return statement(counted(select({ key }).from(table).where(conditions)));
    const joined = selectDistinct({ key }).from(from).crossJoin(table);
    return statement(counted(joined.where(and(eq(table.key, key), conditions))));
  });
}

/** How many rows the list of each of `keys` has, up to one more than are counted, in their order. */
export function totalOfEach(
  reader: Reader,
  { name, from, key, where }: Source,
): Statement<{ readonly total: number }> {
  return reader.shape(`count each ${name}`, () => {
    const own = selectDistinct({ key })
      .from(from)
      .where(and(...where(parentAmong)));
    return statement(select({ total: sql<number>`(${counted(own)})` }).from(among));
  });
}

function nameOf({ source, order, stretch }: List): string {
  return `${nameOfList({ source, order })} ${stretch.backward} ${stretch.isBounded}`;
}

/** Tells a list in its order from all others, whatever the values of its filter. */
export function nameOfList({ source, order }: OrderedSource): string {
  return `${source.name} by ${order.by?.name ?? 'key'} ${order.descending ? 'desc' : 'asc'}`;
}

/** The order in which a stretch is read, from its end. */
export function ordering({ source, order, stretch }: List): SQL[] {
  const direction = order.descending === stretch.backward ? asc : desc;
  const key = direction(source.key);
  return order.by === null ? [key] : [direction(orderedBy(order.by, source)), key];
}

/** A plus takes the index of the order out of the planner's sight. */
function orderedBy(by: SQLiteColumn, { isNarrow = false }: Source): SQL | SQLiteColumn {
  return isNarrow ? sql`+${by}` : by;
}

/**
 * The end that a stretch is read from is always a bound, so that its first page and its last are one statement.
 * A row value is one seek, where `a < ? or (a = ? and key < ?)` would be a scan. Without the collation SQLite would seek
 * by the first of the two alone, since a key that is a rowid has none, and pass over all that is of unknown time.
 */
export function bounds({ source, order, stretch }: List): SQL[] {
  const row =
    order.by === null ? sql`${source.key}` : sql`(${orderedBy(order.by, source)}, ${source.key})`;
  const bound = (name: string) =>
    order.by === null
      ? placeholder(`${name}.key`)
      : sql`(${placeholder(`${name}.value`)}, ${placeholder(`${name}.key`)} collate binary)`;
  const [later, earlier] = order.descending ? [sql`<`, sql`>`] : [sql`>`, sql`<`];
  const after = sql`${row} ${later} ${bound('after')}`;
  const before = sql`${row} ${earlier} ${bound('before')}`;
  if (stretch.isBounded) return [after, before];
  return [stretch.backward ? before : after];
}
