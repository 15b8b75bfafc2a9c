import { and, eq, getColumns, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { isGiven, valueAt } from '../read/filter.ts';
import type { Source } from '../read/page.ts';
import { oneOfEach, place, placeholder } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import type { ClaimLinkKind } from '../rules/vocabulary.ts';
import { claimLinks } from '../tables/claim-link.ts';
import { isOneWithClaim, shownClaimOf } from './key.ts';

const { from, to, ...columns } = getColumns(claimLinks);
const fields = { place, ...columns, fromKey: endOf(from), toKey: endOf(to) };

/** Where a link leads: to the claim that is shown or, of those that make it so, to the words that were linked. */
function endOf(end: SQLiteColumn): SQL<number> {
  return sql<number>`case when ${claimLinks.kind} = 'SAME_AS' then ${end} else ${shownClaimOf(end)} end`;
}

/** A link between claims as the record holds it. */
export type ClaimLinkOnRecord = RowOf<typeof fields>;
export const claimLinkShape = rowShape(fields, 'link');

/** Links between claims that are not public are for editors. */
const areEndsVisible: SQL = sql`(${placeholder('seesDrafts')} or 2 = (
  select count(*) from claims where key in (${claimLinks.from}, ${claimLinks.to})
  and public_at is not null and review = 'VERIFIED'
))`;

/** The links with these `keys`, in their order. */
export const claimLinksByKey = oneOfEach('claimLinksByKey', claimLinkShape, {
  from: claimLinks,
  on: (parent) => eq(claimLinks.key, parent),
});

/** The links with these `keys`, which are public ids, in their order; one that may not be seen has no key. */
export const claimLinksById = oneOfEach('claimLinksById', claimLinkShape, {
  from: claimLinks,
  on: (parent) => and(eq(claimLinks.id, parent), areEndsVisible),
});

/** Which links of a claim are meant. */
export interface ClaimLinkFilter {
  readonly kind?: ClaimLinkKind | null | undefined;
  /** Either end, unless said otherwise. */
  readonly direction?: 'OUTGOING' | 'INCOMING' | 'BOTH' | null | undefined;
}

const leadsFrom = (claim: SQL) => isOneWithClaim(claimLinks.from, claim);
const leadsTo = (claim: SQL) => isOneWithClaim(claimLinks.to, claim);
const isEnd = {
  OUTGOING: leadsFrom,
  INCOMING: leadsTo,
  BOTH: (claim: SQL) => or(leadsFrom(claim), leadsTo(claim)),
};

/** The links in force at each of `keys`, which are claims, to claims that may be seen. */
export function linksOfClaims({ kind, direction }: ClaimLinkFilter): Source {
  const end = direction ?? 'BOTH';
  return {
    name: `linksOfClaims ${end} ${isGiven(kind)}`,
    args: isGiven(kind) ? { 'filter.kind': kind } : {},
    table: claimLinks,
    from: claimLinks,
    key: claimLinks.key,
    isIndexed: true,
    where: (parent) => [
      isEnd[end](parent),
      isGiven(kind) ? eq(claimLinks.kind, valueAt('filter.kind')) : undefined,
      isNull(claimLinks.revokedAt),
      areEndsVisible,
    ],
  };
}
