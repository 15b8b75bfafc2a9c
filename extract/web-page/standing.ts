import { classOf } from './elements.ts';

/** What the elements around an element are. */
export interface Around {
  /** A part of a page, or a header of one. */
  readonly isPart: boolean;
  readonly isArticle: boolean;
  readonly isQuote: boolean;
  /** A heading, or what opens what is below it. */
  readonly isLabel: boolean;
}

export const nothingAround: Around = {
  isPart: false,
  isArticle: false,
  isQuote: false,
  isLabel: false,
};

/** What is around the elements in an element. */
export function aroundIn(tagName: string, around: Around): Around {
  if (/^(?:ARTICLE|SECTION|MAIN|HEADER)$/u.test(tagName)) {
    return { ...around, isPart: true, isArticle: around.isArticle || tagName === 'ARTICLE' };
  }
  if (/^(?:BLOCKQUOTE|FIGURE)$/u.test(tagName)) return { ...around, isPart: true, isQuote: true };
  if (/^(?:SUMMARY|DT|H[1-6])$/u.test(tagName)) return { ...around, isLabel: true };
  return around;
}

/** How sure it is that an element is made for what stands around articles: by what it is, or by its name alone. */
export type Standing = 'inside' | 'named aside' | 'aside';

const asideTags = new Set(['NAV', 'SEARCH']);

const asideRoles = new Set(
  'alertdialog banner contentinfo dialog menu menubar navigation search tablist toolbar'.split(' '),
);

const commentNames = /^(?:comments?(?:-(?:area|list|section|wrapper|container))?|disqus_thread)$/iu;

const names =
  'ads?|advert\\w*|breadcrumbs?|comments?|consent|cookies?|disqus|gdpr|modal|newsletters?|outbrain|pagination|paywall|popup|promos?|recirc\\w*|recommend\\w*|related|share|sharing|shares|sharebar|signup|skip|social|sponsor\\w*|subscribe|subscription|taboola|tags|toolbar|topics|trending';
const asideName = new RegExp(`^(?:${names})$`, 'iu');
/** Most elements have no such name, nor anything like it. */
const mayHaveOne = new RegExp(`sidebar|${names}`, 'iu');

/** Where an element stands to the article on its page. */
export function standingOf(element: Element, around: Around): Standing {
  const { tagName } = element;
  if (asideTags.has(tagName) || asideRoles.has(element.getAttribute('role') ?? '')) return 'aside';
  if (tagName === 'FOOTER' && !around.isPart) return 'aside';
  if (tagName === 'HEADER' && !around.isPart && isWithoutTitle(element)) return 'aside';
  if (/^advert/iu.test(element.getAttribute('aria-label') ?? '')) return 'aside';
  const own = `${classOf(element)} ${element.id}`.slice(0, 1000);
  if (!mayHaveOne.test(own)) return 'inside';
  if (own.split(/\s+/u).some((name) => commentNames.test(name))) return 'aside';
  const isNamed = own
    .replace(/([a-z])(?=[A-Z])/gu, '$1 ')
    .split(/[^a-z]+/iu)
    .some((name) => asideName.test(name) || (name === 'sidebar' && !around.isArticle));
  return isNamed ? 'named aside' : 'inside';
}

/** Whether a header is above all that is on a page, rather than above its article. */
function isWithoutTitle(header: Element): boolean {
  return header.querySelector('h1') === null;
}

/** Whether an element holds, beside sentences, what is to be pressed or told of an article rather than by it. */
export function isMargin(tagName: string, around: Around): boolean {
  if (tagName === 'BUTTON') return !around.isLabel;
  if (tagName === 'FOOTER') return !around.isQuote;
  return tagName === 'FORM';
}
