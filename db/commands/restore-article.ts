import { and, eq, isNull } from 'drizzle-orm';
import type { Ref } from '../rules/reference.ts';
import { articles, articleWithdrawals } from '../tables/article.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { articleAt } from './reference.ts';
import { touchClaimsShownBy } from './touch-claims.ts';
import { unchanged } from './unchanged.ts';

export interface RestoreArticleInput {
  readonly article: Ref;
}

/** Ends the withdrawal of an article: what it shows counts again. One that is not withdrawn stays as it is. */
export async function restoreArticle(tx: WriteTx, input: RestoreArticleInput): Promise<Recorded> {
  const { key, id, withdrawnAt } = await articleAt(tx, input.article, ['article']);
  if (withdrawnAt === null) return unchanged(tx, { noun: 'article', key, id });

  const at = tx.tick();
  await tx.drizzle
    .update(articles)
    .set({ withdrawnAt: null, withdrawnReason: null })
    .where(eq(articles.key, key));
  await tx.drizzle
    .update(articleWithdrawals)
    .set({ restoredAt: at })
    .where(and(eq(articleWithdrawals.article, key), isNull(articleWithdrawals.restoredAt)));
  const seq = tx.append({
    type: 'ARTICLE_RESTORED',
    noun: 'article',
    subject: key,
    at,
    visibility: 'PUBLIC',
    payload: {},
  });
  await touchClaimsShownBy(tx, key);
  return { noun: 'article', key, id, created: false, seq };
}
