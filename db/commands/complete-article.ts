import { eq, sql } from 'drizzle-orm';
import { type Completion, columnsOfText } from '../rules/article-content.ts';
import { type ArticleRow, articles } from '../tables/article.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { keepVersions } from './keep-versions.ts';
import { indexArticle } from './search-index.ts';
import { tellEditsOf } from './tell-edit.ts';

const updateSurroundings = (rows: string) => sql`
  update evidence set prefix = row ->> 1, suffix = row ->> 2
  from (select value as row from json_each(${rows})) where evidence.key = row ->> 0`;

/** Gives an article its text, of which the record had only the hash. */
export async function completeArticle(
  tx: WriteTx,
  { key, id, title }: Pick<ArticleRow, 'key' | 'id' | 'title'>,
  { text, quotes }: Completion,
): Promise<Recorded> {
  const rows = quotes.map(({ key, prefix, suffix }) => [key, prefix, suffix]);
  await tx.drizzle.run(updateSurroundings(JSON.stringify(rows)));
  await tx.drizzle.update(articles).set(columnsOfText(text)).where(eq(articles.key, key));
  await indexArticle(tx, { key, title, text });
  const seq = tx.append({
    type: 'ARTICLE_CHANGED',
    noun: 'article',
    subject: key,
    at: tx.tick(),
    visibility: 'PUBLIC',
    payload: { before: { text: null } },
  });
  await keepVersions(tx, { articles: [key] });
  await tellEditsOf(tx, key);
  return { noun: 'article', key, id, created: false, seq };
}
