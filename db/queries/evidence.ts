import { eq, getColumns, isNull, sql } from 'drizzle-orm';
import type { Source } from '../read/page.ts';
import { allOfEach, oneOfEach, place, placeholder } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { chainAsRead } from '../rules/attribution.ts';
import { evidence } from '../tables/evidence.ts';

const { stance, article, ...columns } = getColumns(evidence);
const fields = {
  place,
  ...columns,
  stanceKey: stance,
  articleKey: article,
  url: sql<string | null>`(select url from articles where key = ${article})`,
  /** As JSON, who is shown for each link of its chain, from the publisher to the holder; see `chainAsRead`. */
  links: sql<string>`(select json_group_array(actor) from (
    select coalesce(link.shown, link.key) as actor from attributions cross join actors link on link.key = attributions.actor
    where attributions.evidence = ${evidence.key} order by attributions.position)) || ''`,
};

/** A piece of evidence as the record holds it. */
export type EvidenceOnRecord = RowOf<typeof fields>;
export const evidenceShape = rowShape(fields, 'evidence');

/** The chain of a piece of evidence as it is read, by the keys of those who are shown. */
export function chainOf({ links }: Pick<EvidenceOnRecord, 'links'>): readonly number[] {
  const recorded: readonly number[] = JSON.parse(links);
  return chainAsRead(recorded);
}

/** The pieces of evidence with these `keys`, in their order. */
export const evidenceByKey = oneOfEach('evidenceByKey', evidenceShape, {
  from: evidence,
  on: (parent) => eq(evidence.key, parent),
});

/** The pieces of evidence with these `keys`, which are public ids, in their order; one that may not be seen has no key. */
export const evidenceById = oneOfEach('evidenceById', evidenceShape, {
  from: evidence,
  on: (parent) => sql`${evidence.id} = ${parent} and (${placeholder('seesDrafts')} or exists (
        select 1 from stances cross join claims on claims.key = stances.claim
        where stances.key = ${evidence.stance} and stances.review = 'VERIFIED'
          and claims.public_at is not null and claims.review = 'VERIFIED'
      ))`,
});

/** What shows each of `keys`, which are stances, in the order of the record. */
export const evidenceOfStances = allOfEach('evidenceOfStances', evidenceShape, {
  from: evidence,
  on: (parent) => eq(evidence.stance, parent),
});

/** What is quoted from each of `keys`, which are articles, for a listed stance. */
export const evidenceInArticles: Source = {
  name: 'evidenceInArticles',
  table: evidence,
  from: evidence,
  key: evidence.key,
  isIndexed: true,
  where: (parent) => [
    eq(evidence.article, parent),
    isNull(evidence.withdrawnAt),
    sql`exists (select 1 from stances where key = ${evidence.stance} and listed = 1)`,
  ],
};
