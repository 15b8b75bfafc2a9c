import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core';
import { statement } from '../read/read.ts';
import { articles } from '../tables/article.ts';
import { evidenceShownIn } from './evidence-versions.ts';

const query = new QueryBuilder();
const { placeholder } = sql;
const older = alias(articles, 'older');

/** Each of `keys`, which are articles, beside the one that it supersedes, where both texts are on record. */
export const changedTexts = statement(
  query
    .select({
      key: articles.key,
      text: sql<string>`${articles.text}`,
      textIsPublic: articles.textIsPublic,
      older: sql<string>`${older.text}`,
      olderIsPublic: older.textIsPublic,
    })
    .from(articles)
    .innerJoin(older, eq(older.key, articles.supersedes))
    .where(
      and(
        sql`${articles.key} in (select value from json_each(${placeholder('keys')}))`,
        isNotNull(articles.text),
        isNotNull(older.text),
      ),
    ),
);

/** The listed stances that lost their words with each of `keys`: live evidence stands in the version before, and none in it. */
export const stancesLost = statement(
  query
    .selectDistinct({ article: sql<number>`article`, stance: sql<number>`stance` })
    .from(
      sql`(
        select changed.key as article, live.stance from json_each(${placeholder('keys')}) chosen
        cross join articles changed on changed.key = chosen.value
        cross join evidence live on live.key in ${evidenceShownIn(sql`changed.supersedes`)} and live.withdrawn_at is null
        cross join stances on stances.key = live.stance and stances.listed = 1
        where not exists (
          select 1 from evidence still
          where still.stance = live.stance and still.withdrawn_at is null and (still.article = changed.key
            or exists (select 1 from evidence_versions where evidence = still.key and article = changed.key))
        )) lost`,
    )
    .orderBy(asc(sql`article`), asc(sql`stance`)),
);
