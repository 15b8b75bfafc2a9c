import { type ArticleOnRecord, articlesByKey } from '../../db/queries/article.ts';
import { articlesInChains } from '../../db/queries/article-versions.ts';
import { chainsIn, versionDates } from '../../db/queries/version-changes.ts';
import { entriesTold } from '../../db/read/facet.ts';
import { newestFirst } from '../../db/read/page.ts';
import { inOrderOfVersions } from '../../db/rules/issue.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import { Article, ArticleConnection } from '../objects.ts';
import { pageArgs } from '../reading/connection.ts';
import { countBy } from '../reading/count-by.ts';
import {
  batch,
  loadOne,
  type MaybePromise,
  type ResolverInput,
  whenRead,
} from '../reading/edge.ts';
import { seqForFeedCursor } from '../reading/list.ts';
import { ConnectionPage, type PageArgs, type Window, windowOf } from '../reading/page.ts';

interface Keyed {
  readonly key: number;
}

builder.objectField(Article, 'versions', (t) =>
  t.field({
    type: ArticleConnection,
    description:
      'All versions of its page, itself included, in their order: by time of issue, then retrieval, then recording, the earliest first.',
    args: pageArgs,
    ...batch<Keyed, ConnectionPage<ArticleOnRecord>, PageArgs>(['key'], (articles, at) =>
      pagesOfVersions(
        articles.map(({ key }) => key),
        at,
      ),
    ),
  }),
);

function pagesOfVersions(
  articles: readonly number[],
  at: ResolverInput<PageArgs>,
): MaybePromise<readonly ConnectionPage<ArticleOnRecord>[]> {
  const { args, context, info } = at;
  const window = windowOf({ name: 'versions', order: newestFirst }, args, context.db.seal);
  return whenRead(seqForFeedCursor(context, info), (seq) =>
    whenRead(readVersions(articles, at), (lists) => {
      const pages = lists.map((versions) => cutOut(versions, window));
      const totals = () => lists.map(({ length }) => length);
      const args = { keys: JSON.stringify(lists) };
      const counts = countBy(entriesTold, { args, totals }, context);
      const listing = { window, seq, totals, countBy: counts };
      const keys = pages.flatMap((page) => page.keys);
      return whenRead(loadOne(articlesByKey, keys, at), (rows) => {
        const read = rows.values();
        return pages.map(({ keys: own, hasMore }, place) => {
          const nodes = own.flatMap(() => read.next().value ?? []);
          return new ConnectionPage(nodes, listing, { place, hasMore });
        });
      });
    }),
  );
}

/** The keys of all versions of each page, in their order. */
function readVersions(
  articles: readonly number[],
  { context }: ResolverInput<PageArgs>,
): MaybePromise<readonly (readonly number[])[]> {
  const asked = { articles: JSON.stringify(articles) };
  return whenRead(context.aside.read(articlesInChains, asked), (joined) => {
    const chains = chainsIn(joined.map(versionDates)).map((chain) =>
      inOrderOfVersions(chain).map(({ key }) => key),
    );
    return articles.map((key) => chains.find((chain) => chain.includes(key)) ?? []);
  });
}

/** The page of a list that a window shows. @throws CURSOR_INVALID for the cursor of another page's version */
function cutOut(versions: readonly number[], { args, hasAfter, hasBefore, size, stretch }: Window) {
  const placeOf = (name: string) => {
    const place = versions.indexOf(Number(args[name]));
    if (place < 0) throw codedError('CURSOR_INVALID', 'This is a cursor of another list.');
    return place;
  };
  const start = hasAfter ? placeOf('after.key') + 1 : 0;
  const end = hasBefore ? placeOf('before.key') : versions.length;
  const all = versions.slice(start, end);
  const keys = stretch.backward ? all.slice(Math.max(0, all.length - size)) : all.slice(0, size);
  return { keys, hasMore: all.length > size };
}
