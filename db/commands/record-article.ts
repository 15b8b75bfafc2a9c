import {
  type ArticleContent,
  type ArticleInput,
  articleContent,
  articleOnRecord,
  columnsOfText,
  completionOf,
} from '../rules/article-content.ts';
import type { VersionPlace } from '../rules/version-place.ts';
import { articles } from '../tables/article.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { completeArticle } from './complete-article.ts';
import { markArticleErased } from './erase-article-text.ts';
import { keepVersions } from './keep-versions.ts';
import { markArticleWithdrawn } from './mark-withdrawn.ts';
import { freeSlug, newId } from './new-name.ts';
import { placeOnPage, putBehind, tellReturn } from './page-versions.ts';
import { recordViewOf } from './reference.ts';
import { indexArticle } from './search-index.ts';
import { tellEdit } from './tell-edit.ts';
import { touchClaimsShownIn } from './touch-claims.ts';
import { unchanged } from './unchanged.ts';

/**
 * Puts an article on record. The same text from the same outlet is one article: it is on record already, and takes
 * its text from this one where the record had only its hash. Another text of the same outlet at the same address is another
 * version, and comes in by its time of issue.
 */
export async function recordArticle(tx: WriteTx, input: ArticleInput): Promise<Recorded> {
  const { content, known, completion } = await judged(tx, input);
  if (known === null) return insertArticle(tx, content, await placeOnPage(tx, content));
  if (completion !== null) return completeArticle(tx, known, completion);
  await tellReturn(tx, content, known);
  return unchanged(tx, { noun: 'article', key: known.key, id: known.id });
}

/** The same, as a line of a file tells it: it supersedes what it is told to, and nothing else. */
export async function recordArticleAsTold(tx: WriteTx, input: ArticleInput): Promise<Recorded> {
  const { content, known, completion } = await judged(tx, input);
  if (known === null) {
    return insertArticle(tx, content, { supersedes: content.supersedes?.key ?? null, next: [] });
  }
  if (completion !== null) return completeArticle(tx, known, completion);
  return unchanged(tx, { noun: 'article', key: known.key, id: known.id });
}

async function judged(tx: WriteTx, input: ArticleInput) {
  const view = await recordViewOf(tx, (names) => names.article(input));
  const content = articleContent(input, view);
  const known = articleOnRecord(content, view);
  const completion = known === null ? null : completionOf(content, known, view);
  return { content, known, completion };
}

async function insertArticle(
  tx: WriteTx,
  content: ArticleContent,
  { supersedes, next }: VersionPlace,
): Promise<Recorded> {
  const { erasedReason, withdrawnReason, ...told } = content;
  const outlet = content.outlet?.key ?? null;
  const creditedTo = content.creditedTo?.key ?? null;
  await acceptActors(tx, [outlet, creditedTo]);
  const at = tx.tick();
  const id = newId('article', at);
  const key = await insertRow(tx.drizzle, articles, {
    ...told,
    ...columnsOfText(content.text),
    id,
    slug: content.slug ?? (await freeSlug(tx, 'article', { text: content.title })),
    outlet,
    creditedTo,
    supersedes,
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
  await putBehind(tx, next, key);
  if (supersedes !== null || next.length > 0) {
    await keepVersions(tx, { articles: [key] });
    for (const version of next) await touchClaimsShownIn(tx, version);
    await tellEdit(tx, key);
  }
  if (erasedReason !== null) await markArticleErased(tx, key, erasedReason);
  if (withdrawnReason !== null) await markArticleWithdrawn(tx, key, withdrawnReason);
  return { noun: 'article', key, id, created: true, seq };
}
