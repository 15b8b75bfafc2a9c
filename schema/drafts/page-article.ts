import type { ArticleInput } from '../../db/rules/article-content.ts';
import { InputInvalid, PageInvalid } from '../../db/rules/errors.ts';
import type { Unknown } from '../../db/rules/field.ts';
import type { PageArticle } from '../../extract/web-page/page.ts';
import type { ArticleExtractor } from '../context.ts';
import type { PublishersTold } from './publishers.ts';

/** An article that is to be read: its text, or the page that it stands on. */
export interface ArticleToRead extends Omit<ArticleInput, 'title' | 'language'>, PublishersTold {
  /** Told by the page where it is not told here; so is all that a page tells. */
  readonly title?: Unknown<string>;
  readonly language?: Unknown<string>;
  /** The bytes of a page, in base64. */
  readonly page?: Unknown<string>;
  readonly carryEvidence?: Unknown<boolean>;
  /** Whether it is kept without being read. */
  readonly recordOnly?: Unknown<boolean>;
  /** Whether what the outlet tells in its own voice is drafted, too. */
  readonly narrated?: Unknown<boolean>;
}

/** One of which the text is known, and what of its page was left out or mended. */
export interface ArticleWithText {
  readonly article: Omit<ArticleToRead, 'page'> & { readonly title: string; readonly text: string };
  readonly notes: readonly string[];
}

/** Reads the page of an article that comes as one. @throws PageInvalid, InputInvalid */
export async function articleWithText(
  { page, ...told }: ArticleToRead,
  extractor: ArticleExtractor,
  options: { readonly signal?: AbortSignal | undefined },
): Promise<ArticleWithText> {
  const { title, text } = told;
  if (isGiven(page)) {
    if (isGiven(text)) throw new InputInvalid('Give the text or the page, not both.', ['page']);
    const address = told.url ?? undefined;
    return besides(told, await extractor.readPage(bytesOf(page), { ...options, address }));
  }
  if (!isGiven(text)) throw new InputInvalid('An article to read has its text.', ['text']);
  if (!isGiven(title)) throw new InputInvalid('A text comes with its title.', ['title']);
  return { article: { ...told, title, text }, notes: [] };
}

/** What is told here goes before what its page tells; and dates, and whose it is, are told here or there, not half of each. */
function besides(told: Omit<ArticleToRead, 'page'>, page: PageArticle): ArticleWithText {
  const { notes, text, title, publisher, ...others } = page;
  const { publishedAt, publishedOn, modifiedAt, modifiedOn, ...rest } = others;
  const isDated = isGiven(told.publishedAt ?? told.publishedOn);
  const isChanged = isGiven(told.modifiedAt ?? told.modifiedOn);
  const isOfSomebody = isGiven(told.outlet ?? told.publisher);
  return {
    article: {
      ...rest,
      ...(!isDated && { publishedAt: momentOf(publishedAt), publishedOn }),
      ...(!isChanged && { modifiedAt: momentOf(modifiedAt), modifiedOn }),
      ...(!isOfSomebody && { publisher }),
      ...Object.fromEntries(Object.entries(told).filter(([, value]) => isGiven(value))),
      // Told to be nobody's copy, it is nobody's.
      ...(told.creditedTo === null && { creditedTo: null }),
      title: told.title ?? title,
      text,
    },
    notes,
  };
}

function momentOf(moment: PageArticle['publishedAt']): number | undefined {
  return moment === undefined ? undefined : Date.parse(moment);
}

const mostBytes = 4_194_304;

/** @throws PageInvalid */
function bytesOf(page: string): Uint8Array {
  // Line ends are welcome between its letters, and no more than there are letters.
  const tooLarge = page.length > 3 * mostBytes;
  const letters = tooLarge ? '' : page.replace(/[\r\n]+/gu, '');
  if (!/^[A-Za-z\d+/]*={0,2}$/u.test(letters) || letters.length % 4 === 1) {
    throw new PageInvalid({ fault: 'NOT_BASE64', because: 'The page is not given as base64.' });
  }
  const bytes = Buffer.from(letters, 'base64');
  if (!tooLarge && bytes.length <= mostBytes) return bytes;
  const because = `The page is larger than ${mostBytes.toLocaleString('en')} bytes.`;
  throw new PageInvalid({ fault: 'TOO_LARGE', because });
}

function isGiven<T>(value: T): value is NonNullable<T> {
  return value !== undefined && value !== null;
}
