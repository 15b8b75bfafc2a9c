import { headlineOf, isArticle, kindsOf } from './article-things.ts';
import type { Meta } from './page-head.ts';
import type { Thing } from './thing.ts';

/** What a page tells that it is: an article, a list of some, or where a site begins. */
export type PageKind = 'article' | 'list' | 'home' | undefined;

const lists = ['CollectionPage', 'ProfilePage', 'SearchResultsPage'];

interface PageTold {
  /** All that its structured data tells of. */
  readonly things: readonly Thing[];
  /** Those of them that are the article on it. */
  readonly articles: readonly Thing[];
  readonly meta: Meta;
  readonly canonical: readonly string[];
}

export function pageKindOf({ things, articles, meta, canonical }: PageTold): PageKind {
  if (articles.some((one) => isArticle(one) && headlineOf(one) !== undefined)) return 'article';
  const isOfAPerson = meta('og:type').some((type) => /^profile$/iu.test(type));
  if (isOfAPerson || things.some((one) => kindsOf(one).some((kind) => lists.includes(kind))))
    return 'list';
  return canonical.some(isOfASite) ? 'home' : undefined;
}

/** Whether an address is that of a whole site. */
function isOfASite(address: string): boolean {
  return /^(?:https?:\/\/[^/?#\s]+)?\/?$/iu.test(address.trim()) && address.trim() !== '';
}
