import { asc, eq, getColumns, sql } from 'drizzle-orm';
import { select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { articles } from '../tables/article.ts';
import { evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';

/** An article that is read for drafts. */
export const articleToDraft = statement(
  select(getColumns(articles))
    .from(articles)
    .where(eq(articles.key, sql.placeholder('article'))),
);

/** What the words of an article show on record, whatever became of it: where, how, whose, and by whom it was read. */
export const draftsOnArticle = statement(
  select({
    start: evidence.start,
    end: evidence.end,
    extractor: evidence.extractor,
    kind: stances.kind,
    actor: stances.actor,
    shownActor: stances.shownActor,
  })
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(eq(evidence.article, sql.placeholder('article')))
    .orderBy(asc(evidence.key)),
);
