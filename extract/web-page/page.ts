import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { metadataOn, type PageMetadata } from './metadata.ts';
import { fuller, isProse, paragraphsIn } from './paragraphs.ts';
import { shortened } from './told-values.ts';

/** The article on a web page: what the page says of it, and its text. */
export interface PageArticle extends Omit<PageMetadata, 'headline'> {
  readonly title: string;
  readonly text: string;
}

/** The article on a page: its heading and paragraphs as text, a blank line between them; null where there is none. */
export function articleOnPage(html: string, address?: string): PageArticle | null {
  const { document } = parseHTML(html);
  const told = metadataOn(document, address);
  // It takes the document apart, so that what is told elsewhere on it is read before.
  const found = new Readability(document, { keepClasses: false }).parse();
  const { headline: title = '', ...metadata } = told.beside({
    title: found?.title ?? undefined,
    byline: found?.byline ?? undefined,
  });
  const shown = paragraphsIn(found?.content ?? '').filter((words) => words !== title);
  const paragraphs = fuller(shown, told.paragraphs);
  if (!paragraphs.some(isProse)) return null;
  const text = [title, ...paragraphs].filter((words) => words !== '').join('\n\n');
  return {
    title: title === '' ? shortened(paragraphs[0] ?? '') : title,
    text: `${text}\n`,
    ...metadata,
  };
}
