import type { Completion } from '../rules/article-completion.ts';
import { type ArticleContent, columnsOfText } from '../rules/article-content.ts';
import { type ArticleRow, articles } from '../tables/article.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { updateRow } from '../write/update.ts';
import { keepVersions } from './keep-versions.ts';
import { recordText, touchClaimsShowing } from './record-text.ts';
import { tellEditsOf } from './tell-edit.ts';

const updateQuotes = `
  update evidence set quote = row ->> 1, prefix = row ->> 2, suffix = row ->> 3
  from (select value as row from json_each(?)) where evidence.key = row ->> 0`;

/** Gives an article its text, of which the record had only the hash. */
export async function completeArticle(
  tx: WriteTx,
  { key, id }: Pick<ArticleRow, 'key' | 'id'>,
  { text, quotes, sha256, alike }: Completion & Pick<ArticleContent, 'sha256' | 'alike'>,
): Promise<Recorded> {
  const rows = quotes.map(({ key, quote, prefix, suffix }) => [key, quote, prefix, suffix]);
  await tx.run(updateQuotes, [JSON.stringify(rows)]);
  await updateRow(tx, articles, { key, set: columnsOfText(text) });
  const compared = await recordText(tx, { sha256, text, alike });
  const seq = tx.append({
    type: 'ARTICLE_CHANGED',
    noun: 'article',
    subject: key,
    at: tx.tick(),
    visibility: 'PUBLIC',
    payload: { before: { text: null } },
  });
  await touchClaimsShowing(tx, compared);
  await keepVersions(tx, { articles: [key] });
  await tellEditsOf(tx, key);
  return { noun: 'article', key, id, created: false, seq };
}
