import { Row, type Siblings } from '../../db/read/row.ts';
import { byPlace } from './edge.ts';
import { ConnectionPage, type Listing } from './page.ts';

/** The page that these rows are, of which the last may only tell that there are more. */
export function pageOf<R extends object>(rows: readonly R[], listing: Listing): ConnectionPage<R> {
  const { size, stretch } = listing.window;
  const hasMore = rows.length > size;
  const siblings = siblingsOf(rows);
  if (hasMore) siblings?.keepFirst(size);
  if (stretch.backward) siblings?.reverse();
  return new ConnectionPage(rows, listing, { place: 0, hasMore });
}

/** Cuts the rows, which come in the ascending order of the list for each parent, into the pages of the parents. */
export function pagesOfEach<R extends object>(
  rows: readonly R[],
  listing: Listing,
  length: number,
): readonly ConnectionPage<R>[] {
  const { list, size, stretch } = listing.window;
  const siblings = siblingsOf(rows);
  if (list.order.descending) siblings?.reverse();
  const overfull = siblings ? dropOverflow(siblings, size, stretch.backward) : new Set();
  return byPlace(rows, length).map(
    (nodes, place) => new ConnectionPage(nodes, listing, { place, hasMore: overfull.has(place) }),
  );
}

/** Lets go of the row that each overfull page has too many: it only tells that there are more. */
function dropOverflow(siblings: Siblings, size: number, isFirst: boolean): ReadonlySet<unknown> {
  const places = siblings.column('place');
  const overfull = new Set<unknown>();
  const dropped = new Set<number>();
  let start = 0;
  for (let end = 1; end <= places.length; end += 1) {
    if (places[end] === places[start] && end < places.length) continue;
    if (end - start > size) {
      overfull.add(places[start]);
      dropped.add(isFirst ? start : end - 1);
    }
    start = end;
  }
  if (dropped.size > 0) siblings.drop(dropped);
  return overfull;
}

function siblingsOf(rows: readonly object[]): Siblings | undefined {
  const [row] = rows;
  return row instanceof Row ? row.siblings : undefined;
}
