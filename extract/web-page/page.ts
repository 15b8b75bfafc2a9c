import { Readability } from '@mozilla/readability';
import { documentOf } from './document.ts';
import { areaMark, layoutOf } from './layout.ts';
import { metadataOn, type PageMetadata } from './metadata.ts';
import { articleBlocks, fuller, isListing } from './paragraphs.ts';
import { isProse, isSentence } from './prose.ts';
import { tidy } from './tidy.ts';

/** The article on a web page: what the page says of it, and its text. */
export interface PageArticle extends Omit<PageMetadata, 'headline'> {
  readonly title: string;
  readonly text: string;
}

/** The article on a page: its heading and paragraphs as text, a blank line between them; null where there is none. */
export function articleOnPage(html: string): PageArticle | null {
  const document = documentOf(html);
  const told = metadataOn(document);
  const layout = layoutOf(document.documentElement);
  const { content, ...found } = contentOf(document);
  const { headline, ...metadata } = told.beside({
    language: found.lang ?? undefined,
    byline: found.byline ?? undefined,
    published: found.publishedTime ?? undefined,
    publisher: found.siteName ?? undefined,
  });
  const title = headline ?? tidy(found.title ?? '');
  const blocks = articleBlocks(layout, content);
  const isArticle = blocks.some(isSentence) && !isListing(blocks, layout.areas);
  const shown = isArticle ? blocks.map(({ text }) => text).filter((words) => words !== title) : [];
  const paragraphs = fuller(shown, told.paragraphs);
  if (!paragraphs.some(isProse)) return null;
  const text = [title, ...paragraphs].filter((words) => words !== '').join('\n\n');
  return { title: title === '' ? (paragraphs[0] ?? '') : title, text: `${text}\n`, ...metadata };
}

/** Where browsers' reader views find the article. They take the document apart, so that what else is on it is read before. */
function contentOf(document: Document) {
  const serializer = (node: Node) => node as Element;
  const found = new Readability(document, { serializer }).parse();
  const marked = found?.content?.querySelectorAll(`[${areaMark}]`) ?? [];
  const content = new Set([...marked].map((area) => Number(area.getAttribute(areaMark))));
  return { ...found, content };
}
