import { parseHTML } from 'linkedom';
import { Unreadable } from '../unreadable.ts';

const longest = 16_000_000;
const mostTags = 300_000;

/** The document of a page, with a head and a body whatever it leaves out, as browsers make them. */
export function documentOf(html: string): Document {
  if (html.length > longest) throw new Unreadable('this page has more than 16 million characters.');
  const tags = html.match(/<[a-z]/giu)?.length ?? 0;
  if (tags > mostTags) throw new Unreadable(`this page has ${tags} tags, more than ${mostTags}.`);
  if (tags === 0) return parsed(wholePage('', paragraphsOf(html)));
  const document = parsed(html);
  if (isWhole(document)) return document;
  return parsed(wholePage(/<html\b([^>]*)>/iu.exec(html)?.[1] ?? '', html));
}

function parsed(html: string): Document {
  return parseHTML(html).document;
}

function wholePage(attributes: string, body: string): string {
  return `<!doctype html><html ${attributes}><head></head><body>${body}</body></html>`;
}

/** Words without any tag are laid out by blank lines. */
function paragraphsOf(words: string): string {
  return words.replace(/\n[^\S\n]*\n\s*/gu, '<p>');
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
function isWhole({ documentElement: root }: Document): boolean {
  if (root?.tagName !== 'HTML') return false;
  const [first, second, ...others] = root.children;
  if (others.length > 0) return false;
  if (first?.tagName === 'BODY') return second === undefined;
  return (
    first?.tagName === 'HEAD' &&
    second?.tagName === 'BODY' &&
    [...first.children].every(({ tagName }) => inHead.has(tagName))
  );
}
