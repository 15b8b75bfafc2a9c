import { parseHTML } from 'linkedom';
import { boundedTags } from './bounds.ts';

/** The document of a page, with a head and a body whatever it leaves out, as browsers make them. */
export function documentOf(html: string): Document {
  const tags = boundedTags(html);
  if (tags === 0) return parsed(wholePage('', paragraphsOf(html)));
  const document = parsed(html);
  if (isWhole(document)) return document;
  const whole = parsed(wholePage(/<html\b([^>]*)>/iu.exec(html)?.[1] ?? '', html));
  const title = whole.querySelector('title');
  if (title !== null) whole.head.append(title);
  return whole;
}

function parsed(html: string): Document {
  return parseHTML(html).document;
}

function wholePage(attributes: string, body: string): string {
  return `<!doctype html><html ${attributes}><head></head><body>${body}</body></html>`;
}

/** Words without any tag are laid out by blank lines, and a title by custom. */
function paragraphsOf(words: string): string {
  const [title, ...paragraphs] = words.trim().split(/\n[^\S\n]*\n\s*/u);
  return paragraphs.length === 0 ? `<p>${title}` : `<h1>${title}</h1><p>${paragraphs.join('<p>')}`;
}

const inHead = new Set([
  'TITLE',
  'META',
  'LINK',
  'SCRIPT',
  'STYLE',
  'BASE',
  'NOSCRIPT',
  'TEMPLATE',
]);

/** Whether all that is to be seen stands in the one body. The parser adds no tag that a page leaves out. */
function isWhole(document: Document): boolean {
  const [root, behind] = contentOf(document);
  if (behind !== undefined || root?.nodeName !== 'HTML') return false;
  const [head, body, after] = contentOf(root);
  if (head?.nodeName === 'BODY') return body === undefined;
  if (head?.nodeName !== 'HEAD' || body?.nodeName !== 'BODY' || after !== undefined) return false;
  return contentOf(head).every(({ nodeName }) => inHead.has(nodeName));
}

/** The elements and words in a node. */
function contentOf(node: Node): Node[] {
  return [...node.childNodes].filter(
    (one) => one.nodeType === 1 || (one.nodeType === 3 && /\S/u.test(one.textContent ?? '')),
  );
}
