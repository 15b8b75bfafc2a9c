import { wordsIn } from './layout.ts';
import { plainWords } from './thing.ts';

/** What the `meta` elements of a page say under names, the first of them that says something. */
export type Meta = (...names: readonly string[]) => readonly string[];

/** The value of an attribute, in whichever letters its name is written; undefined where the element has none. */
export function attributeOf(element: Element, name: string): string | undefined {
  const value = element.getAttribute(name);
  if (value !== null) return value;
  return [...element.attributes].find((one) => one.name.toLowerCase() === name)?.value;
}

const mostMeta = 2000;

/** Looks each of the names up, in their order, whichever attribute has it. */
export function metaOn(document: Document): Meta {
  const told = new Map<string, string[]>();
  for (const element of [...document.querySelectorAll('meta')].slice(0, mostMeta)) {
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
export function headingsOn(document: Document): readonly string[] {
  const headings = [...document.querySelectorAll('h1')].slice(0, 20);
  return headings.flatMap((heading) => plainWords(wordsIn(heading).slice(0, longestContent)) ?? []);
}

export function titleOf(document: Document): string | undefined {
  return plainWords((document.querySelector('title')?.textContent ?? '').slice(0, longestContent));
}

export function canonicalOf(document: Document): readonly string[] {
  return [...document.querySelectorAll('link')]
    .filter((link) => /^\s*canonical\s*$/iu.test(attributeOf(link, 'rel') ?? ''))
    .slice(0, 1)
    .flatMap((link) => attributeOf(link, 'href') ?? []);
}

/** From where the page says that the ways of its links begin. */
export function baseOf(document: Document): string | undefined {
  const base = document.querySelector('base');
  return base === null ? undefined : attributeOf(base, 'href');
}

/** The language that the page is declared to be in. */
export function languageOf(document: Document): readonly string[] {
  const root = document.querySelector('html');
  const told = root && (attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang'));
  return told?.trim() ? [told] : [];
}

/** The times that stand at the head of the article, as their attributes tell them. */
export function timesOn(document: Document) {
  const all = [...document.querySelectorAll('time')];
  const besideHeading = all.length > 0 ? timesBesideHeading(document) : [];
  const times = all
    .filter((time) => attributeOf(time, 'datetime') !== undefined)
    .slice(0, mostTimes)
    .filter((time) => time.closest(elsewhere) === null)
    .map((time) => ({
      told: attributeOf(time, 'datetime') ?? '',
      name: `${attributeOf(time, 'class') ?? ''} ${attributeOf(time, 'itemprop') ?? ''}`,
      isPublished: attributeOf(time, 'pubdate') !== undefined,
      isAtHead: time.closest('article header') !== null || besideHeading.includes(time),
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

/** What is no part of the article, though it may stand in it. */
const elsewhere =
  'aside, footer, nav, article article, [itemtype$="Comment"], .comment, .comments, #comments';

/** What all of them tell; nothing where they tell several things. */
function onlyOf(times: readonly { readonly told: string }[]): readonly string[] {
  const all = [...new Set(times.map(({ told }) => told))];
  return all.length > 1 ? [] : all;
}

/** Those between the heading of the article and its first sentences. */
function timesBesideHeading(document: Document): readonly Element[] {
  const inOrder = [...document.querySelectorAll('h1, p, time')];
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
