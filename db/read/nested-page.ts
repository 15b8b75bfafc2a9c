import { and, asc, desc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { bounds, fewLookedAt, type List, ordering } from './page.ts';
import { placeholder, readFor, select, told, type Write } from './query.ts';
import type { Fields, RowShape } from './row.ts';

/** A stretch of a list that stands inside another statement: of the parent's list, where each parent has its own. */
export interface NestedList extends List {
  readonly shape: Pick<RowShape<unknown>, 'fields'>;
  readonly parent: SQL | undefined;
}

/** What `write` makes of each row, in the order of the list. Takes what `page` takes, with no more rows than the page has. */
export function rowsOfPage(list: NestedList, write: Write): SQLWrapper {
  const { parent, shape, source, stretch } = list;
  const { args = {}, from, table, where } = source;
  const isReadInOrder = from === table && !stretch.backward && Object.keys(args).length === 0;
  if (!isReadInOrder) return rowsFound(list, write, false);
  const { rows, key } = readFor(parent, told(write(shape.fields)), { tables: [table] });
  rows.where(and(...where(key), ...bounds(list))).orderBy(...ordering(list));
  return rows.limit(placeholder('limit'));
}

/** What `write` makes of the first row of a page, or of its last; `null` as text where it is empty. */
export const endOfPage = (list: NestedList, write: Write, isLast: boolean): SQL =>
  sql`coalesce(${rowsFound(list, write, isLast).limit(1)}, 'null')`;

/** Whether there is more behind the page, seen from the end that it is read from. */
export const moreThanPage = (list: NestedList): SQL =>
  sql`exists ${behindPage(list, { one: sql`1` })}`;

/** Whether so many rows of the parent have to be looked at for the page that it is to be read aside; null where an index keeps them few. */
export function looksAtMany({ parent, source: { isIndexed, looksAt } }: NestedList): SQL | null {
  if (isIndexed || looksAt === undefined) return null;
  const { rows, key } = readFor(parent, { one: sql`1` }, { tables: [looksAt.from] });
  rows.where(and(...looksAt.where(key))).limit(1);
  return sql`exists ${rows.offset(fewLookedAt)}`;
}

/** The key of what comes next behind the page. */
export const keyAfterPage = (list: NestedList): SQL =>
  sql`${behindPage(list, { key: list.source.key })}`;

function behindPage(list: NestedList, chosen: Fields) {
  const { parent, source } = list;
  const { from, key, table, where } = source;
  const found = readFor(parent, chosen, { tables: isJoined(list) ? [from, table] : [from] });
  found.rows.where(and(...joining(list), ...where(found.key), ...bounds(list)));
  if (from !== table) found.rows.groupBy(key);
  return found.rows
    .orderBy(...ordering(list))
    .limit(1)
    .offset(placeholder('limit'));
}

/** Whether keys that are found elsewhere go by their rows, too: those of a list of the whole record do. */
const isJoined = ({ parent, source: { from, table } }: NestedList): boolean =>
  parent === undefined && from !== table;

const joining = (list: NestedList): readonly SQL[] =>
  isJoined(list) ? [eq(list.source.table.key, list.source.key)] : [];

/** The keys are found first: what is told of a row may cost much, and is told of no other then. */
function rowsFound(list: NestedList, write: Write, isReversed: boolean) {
  const { order, parent, shape, source } = list;
  const { from, key, table, where } = source;
  const chosen = told(write(shape.fields));
  const found = readFor(parent, chosen, { tables: [table], within: [from] });
  const keys = select({ key }).from(from).$dynamic();
  if (isJoined(list)) keys.crossJoin(table);
  keys.where(and(...joining(list), ...where(found.key), ...bounds(list)));
  if (from !== table) keys.groupBy(key);
  keys.orderBy(...ordering(list)).limit(placeholder('limit'));
  const direction = order.descending === isReversed ? asc : desc;
  const last = direction(table.key);
  return found.rows
    .where(inArray(table.key, keys))
    .orderBy(...(order.by === null ? [last] : [direction(order.by), last]));
}
