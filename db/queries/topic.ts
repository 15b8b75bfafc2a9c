import { type SQL, sql } from 'drizzle-orm';
import { mostCounted, type Order } from '../read/page.ts';
import { placeholder, type Query, query, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { claimTopics } from '../tables/claim.ts';

const countedRows = sql.raw(String(mostCounted + 1));

/** The listed claims with a topic. */
const claimsWith = (topic: SQL): SQL =>
  sql`select 1 from claim_topics held cross join claims on claims.key = held.claim
    where held.topic = ${topic} and claims.listed = 1`;

const fields = {
  /** No two topics have the same name, which alone says where one stands. */
  key: sql<number>`0`,
  name: sql<string>`found.name`,
  /** How many listed claims have it, up to one more than are counted. */
  claims: sql<number>`(select count(*) from (${claimsWith(sql`found.name`)} limit ${countedRows}))`,
};

/** A topic of listed claims. */
export type TopicOnRecord = RowOf<typeof fields>;
const topicShape = rowShape(fields);

/** Topics as their names are sorted. */
export const topicOrder: Order = { by: claimTopics.topic, column: 'name', descending: false };

/** Each step seeks the next topic, however many claims the one before has. What it answers comes in that order. */
const topicsFrom = (isBackward: boolean, [after, before]: readonly [SQL, SQL]): SQL => {
  const next = (bounds: SQL) =>
    sql`(select ${sql.raw(isBackward ? 'max' : 'min')}(topic) from claim_topics where ${bounds})`;
  const within = sql`topic > ${after} and topic < ${before}`;
  const further = isBackward
    ? sql`topic > ${after} and topic < step.name`
    : sql`topic > step.name and topic < ${before}`;
  return sql`(with recursive step(name) as (
      select ${next(within)} union all select ${next(further)} from step where step.name is not null
    ) select name from step where name is not null and exists (${claimsWith(sql`step.name`)}))`;
};

/** A page of the topics. Takes `limit` and its bounds, `after` and `before`. */
export const topicPage = (isBackward: boolean): Query<TopicOnRecord> =>
  query(`topics ${isBackward}`, topicShape, (chosen) => {
    const bounds = [
      sql`${placeholder('after.value')}`,
      sql`${placeholder('before.value')}`,
    ] as const;
    return select(chosen)
      .from(sql`${topicsFrom(isBackward, bounds)} found`)
      .limit(placeholder('limit'));
  });

/** How many topics there are, up to one more than are counted. */
export const topicCount = statement(
  select({ total: sql<number>`count(*)` }).from(
    sql`(select 1 from ${topicsFrom(false, [sql`''`, sql`char(1114111)`])} limit ${countedRows})`,
  ),
);
