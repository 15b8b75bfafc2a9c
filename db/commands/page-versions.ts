import { inArray } from 'drizzle-orm';
import { lastReturn, textsOfVersions, versionsOfPage } from '../queries/article-versions.ts';
import { versionDates } from '../queries/version-changes.ts';
import type { ArticleContent } from '../rules/article-content.ts';
import type { RecordedArticle } from '../rules/record-view.ts';
import { isEdited } from '../rules/text-changes.ts';
import {
  isReturn,
  newestVersion,
  placeOfVersion,
  type VersionGiven,
  type VersionKnown,
  type VersionPlace,
} from '../rules/version-place.ts';
import { articles } from '../tables/article.ts';
import type { WriteTx } from '../write/transaction.ts';
import { appendEdit } from './tell-edit.ts';

/** Where a text comes in among those that its outlet had at the same address before. What it is told to supersede goes first. */
export async function placeOnPage(tx: WriteTx, content: ArticleContent): Promise<VersionPlace> {
  const { supersedes } = content;
  if (supersedes !== null) return { supersedes: supersedes.key, next: [] };
  return placeOfVersion(datesOf(content), await versionsOf(tx, content));
}

/** Lets versions supersede the one that came in before them. Each event keeps what it superseded. */
export async function putBehind(
  tx: WriteTx,
  next: readonly number[],
  supersedes: number,
): Promise<void> {
  if (next.length === 0) return;
  const known = await tx.drizzle
    .select({ key: articles.key, supersedes: articles.supersedes })
    .from(articles)
    .where(inArray(articles.key, [...next]));
  await tx.drizzle
    .update(articles)
    .set({ supersedes })
    .where(inArray(articles.key, [...next]));
  for (const { key, supersedes: before } of known) {
    tx.append({
      type: 'ARTICLE_CHANGED',
      noun: 'article',
      subject: key,
      at: tx.tick(),
      visibility: 'PUBLIC',
      payload: { before: { supersedes: before } },
    });
  }
}

/** Tells that a page returned to the text of an article on record, where another one stood there last. */
export async function tellReturn(
  tx: WriteTx,
  content: ArticleContent,
  known: RecordedArticle,
): Promise<void> {
  if (known.url !== content.url || known.withdrawnReason !== null) return;
  const versions = await versionsOf(tx, content);
  const newest = newestVersion(versions);
  if (newest === undefined) return;
  const keys = JSON.stringify(versions.map(({ key }) => key));
  const [back] = await tx.reader.read(lastReturn, { articles: keys });
  const isBack = back !== undefined && back.at > newest.recordedAt;
  const shown = isBack ? { key: back.subject, recordedAt: back.at, ...seenIn(back.seen) } : newest;
  const seen = datesOf(content);
  if (shown.key === known.key || !isReturn(seen, shown)) return;
  const pair = JSON.stringify([shown.key, known.key]);
  const texts = await tx.reader.read(textsOfVersions, { articles: pair });
  const [one, other] = texts.map(({ text }) => text);
  const isAlike = one && other && !isEdited(one, other);
  if (!isAlike) appendEdit(tx, known.key, { seen });
}

async function versionsOf(
  tx: WriteTx,
  { url, outlet }: ArticleContent,
): Promise<readonly VersionKnown[]> {
  if (url === null || outlet === null) return [];
  const rows = await tx.reader.read(versionsOfPage, { url, outlet: outlet.key });
  return rows.map((row) => ({ ...versionDates(row), isWithdrawn: row.isWithdrawn === 1 }));
}

function datesOf(content: ArticleContent): VersionGiven {
  const { publishedAt, publishedOn, modifiedAt, modifiedOn, retrievedAt } = content;
  return { publishedAt, publishedOn, modifiedAt, modifiedOn, retrievedAt };
}

/** The dates that such an event keeps, as `tellReturn` wrote them. */
function seenIn(json: string): VersionGiven {
  return JSON.parse(json);
}
