import type { OnRecordView } from '../queries/record-view.ts';
import { completionOf, likenessesTold } from '../rules/article-completion.ts';
import {
  type ArticleContent,
  type ArticleInput,
  articleContent,
  articleOnRecord,
} from '../rules/article-content.ts';
import type { RecordedArticle } from '../rules/record-view.ts';
import type { VersionPlace } from '../rules/version-place.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { awaitReference } from './awaited.ts';
import { completeArticle } from './complete-article.ts';
import { markArticleErased } from './erase-article-text.ts';
import { insertArticles } from './insert-article.ts';
import { keepVersions } from './keep-versions.ts';
import { markArticleWithdrawn } from './mark-withdrawn.ts';
import { placeOnPage, putBehind, tellReturn } from './page-versions.ts';
import { recordText, touchClaimsShowing } from './record-text.ts';
import { recordViewOf } from './reference.ts';
import { tellEdit } from './tell-edit.ts';
import { touchClaimsShownIn } from './touch-claims.ts';
import { unchanged } from './unchanged.ts';

/**
 * Puts an article on record. The same text from the same outlet is one article: it is on record already, and takes
 * its text from this one where the record had only its hash. Another text of the same outlet at the same address is another
 * version, and comes in by its time of issue.
 */
export async function recordArticle(tx: WriteTx, input: ArticleInput): Promise<Recorded> {
  const judged = await judge(tx, input);
  const { content, known } = judged;
  if (known === null) return insertArticle(tx, judged, await placeOnPage(tx, content));
  const changed = await completed(tx, known, judged);
  if (changed !== null) return changed;
  await tellReturn(tx, content, known);
  return unchanged(tx, { noun: 'article', key: known.key, id: known.id });
}

/**
 * The same, as a line of a file tells it: it supersedes what it is told to, and nothing else. `later` names what later
 * lines bring.
 */
export async function recordArticleAsTold(
  tx: WriteTx,
  input: ArticleInput,
  later: ReadonlySet<string> | undefined,
): Promise<Recorded> {
  const judged = await judge(tx, input, later);
  const { content, known } = judged;
  const older = content.supersedes;
  const supersedes = older?.isAwaited ? null : (older?.key ?? null);
  if (known === null) return insertArticle(tx, judged, { supersedes, next: [] });
  const changed = await completed(tx, known, judged);
  return changed ?? unchanged(tx, { noun: 'article', key: known.key, id: known.id });
}

async function judge(tx: WriteTx, input: ArticleInput, later?: ReadonlySet<string>) {
  const view = await recordViewOf(tx, (names) => names.article(input), later);
  return { view, ...judgeArticle(input, view) };
}

/** Judges an article by what is on record. @throws RecordError */
export function judgeArticle(input: ArticleInput, view: OnRecordView) {
  const content = articleContent(input, view);
  return { content, known: articleOnRecord(content, view) };
}

/** Takes what an article on record did not have: its text, or which others it is alike to. Null where there is none of it. */
async function completed(
  tx: WriteTx,
  known: RecordedArticle,
  { view, content }: Awaited<ReturnType<typeof judge>>,
): Promise<Recorded | null> {
  const completion = completionOf(content, known, view);
  if (completion !== null) return completeArticle(tx, known, { ...content, ...completion });
  if (likenessesTold(content, known, view).length === 0) return null;
  return tellLikenesses(tx, known, { ...content, before: view.alikeTo(known.slug) });
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

async function insertArticle(
  tx: WriteTx,
  { content, view }: Pick<Awaited<ReturnType<typeof judge>>, 'content' | 'view'>,
  { supersedes, next }: VersionPlace,
): Promise<Recorded> {
  const { erasedReason, withdrawnReason } = content;
  const [recorded] = await insertArticles(tx, [{ content, supersedes }], view);
  if (recorded === undefined) throw new Error('No article was inserted.');
  const { key } = recorded;
  await awaitReference(tx, { noun: 'article', subject: key }, content.supersedes);
  await putBehind(tx, next, key);
  if (supersedes !== null || next.length > 0) {
    await keepVersions(tx, { articles: [key] });
    for (const version of next) await touchClaimsShownIn(tx, version);
    await tellEdit(tx, key);
  }
  if (erasedReason !== null) await markArticleErased(tx, key, erasedReason);
  if (withdrawnReason !== null) await markArticleWithdrawn(tx, key, withdrawnReason);
  return recorded;
}
