import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { Conflict } from '../rules/errors.ts';
import { type ArticleRow, articles } from '../tables/article.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { type ArticleContent, type ArticleInput, articleContent } from './article-content.ts';
import { completeArticle } from './complete-article.ts';
import { markArticleErased } from './erase-article-text.ts';
import type { Unknown } from './field.ts';
import { markArticleWithdrawn } from './mark-withdrawn.ts';
import { freeSlug, newId, slugField } from './new-name.ts';
import { indexArticle } from './search-index.ts';
import { differingKeys, unchanged } from './unchanged.ts';

export interface RecordArticleInput extends ArticleInput {
  readonly slug?: Unknown<string>;
}

/**
 * Puts an article on record. The same text from the same outlet is one article: it is on record already, and takes
 * its text from this one where the record had only its hash.
 */
export async function recordArticle(tx: WriteTx, input: RecordArticleInput): Promise<Recorded> {
  const slug = slugField(input.slug, ['slug']);
  const content = await articleContent(tx, input);
  const known = await articleKnown(tx, slug, content);
  if (known === null) return insertArticle(tx, slug, content);

  const isMissing = known.text === null && known.erasedAt === null;
  if (content.text !== null && isMissing) return completeArticle(tx, known, content.text);
  return unchanged(tx, { noun: 'article', key: known.key, id: known.id });
}

async function insertArticle(
  tx: WriteTx,
  slug: string | null,
  content: ArticleContent,
): Promise<Recorded> {
  await acceptActors(tx, [content.outlet, content.creditedTo]);
  const at = tx.tick();
  const id = newId('article', at);
  const key = await insertRow(tx.drizzle, articles, {
    ...content,
    id,
    slug: slug ?? (await freeSlug(tx, 'article', { text: content.title })),
    recordedAt: at,
    withdrawnAt: null,
    withdrawnReason: null,
    erasedAt: null,
  });
  await indexArticle(tx, { ...content, key });
  const seq = tx.append({
    type: 'ARTICLE_ADDED',
    noun: 'article',
    subject: key,
    at,
    visibility: 'PUBLIC',
    payload: {},
  });
  const { erasedReason, withdrawnReason } = content;
  if (erasedReason !== null) await markArticleErased(tx, key, erasedReason);
  if (withdrawnReason !== null) await markArticleWithdrawn(tx, key, withdrawnReason);
  return { noun: 'article', key, id, created: true, seq };
}

/** The article on record that this one is. @throws Conflict when it is told otherwise there */
async function articleKnown(
  tx: WriteTx,
  slug: string | null,
  content: ArticleContent,
): Promise<ArticleRow | null> {
  const bySlug = slug === null ? undefined : await articleWhere(tx, eq(articles.slug, slug));
  if (bySlug !== undefined) {
    assertSameArticle(bySlug, content, ['slug']);
    return bySlug;
  }
  const { sha256, outlet } = content;
  const isOutlet = outlet === null ? isNull(articles.outlet) : eq(articles.outlet, outlet);
  const byText = await articleWhere(tx, and(eq(articles.sha256, sha256), isOutlet));
  if (byText === undefined) return null;
  if (slug !== null) {
    const facts = { noun: 'article', reference: `sha256:${sha256}`, keys: ['slug'] };
    throw new Conflict(facts, ['slug']);
  }
  // Found by its text alone: what is not told here is no other content.
  const told = Object.entries(content).filter(([, value]) => value !== null && value !== false);
  assertSameArticle(byText, Object.fromEntries(told), ['sha256']);
  return byText;
}

function assertSameArticle(
  known: ArticleRow,
  content: Partial<ArticleContent>,
  path: readonly string[],
): void {
  const { text, withdrawnReason, erasedReason, ...told } = content;
  const keys = differingKeys(known, told);
  const isWithdrawn = withdrawnReason === undefined || withdrawnReason === null;
  if (!isWithdrawn && withdrawnReason !== known.withdrawnReason) keys.push('withdrawn');
  const isErased = erasedReason === undefined || erasedReason === null;
  if (!isErased && known.erasedAt === null) keys.push('erased');
  if (keys.length > 0) throw new Conflict({ noun: 'article', reference: known.slug, keys }, path);
}

async function articleWhere(
  tx: WriteTx,
  condition: SQL | undefined,
): Promise<ArticleRow | undefined> {
  const [article] = await tx.drizzle.select().from(articles).where(condition);
  return article;
}
