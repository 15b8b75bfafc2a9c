import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { alias, QueryBuilder, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { statement } from '../read/read.ts';
import { actors } from '../tables/actor.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import { affiliations } from '../tables/affiliation.ts';
import { claims } from '../tables/claim.ts';
import { claimLinks } from '../tables/claim-link.ts';
import { following, isAmong } from './export.ts';

const select = new QueryBuilder();

const limit = sql.placeholder('limit');

/** Whether no earlier row says the same in all of these columns. */
function isFirst(
  table: SQLiteTable & { readonly key: SQLiteColumn },
  columns: SQLiteColumn[],
): SQL {
  const same = columns.map(
    ({ name }) => sql`first.${sql.identifier(name)} is ${table}.${sql.identifier(name)}`,
  );
  return sql`not exists (select 1 from ${table} first where ${sql.join(same, sql` and `)} and first.key < ${table.key})`;
}

const affiliated = alias(actors, 'affiliated');
const affiliatedTo = alias(actors, 'affiliated_to');

const affiliationContent = () =>
  select
    .select({
      key: affiliations.key,
      id: affiliations.id,
      actor: affiliated.slug,
      of: affiliatedTo.slug,
      kind: affiliations.kind,
      role: affiliations.role,
      from: affiliations.from,
      until: affiliations.until,
    })
    .from(affiliations)
    .innerJoin(affiliated, eq(affiliated.key, affiliations.actor))
    .innerJoin(affiliatedTo, eq(affiliatedTo.key, affiliations.of))
    .$dynamic();

/** The affiliations that these actors have. */
export const affiliationsOf = statement(affiliationContent().where(isAmong(affiliated.slug)));
/** A page of affiliations, equal ones once. */
export const affiliationsInOrder = statement(
  affiliationContent()
    .where(
      and(
        following(affiliations),
        isFirst(affiliations, [
          affiliations.actor,
          affiliations.of,
          affiliations.kind,
          affiliations.role,
          affiliations.from,
          affiliations.until,
        ]),
      ),
    )
    .orderBy(asc(affiliations.key))
    .limit(limit),
);

const linkFrom = alias(claims, 'link_from');
const linkTo = alias(claims, 'link_to');

const linkContent = () =>
  select
    .select({
      key: claimLinks.key,
      id: claimLinks.id,
      from: linkFrom.slug,
      to: linkTo.slug,
      kind: claimLinks.kind,
      judgement: claimLinks.judgement,
      shown: claimLinks.shown,
      reason: claimLinks.reason,
      revokedReason: claimLinks.revokedReason,
    })
    .from(claimLinks)
    .innerJoin(linkFrom, eq(linkFrom.key, claimLinks.from))
    .innerJoin(linkTo, eq(linkTo.key, claimLinks.to))
    .$dynamic();

/** The links that lead from these claims, revoked ones included. */
export const linksFrom = statement(linkContent().where(isAmong(linkFrom.slug)));
/** A page of links, revoked ones included, equal ones once. */
export const linksInOrder = statement(
  linkContent()
    .where(
      and(
        following(claimLinks),
        isFirst(claimLinks, [
          claimLinks.from,
          claimLinks.to,
          claimLinks.kind,
          claimLinks.judgement,
          claimLinks.shown,
          claimLinks.reason,
          claimLinks.revokedReason,
        ]),
      ),
    )
    .orderBy(asc(claimLinks.key))
    .limit(limit),
);

const mergeFrom = alias(actors, 'merge_from');
const mergeInto = alias(actors, 'merge_into');

const mergeContent = () =>
  select
    .select({
      key: actorMerges.key,
      id: actorMerges.id,
      from: mergeFrom.slug,
      into: mergeInto.slug,
      judgement: actorMerges.judgement,
      reason: actorMerges.reason,
      revokedReason: actorMerges.revokedReason,
    })
    .from(actorMerges)
    .innerJoin(mergeFrom, eq(mergeFrom.key, actorMerges.from))
    .innerJoin(mergeInto, eq(mergeInto.key, actorMerges.into))
    .$dynamic();

/** The judgements that these actors are others, revoked ones included. */
export const mergesOf = statement(mergeContent().where(isAmong(mergeFrom.slug)));
/** A page of merges, revoked ones included, equal ones once. */
export const mergesInOrder = statement(
  mergeContent()
    .where(
      and(
        following(actorMerges),
        isFirst(actorMerges, [
          actorMerges.from,
          actorMerges.into,
          actorMerges.judgement,
          actorMerges.reason,
          actorMerges.revokedReason,
        ]),
      ),
    )
    .orderBy(asc(actorMerges.key))
    .limit(limit),
);
