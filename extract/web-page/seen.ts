import { classOf } from './elements.ts';

/** Elements whose text no reader sees on a page, or which hold no text of it. */
const unseen = new Set(
  'AUDIO BASE CANVAS DATALIST EMBED FRAMESET IFRAME INPUT LINK MAP META METER NOEMBED NOFRAMES NOSCRIPT OBJECT OPTION PROGRESS RP SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO'.split(
    ' ',
  ),
);

const forScreenReaders =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|assistive-text|a11y-hidden)(?:\s|$)/iu;

/** Whether a reader sees what stands in an element. What opens on a click is seen. */
export function isSeen(element: Element, tagName: string): boolean {
  if (tagName === 'BODY' || tagName === 'HTML') return true;
  if (unseen.has(tagName)) return false;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true')
    return false;
  if (tagName === 'DIALOG' && !element.hasAttribute('open')) return false;
  const style = element.getAttribute('style');
  if (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style)) return false;
  return !forScreenReaders.test(classOf(element));
}

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEAD HEADER HGROUP HR HTML LEGEND LI LISTING MAIN MENU NAV OL P PLAINTEXT PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL XMP'.split(
    ' ',
  ),
);

/** Whether an element stands on lines of its own. */
export function isBlock(element: Element, tagName: string): boolean {
  if (blocks.has(tagName)) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*(?:block|flex|grid|list-item|table)/iu.test(style);
}

const apart = new Set(
  'AUDIO BR CANVAS EMBED IFRAME IMG INPUT OBJECT RT SELECT SVG TEXTAREA VIDEO'.split(' '),
);

/** Whether an element in a line stands apart from the words beside it. Nobody knows what elements of a site's own making do. */
export function isApart(tagName: string): boolean {
  return apart.has(tagName) || tagName.includes('-');
}

/** Whether an element is the number of a footnote, which is no part of the sentence. */
export function isNoteMark(element: Element, tagName: string): boolean {
  if (tagName !== 'SUP') return false;
  const link = element.closest('a') ?? element.querySelector('a');
  const words = element.textContent ?? '';
  return words.length < 8 && (link?.getAttribute('href')?.startsWith('#') ?? false);
}

/** Whether an element is a link to another page, be it one that a script follows. */
export function leadsAway(element: Element, tagName: string): boolean {
  if (tagName !== 'A') return false;
  const address = element.getAttribute('href');
  if (address !== null) return !address.startsWith('#');
  // Without an address it may be a place that others lead to.
  return !element.hasAttribute('name') && !element.hasAttribute('id');
}
