import { assertKept } from '../encoding/decoded.ts';
import { NoArticle } from '../unreadable.ts';
import { decodedPage, type Transport } from './decode.ts';
import { articleOnPage, type PageArticle } from './page.ts';

/** The article on a page, and what of it was left out or read otherwise than the page says, a sentence each. */
export interface PageRead {
  readonly article: PageArticle;
  readonly notes: readonly string[];
}

/** Reads the bytes of a page. @throws Unreadable where they are none, and NoArticle where none is on it */
export function readPage(bytes: Uint8Array, transport?: Transport): PageRead {
  const decoded = decodedPage(bytes, transport);
  const article = articleOnPage(decoded.text);
  if (article === null) throw new NoArticle('there is no article on this page.');
  assertKept(decoded, article);
  return { article, notes: decoded.notes };
}
