import { and, eq, getColumns, isNull, sql } from 'drizzle-orm';
import type { Source } from '../read/page.ts';
import { among, place, placeholder, query, select } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { actors } from '../tables/actor.ts';
import { attributions, evidence } from '../tables/evidence.ts';
import { actorShape } from './actor.ts';

const { stance, article, ...columns } = getColumns(evidence);
const fields = {
  place,
  ...columns,
  stanceKey: stance,
  articleKey: article,
  url: sql<string | null>`(select url from articles where key = ${article})`,
  /** The last link before the holder, or the publisher where there is none between. */
  onWordOfKey: sql<number>`(select actor from attributions where evidence = ${evidence.key}
    and position = max(0, (select max(position) - 1 from attributions where evidence = ${evidence.key})))`,
};

/** A piece of evidence as the record holds it. */
export type EvidenceOnRecord = RowOf<typeof fields>;
export const evidenceShape = rowShape(fields, 'evidence');

/** The pieces of evidence with these `keys`, in their order. */
export const evidenceByKey = query('evidenceByKey', evidenceShape, (chosen) =>
  select(chosen).from(among).leftJoin(evidence, eq(evidence.key, among.parent)),
);

/** The pieces of evidence with these `keys`, which are public ids, in their order; one that may not be seen has no key. */
export const evidenceById = query('evidenceById', evidenceShape, (chosen) =>
  select(chosen)
    .from(among)
    .leftJoin(
      evidence,
      sql`${evidence.id} = ${among.parent} and (${placeholder('seesDrafts')} or exists (
        select 1 from stances cross join claims on claims.key = stances.claim
        where stances.key = ${evidence.stance} and stances.review = 'VERIFIED'
          and claims.public_at is not null and claims.review = 'VERIFIED'
      ))`,
    ),
);

/** What shows each of `keys`, which are stances, in the order of the record. */
export const evidenceOfStances = query('evidenceOfStances', evidenceShape, (chosen) =>
  select(chosen).from(among).crossJoin(evidence).where(eq(evidence.stance, among.parent)),
);

/** What is quoted from each of `keys`, which are articles, for a listed stance. */
export const evidenceInArticles: Source = {
  name: 'evidenceInArticles',
  table: evidence,
  from: evidence,
  key: evidence.key,
  where: () => [
    eq(evidence.article, among.parent),
    isNull(evidence.withdrawnAt),
    sql`exists (select 1 from stances where key = ${evidence.stance} and listed = 1)`,
  ],
};

/** The links of each of `keys`, which are pieces of evidence, from the publisher to the holder. */
export const attributionOfEvidence = query('attributionOfEvidence', actorShape, (chosen) =>
  select(chosen)
    .from(among)
    .crossJoin(attributions)
    .crossJoin(actors)
    .where(and(eq(attributions.evidence, among.parent), eq(actors.key, attributions.actor))),
);
