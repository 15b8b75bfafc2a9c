import { attributeOf, classOf, type PageElements } from './elements.ts';
import { wordsIn } from './layout.ts';
import { plainWords } from './thing.ts';

/** What the `meta` elements of a page say under names, the first of them that says something. */
export type Meta = (...names: readonly string[]) => readonly string[];

const mostMeta = 2000;

/** Looks each of the names up, in their order, whichever attribute has it. */
export function metaOn(elements: PageElements): Meta {
  const told = new Map<string, string[]>();
  for (const element of elements.named('meta').slice(0, mostMeta)) {
    const content = plainWords((attributeOf(element, 'content') ?? '').slice(0, longestContent));
    if (content === undefined) continue;
    for (const key of ['property', 'name', 'http-equiv']) {
      const name = attributeOf(element, key)?.trim().toLowerCase() ?? '';
      const before = told.get(name) ?? [];
      if (before.length < mostOfAName) told.set(name, [...before, content]);
    }
  }
  return (...names) => names.flatMap((name) => told.get(name) ?? []);
}

const mostOfAName = 100;
const longestContent = 30_000;

/** The headings of the first rank. Where there is one, it is the page's own; its title often tells the name of its site, too. */
export function headingsOn(elements: PageElements): readonly string[] {
  const headings = elements.named('h1').slice(0, 20);
  return headings.flatMap((heading) => plainWords(wordsIn(heading).slice(0, longestContent)) ?? []);
}

export function titleOf(elements: PageElements): string | undefined {
  return plainWords((elements.named('title')[0]?.textContent ?? '').slice(0, longestContent));
}

export function canonicalOf(elements: PageElements): readonly string[] {
  return elements
    .named('link')
    .filter((link) => /^\s*canonical\s*$/iu.test(attributeOf(link, 'rel') ?? ''))
    .slice(0, 1)
    .flatMap((link) => attributeOf(link, 'href') ?? []);
}

/** From where the page says that the ways of its links begin. */
export function baseOf(elements: PageElements): string | undefined {
  const [base] = elements.named('base');
  return base && attributeOf(base, 'href');
}

/** The language that the page is declared to be in. */
export function languageOf(elements: PageElements): readonly string[] {
  const [root] = elements.named('html');
  const told = root && (attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang'));
  return told?.trim() ? [told] : [];
}

/** The times that stand at the head of the article, as their attributes tell them. */
export function timesOn(elements: PageElements) {
  const all = elements.named('time');
  const besideHeading = new Set(all.length > 0 ? timesBesideHeading(elements) : []);
  const times = all
    .filter((time) => attributeOf(time, 'datetime') !== undefined)
    .slice(0, mostTimes)
    .map((time) => ({ time, ...placeOf(time) }))
    .filter(({ isElsewhere }) => !isElsewhere)
    .map(({ time, isInHeader }) => ({
      told: attributeOf(time, 'datetime') ?? '',
      name: `${classOf(time)} ${attributeOf(time, 'itemprop') ?? ''}`,
      isPublished: attributeOf(time, 'pubdate') !== undefined,
      isAtHead: isInHeader || besideHeading.has(time),
    }));
  const isChange = (name: string) => /updated|modified|edited/iu.test(name);
  const published = times.filter(
    ({ name, isPublished }) =>
      isPublished || /(?:^|[\s_-])(?:published|pubdate|entry-date)/iu.test(name),
  );
  const atHead = times.filter(({ name, isAtHead }) => isAtHead && !isChange(name));
  const modified = times.filter(({ name, isAtHead }) => isChange(name) && isAtHead);
  return {
    published: onlyOf(published.length > 0 ? published : atHead),
    modified: onlyOf(modified),
  };
}

const mostTimes = 100;

/** Whether a time is of no part of the article, though it may stand in it, and whether it is in the header of one. */
function placeOf(time: Element): { readonly isElsewhere: boolean; readonly isInHeader: boolean } {
  let [isElsewhere, inHeader, articles, headersAround] = [false, false, 0, false];
  for (let at: Element | null = time; at !== null; at = at.parentElement) {
    isElsewhere ||= isAside(at);
    if (at.localName === 'header') inHeader = true;
    if (at.localName !== 'article') continue;
    articles += 1;
    headersAround ||= inHeader;
  }
  return { isElsewhere: isElsewhere || articles > 1, isInHeader: headersAround };
}

const asideNames: readonly string[] = ['aside', 'footer', 'nav'];

function isAside(element: Element): boolean {
  if (asideNames.includes(element.localName) || element.id === 'comments') return true;
  if (element.getAttribute('itemtype')?.endsWith('Comment')) return true;
  return /(?:^|\s)comments?(?:\s|$)/u.test(classOf(element));
}

/** What all of them tell; nothing where they tell several things. */
function onlyOf(times: readonly { readonly told: string }[]): readonly string[] {
  const all = [...new Set(times.map(({ told }) => told))];
  return all.length > 1 ? [] : all;
}

/** Those between the heading of the article and its first sentences. */
function timesBesideHeading({ all }: PageElements): readonly Element[] {
  const inOrder = all.filter(({ localName }) => /^(?:h1|p|time)$/u.test(localName));
  const heading = inOrder.findIndex(({ localName }) => localName === 'h1');
  const first = inOrder.findIndex(
    (element, place) => place > heading && element.localName === 'p' && isLong(element),
  );
  if (heading === -1 || inOrder[heading]?.closest('article, main') === null) return [];
  return inOrder
    .slice(heading, Math.max(first, heading))
    .filter(({ localName }) => localName === 'time');
}

const isLong = ({ textContent }: Element): boolean =>
  (textContent ?? '').trim().length >= shortestSentences;

const shortestSentences = 80;
