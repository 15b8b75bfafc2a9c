import {
  type ArticleContent,
  type ArticleInput,
  articleContent,
  articleOnRecord,
  columnsOfText,
  completionOf,
  likenessesTold,
} from '../rules/article-content.ts';
import type { RecordedArticle } from '../rules/record-view.ts';
import { articles } from '../tables/article.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { awaitReference, supersedeAwaited } from './awaited.ts';
import { completeArticle } from './complete-article.ts';
import { markArticleErased } from './erase-article-text.ts';
import { markArticleWithdrawn } from './mark-withdrawn.ts';
import { freeSlug, newId } from './new-name.ts';
import { recordText, touchClaimsShowing } from './record-text.ts';
import { recordViewOf } from './reference.ts';
import { indexArticle } from './search-index.ts';
import { shownActor } from './show-actors.ts';
import { unchanged } from './unchanged.ts';

/**
 * Puts an article on record. The same text from the same outlet is one article: it is on record already, and takes
 * its text from this one where the record had only its hash. `later` names what later lines of an import bring.
 */
export async function recordArticle(
  tx: WriteTx,
  input: ArticleInput,
  later?: ReadonlySet<string>,
): Promise<Recorded> {
  const view = await recordViewOf(tx, (names) => names.article(input), later);
  const content = articleContent(input, view);
  const known = articleOnRecord(content, view);
  if (known === null) return insertArticle(tx, content);

  const completion = completionOf(content, known, view);
  if (completion !== null) return completeArticle(tx, known, { ...content, ...completion });
  if (likenessesTold(content, known, view).length > 0) {
    return tellLikenesses(tx, known, { ...content, before: view.alikeTo(known.slug) });
  }
  return unchanged(tx, { noun: 'article', key: known.key, id: known.id });
}

/** Keeps which articles one on record is alike to, where the texts do not show it. */
async function tellLikenesses(
  tx: WriteTx,
  { key, id, sha256 }: RecordedArticle,
  { alike, before }: Pick<ArticleContent, 'alike'> & { readonly before: readonly string[] },
): Promise<Recorded> {
  const text = await recordText(tx, { sha256, text: null, alike });
  if (!text.isNews) return unchanged(tx, { noun: 'article', key, id });
  const seq = tx.append({
    type: 'ARTICLE_CHANGED',
    noun: 'article',
    subject: key,
    at: tx.tick(),
    visibility: 'PUBLIC',
    payload: { before: { alike: before } },
  });
  await touchClaimsShowing(tx, text);
  return { noun: 'article', key, id, created: false, seq };
}

async function insertArticle(tx: WriteTx, content: ArticleContent): Promise<Recorded> {
  const { erasedReason, withdrawnReason, alike, ...told } = content;
  const outlet = content.outlet?.key ?? null;
  const creditedTo = content.creditedTo?.key ?? null;
  await acceptActors(tx, [outlet, creditedTo]);
  const text = await recordText(tx, content);
  const at = tx.tick();
  const id = newId('article', at);
  const slug = content.slug ?? (await freeSlug(tx, 'article', { text: content.title }));
  const older = content.supersedes;
  const key = await insertRow(tx.drizzle, articles, {
    ...told,
    ...columnsOfText(content.text),
    id,
    textKey: text.key,
    slug,
    outlet,
    shownOutlet: outlet === null ? null : await shownActor(tx, outlet),
    creditedTo,
    supersedes: older?.isAwaited ? null : (older?.key ?? null),
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
  await awaitReference(tx, { noun: 'article', subject: key }, older);
  await supersedeAwaited(tx, { id, slug, sha256: content.sha256 });
  await touchClaimsShowing(tx, text);
  if (erasedReason !== null) await markArticleErased(tx, key, erasedReason);
  if (withdrawnReason !== null) await markArticleWithdrawn(tx, key, withdrawnReason);
  return { noun: 'article', key, id, created: true, seq };
}
