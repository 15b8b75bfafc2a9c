import { Readability } from '@mozilla/readability';
import { assertKept } from '../encoding/decoded.ts';
import { NoArticle, Unreadable } from '../unreadable.ts';
import { decodedPage, type Transport } from './decode.ts';
import { documentOf } from './document.ts';
import { layoutOf } from './layout.ts';
import { areasIn, markAreas } from './marked-areas.ts';
import { metadataOn, type PageMetadata } from './metadata.ts';
import { whyNoArticle } from './no-article.ts';
import { articleBlocks, fuller, surroundings, withoutNotes } from './paragraphs.ts';
import { shortened } from './shortened.ts';

/** The article on a web page: what the page says of it, and its text. */
export interface PageArticle extends Omit<PageMetadata, 'headline'> {
  readonly title: string;
  readonly text: string;
}

/** The article on a page as it comes in. @throws Unreadable, and nothing else, whatever the bytes are. */
export function articleInBytes(bytes: Uint8Array, transport?: Transport): PageArticle {
  const decoded = decodedPage(bytes, transport);
  const found = articleOnPage(decoded.text, transport?.address);
  assertKept(decoded, found);
  return { ...found, notes: [...decoded.notes, ...found.notes] };
}

/** The article on a page: its heading and paragraphs as text, a blank line between them. @throws NoArticle where there is none. */
export function articleOnPage(html: string, address?: string): PageArticle {
  try {
    return articleIn(documentOf(html), address);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('this page can’t be taken apart.', { cause: error });
  }
}

function articleIn(document: Document, address: string | undefined): PageArticle {
  const told = metadataOn(document, address);
  const layout = layoutOf(document.documentElement);
  const around = surroundings(layout);
  markAreas(layout, new Set(around));
  for (const element of around) element.remove();
  const { content, ...found } = contentOf(document);
  const { headline: title = '', ...metadata } = told.beside({
    title: found.title ?? undefined,
    byline: found.byline ?? undefined,
  });
  const blocks = articleBlocks(layout, content);
  const seen = blocks.map(({ text }) => text).filter((words) => words !== title);
  const shown = withoutNotes(seen, metadata.byline);
  const paragraphs = fuller(blocks.some((block) => block.isSentence) ? shown : [], told.paragraphs);
  const isShown = paragraphs === shown;
  const none = whyNoArticle({
    title,
    paragraphs,
    blocks: isShown ? blocks : [],
    layout,
    kind: told.kind,
  });
  if (none !== undefined) throw new NoArticle(`there is no article on this page: ${none}.`);
  const text = [title, ...paragraphs].filter((words) => words !== '').join('\n\n');
  return {
    title: title === '' ? shortened(paragraphs[0] ?? '') : title,
    text: `${text}\n`,
    ...metadata,
  };
}

/** Where browsers' reader views find the article. They take the document apart, so that what else is on it is read before. */
function contentOf(document: Document) {
  const serializer = (node: Node) => node as Element;
  const found = new Readability(document, { serializer, keepClasses: true }).parse();
  return { ...found, content: areasIn(found?.content) };
}
