import { AlreadyWithdrawn } from '../rules/errors.ts';
import { textField } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { markArticleWithdrawn } from './mark-withdrawn.ts';
import { articleAt } from './reference.ts';

export interface WithdrawArticleInput {
  readonly article: Ref;
  readonly reason: string;
}

/** Takes an article that should not have been recorded out of every standing. It stays readable. */
export async function withdrawArticle(tx: WriteTx, input: WithdrawArticleInput): Promise<Recorded> {
  const { key, id, slug, withdrawnAt } = await articleAt(tx, input.article, ['article']);
  const reason = textField(input.reason, ['reason']);
  if (withdrawnAt !== null) {
    throw new AlreadyWithdrawn({ noun: 'article', reference: slug }, ['article']);
  }
  const seq = await markArticleWithdrawn(tx, key, reason);
  return { noun: 'article', key, id, created: false, seq };
}
