import { and, asc, eq, sql } from 'drizzle-orm';
import { nameOfList, type OrderedSource } from './page.ts';
import { parentAmong, placeholder, select } from './query.ts';
import { type Reader, type Statement, statement } from './read.ts';

/**
 * The key of the row before each page but the first, where a list of the whole record is read by its keys in pages of `size`, the
 * earliest first: no more than `limit` of them. Its rows are numbered along the index that leads to them.
 */
export function keysBeforePages(
  reader: Reader,
  list: OrderedSource,
): Statement<{ readonly key: number }> {
  const { from, key, table, where } = list.source;
  return reader.shape(`before pages of ${nameOfList(list)}`, () => {
    const numbered = select({
      before: sql<number>`lag(${key}) over (order by ${key})`.as('before'),
      number: sql<number>`row_number() over (order by ${key})`.as('number'),
    })
      .from(from)
      .$dynamic();
    if (from !== table) numbered.crossJoin(table);
    const rows = numbered
      .where(and(from === table ? undefined : eq(table.key, key), ...where(parentAmong)))
      .as('numbered');
    return statement(
      select({ key: sql<number>`${rows.before}` })
        .from(rows)
        .where(sql`${rows.number} > 1 and (${rows.number} - 1) % ${placeholder('size')} = 0`)
        .orderBy(asc(rows.number))
        .limit(placeholder('limit')),
    );
  });
}
