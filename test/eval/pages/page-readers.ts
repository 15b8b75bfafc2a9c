import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { Unreadable } from '../../../extract/unreadable.ts';
import { articleOnPage } from '../../../extract/web-page/page.ts';
import type { PageReader } from './score-page.ts';

export const onrecordReader: PageReader = (html) => {
  const article = readOrRefused(html);
  if (article === null) return null;
  return {
    title: article.title,
    text: article.text,
    published: article.publishedAt ?? article.publishedOn,
    modified: article.modifiedAt ?? article.modifiedOn,
    byline: article.byline,
    language: article.language,
    url: article.url,
  };
};

function readOrRefused(html: string) {
  try {
    return articleOnPage(html);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

const blocks = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, pre, td, th, dt, dd, figcaption, div';

/** Readability as it comes: the text content of what it keeps, with a line end behind each block. */
export const readabilityAlone: PageReader = (html) => {
  const { document } = parseHTML(html);
  const found = read(document);
  if (!found?.content) return null;
  const { document: kept } = parseHTML(`<html><body>${found.content}</body></html>`);
  for (const block of kept.querySelectorAll(blocks)) block.append('\n');
  return {
    title: found.title ?? '',
    text: kept.body.textContent ?? '',
    published: found.publishedTime ?? undefined,
    modified: undefined,
    byline: found.byline ?? undefined,
    language: found.lang ?? undefined,
    url: undefined,
  };
};

function read(document: Document) {
  try {
    return new Readability(document).parse();
  } catch {
    return null;
  }
}
