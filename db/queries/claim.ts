import { eq, getColumns, type SQL, sql } from 'drizzle-orm';
import { flatten } from '../read/filter.ts';
import type { Source } from '../read/page.ts';
import { allOfEach, oneOfEach, place, placeholder, query, select } from '../read/query.ts';
import { type Fields, type RowOf, rowShape } from '../read/row.ts';
import { claims } from '../tables/claim.ts';
import { evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';
import { type ClaimReference, claimKey, isOneWithClaim, shownClaimOf } from './key.ts';

const { topics, allTopics, shown, ...columns } = getColumns(claims);
const fields = {
  place,
  ...columns,
  topics: allTopics,
  /** Of the very words that were asked for, whatever is shown for them. */
  ownKey: columns.key,
};

/** A claim as the record holds it. */
export type ClaimOnRecord = RowOf<typeof fields>;
export const claimShape = rowShape(fields, 'claim');

/** Who may read a claim that is asked for by name: everyone once it is public, even withdrawn; editors before. */
const isVisible: SQL = sql`(${placeholder('seesDrafts')} or (
  ${claims.publicAt} is not null and ${claims.review} = 'VERIFIED'
))`;

/** The claims with these `keys`, in their order; one that may not be seen has no key. */
export const claimsByKey = oneOfEach('claimsByKey', claimShape, {
  from: claims,
  on: (parent) => sql`${claims.key} = ${parent} and ${isVisible}`,
});

/** Wordings as they were recorded, each with the key of the claim that is shown for it, by which all its lists go. */
const asRecorded = (chosen: Fields): Fields =>
  'key' in chosen ? { ...chosen, key: sql`coalesce(${shown}, ${claims.key})` } : chosen;

/**
 * The claims with these `keys`, which are public ids, in their order; one that may not be seen has no key. Where other
 * words are shown for one, its key is theirs: its own are its words, and its standing and lists are those of the whole.
 */
export const claimsById = oneOfEach('claimsById', claimShape, {
  from: claims,
  on: (parent) => sql`${claims.id} = ${parent} and ${isVisible}`,
  as: asRecorded,
});

/** What is shown for the claims with these `keys`, in their order; what may not be seen has no key. */
export const claimsShownFor = oneOfEach('claimsShownFor', claimShape, {
  from: claims,
  on: (parent) => sql`${claims.key} = ${shownClaimOf(parent)} and ${isVisible}`,
});

/** The wordings with these `keys`, in their order, whatever is shown for them; one that may not be seen has no key. */
export const wordingsByKey = oneOfEach('wordingsByKey', claimShape, {
  from: claims,
  on: (parent) => sql`${claims.key} = ${parent} and ${isVisible}`,
  as: asRecorded,
});

/** The wordings of each of `keys`, which are claims that are shown, in the order of the record. */
export const wordingsOfClaims = allOfEach('wordingsOfClaims', claimShape, {
  from: claims,
  on: (parent) => sql`${isOneWithClaim(claims.key, parent)} and ${isVisible}`,
  orderBy: claims.key,
  as: asRecorded,
});

/** The claim that a reference at the path `by` names, if it may be seen. */
export const claimNamed = (by: ClaimReference) =>
  query(`claimNamed ${flatten(by, 'by').shape}`, claimShape, (chosen) =>
    select(chosen)
      .from(claims)
      .where(sql`${claims.key} = ${claimKey(by, 'by')} and ${isVisible}`),
  );

/** The claims that each of `keys`, which are actors, has a listed stance on. */
export const claimsOfActors: Source = {
  name: 'claimsOfActors',
  table: claims,
  from: stances,
  key: stances.shownClaim,
  isIndexed: true,
  where: (parent) => [eq(stances.shownActor, parent), sql`${stances.listed} = 1`],
};

/** The claims that words of each of `keys`, which are articles, show a listed stance on. */
export const claimsInArticles: Source = {
  name: 'claimsInArticles',
  table: claims,
  from: stances,
  key: stances.shownClaim,
  // Of an article few words are quoted.
  isIndexed: true,
  where: (parent) => [
    sql`${stances.key} in (select ${evidence.stance} from ${evidence}
      where ${evidence.article} = ${parent} and ${evidence.withdrawnAt} is null)`,
    sql`${stances.listed} = 1`,
  ],
};
