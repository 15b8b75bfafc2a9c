import { eq, sql } from 'drizzle-orm';
import { locateQuote, surroundings } from '../rules/quote.ts';
import { type ArticleRow, articles } from '../tables/article.ts';
import { evidence } from '../tables/evidence.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { indexArticle } from './search-index.ts';

const updateSurroundings = (rows: string) => sql`
  update evidence set prefix = row ->> 1, suffix = row ->> 2
  from (select value as row from json_each(${rows})) where evidence.key = row ->> 0`;

/**
 * Gives an article its text, of which the record had only the hash.
 * @throws QuoteNotInArticle when evidence that was recorded without the text does not stand in it
 */
export async function completeArticle(
  tx: WriteTx,
  article: ArticleRow,
  text: string,
): Promise<Recorded> {
  const { key, id } = article;
  const shown = await tx.drizzle
    .select({
      key: evidence.key,
      quote: evidence.quote,
      start: evidence.start,
      end: evidence.end,
      withdrawnAt: evidence.withdrawnAt,
    })
    .from(evidence)
    .where(eq(evidence.article, key));
  const rows: (readonly [number, string, string])[] = [];
  for (const { quote, withdrawnAt, ...piece } of shown) {
    if (quote === null || withdrawnAt !== null) continue;
    const { start, end } = locateQuote(text, quote, { span: piece, path: ['text'] });
    const { prefix, suffix } = surroundings(text, start, end);
    rows.push([piece.key, prefix, suffix]);
  }
  await tx.drizzle.run(updateSurroundings(JSON.stringify(rows)));
  await tx.drizzle.update(articles).set({ text }).where(eq(articles.key, key));
  await indexArticle(tx, { ...article, text });
  const seq = tx.append({
    type: 'ARTICLE_CHANGED',
    noun: 'article',
    subject: key,
    at: tx.tick(),
    visibility: 'PUBLIC',
    payload: { before: { text: null } },
  });
  return { noun: 'article', key, id, created: false, seq };
}
