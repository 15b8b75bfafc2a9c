import type { ArticleContent } from './article-content.ts';
import { quoteAt } from './evidence-place.ts';
import { assertToldFirst } from './first-shown.ts';
import { locateQuote, surroundings } from './quote.ts';
import type { RecordedArticle, RecordView, ReferredArticle } from './record-view.ts';

/** The articles that an article on record is told to be alike to, where neither the record nor the texts know of it. */
export function likenessesTold(
  { alike }: ArticleContent,
  known: RecordedArticle,
  view: RecordView,
): readonly ReferredArticle[] {
  const before = view.alikeTo(known.slug);
  return alike.filter(
    ({ slug, sha256, text }) =>
      sha256 !== known.sha256 && !before.includes(slug) && (known.text === null || text === null),
  );
}

/** A text that comes later than its article, and the quotes that were recorded without it, with what stands around them. */
export interface Completion {
  readonly text: string;
  readonly quotes: readonly {
    readonly key: number;
    /** Found in the text where it was left out. */
    readonly quote: string;
    readonly prefix: string;
    readonly suffix: string;
  }[];
}

/**
 * What the text brings of an article of which the record has the hash alone, and had no more; null where there is no
 * such text.
 * @throws QuoteNotInArticle when words that were recorded without it do not stand in it
 * @throws InputInvalid when it was told otherwise which version is the first with some words
 */
export function completionOf(
  { text }: ArticleContent,
  known: RecordedArticle,
  view: RecordView,
): Completion | null {
  if (text === null || known.text !== null || known.erasedReason !== null) return null;
  const quotes = view.quotesFrom(known.slug).map(({ key, start, end, quote: told }) => {
    const quote = told ?? quoteAt(text, { start, end }, ['text']);
    const place = locateQuote(text, quote, { span: { start, end }, path: ['text'] });
    return { key, quote, ...surroundings(text, place.start, place.end) };
  });
  assertToldFirst(text, view.toldFirst(known.slug), ['text']);
  return { text, quotes };
}
