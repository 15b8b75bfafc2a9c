import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { columnsOfText } from '../rules/article-content.ts';
import { textField } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import { affiliationDrafts } from '../tables/affiliation-draft.ts';
import { articles } from '../tables/article.ts';
import { evidence } from '../tables/evidence.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { forgetWords } from './compare-text.ts';
import { articleAt } from './reference.ts';
import { unchanged } from './unchanged.ts';

export interface EraseArticleTextInput {
  readonly article: Ref;
  readonly reason: string;
}

/**
 * Takes the text of an article, and every quote of it, off for good: on legal request. Hash, offsets and all that rests
 * on them stay, and so does what its text was found alike to; whom its drafts would bring as spokespeople goes. The file still holds the words until it is compacted; see Database.compact.
 */
export async function eraseArticleText(
  tx: WriteTx,
  input: EraseArticleTextInput,
): Promise<Recorded> {
  const { key, id, erasedAt } = await articleAt(tx, input.article, ['article']);
  const reason = textField(input.reason, ['reason']);
  tx.endGroup();
  if (erasedAt !== null) return unchanged(tx, { noun: 'article', key, id });

  const [known] = await tx.drizzle.select().from(articles).where(eq(articles.key, key));
  if (known === undefined) throw new Error(`There is no article ${key}.`);
  await tx.drizzle
    .update(evidence)
    .set({ quote: null, prefix: '', suffix: '' })
    .where(eq(evidence.article, key));
  await forgetSpokespeople(tx, key);
  const seq = await markArticleErased(tx, key, reason);
  if (known.textKey !== null) await forgetUnlessHeld(tx, known.textKey);
  return { noun: 'article', key, id, created: false, seq };
}

/** Whom the text said that somebody speaks for: what was accepted is on record, and nothing is accepted any more. */
async function forgetSpokespeople(tx: WriteTx, article: number): Promise<void> {
  const shown = tx.drizzle
    .select({ stance: evidence.stance })
    .from(evidence)
    .where(eq(evidence.article, article));
  await tx.drizzle.delete(affiliationDrafts).where(inArray(affiliationDrafts.stance, shown));
}

/** Another outlet may have published the same text, which is still on record then. */
async function forgetUnlessHeld(tx: WriteTx, text: number): Promise<void> {
  const holding = await tx.drizzle
    .select({ key: articles.key })
    .from(articles)
    .where(and(eq(articles.textKey, text), isNotNull(articles.text)))
    .limit(1);
  if (holding.length === 0) await forgetWords(tx, text);
}

/** Notes that an article has no text any more, and tells the number of the event. */
export async function markArticleErased(
  tx: WriteTx,
  article: number,
  reason: string,
): Promise<number> {
  const at = tx.tick();
  await tx.drizzle
    .update(articles)
    .set({ ...columnsOfText(null), erasedAt: at })
    .where(eq(articles.key, article));
  return tx.append({
    type: 'ARTICLE_ERASED',
    noun: 'article',
    subject: article,
    at,
    visibility: 'PUBLIC',
    payload: { reason },
  });
}
