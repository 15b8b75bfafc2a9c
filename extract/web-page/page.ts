import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { articleMetadata } from './json-ld.ts';

/** What a web page says of the article on it, and its text. What it does not tell is left out. */
export interface PageArticle {
  readonly title: string;
  readonly text: string;
  readonly language?: string;
  readonly url?: string;
  readonly byline?: string;
  readonly publishedAt?: string;
  /** Its day, where the page tells no more. */
  readonly publishedOn?: string;
  readonly modifiedAt?: string;
  readonly modifiedOn?: string;
  readonly publisher?: string;
}

/** The article on a page: its heading and paragraphs as text, a blank line between them; null where there is none. */
export function articleOnPage(html: string): PageArticle | null {
  const { document } = parseHTML(html);
  const told = articleMetadata(document);
  const meta = metaOf(document);
  const url = [told?.url, canonical(document), meta('og:url')].find(isAddress);
  const headline = told?.headline ?? onlyHeading(document) ?? meta('og:title');
  const locale = meta('og:locale')?.replace('_', '-');
  const modified = told?.dateModified ?? meta('article:modified_time') ?? meta('og:updated_time');
  // It takes the document apart, so that what is told elsewhere on it is read before.
  const found = new Readability(document, { keepClasses: false }).parse();
  const title = headline ?? tidy(found?.title ?? '');
  const shown = paragraphsIn(found?.content ?? '').filter((words) => words !== title);
  const paragraphs = fuller(shown, told?.paragraphs ?? []);
  if (!paragraphs.some(isProse)) return null;
  const language = told?.inLanguage ?? found?.lang ?? locale;
  const byline = told?.author ?? found?.byline ?? undefined;
  const published = told?.datePublished ?? found?.publishedTime ?? undefined;
  const publisher = told?.publisher ?? found?.siteName ?? undefined;
  const text = [title, ...paragraphs].filter((words) => words !== '').join('\n\n');
  return {
    title: title === '' ? (paragraphs[0] ?? '') : title,
    text: `${text}\n`,
    ...given({ language, url, byline, publisher }),
    ...given({ publishedAt: instant(published), publishedOn: day(published) }),
    ...given({ modifiedAt: instant(modified), modifiedOn: day(modified) }),
  };
}

/** The paragraphs that a page shows; those that it tells where a script is to show most of them. */
function fuller(shown: readonly string[], told: readonly string[]): readonly string[] {
  return told.join('').length > 2 * shown.join('').length ? told : shown;
}

/** Whether words are a sentence, which no entry of a menu or a list of headlines is. */
function isProse(words: string): boolean {
  return words.split(' ').length > 4 && /[.!?…]["'”’»)]*$/u.test(words);
}

/** What the page's `meta` say under a name. */
function metaOf(document: Document): (name: string) => string | undefined {
  return (name) => {
    const found = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
    return tidy(found?.getAttribute('content') ?? '') || undefined;
  };
}

/** The one heading of the first rank, which the title of a page often tells with the name of its site. */
function onlyHeading(document: Document): string | undefined {
  const [heading, another] = document.querySelectorAll('h1');
  return another === undefined ? tidy(heading?.textContent ?? '') || undefined : undefined;
}

function canonical(document: Document): string | undefined {
  return document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
}

function isAddress(url: string | undefined): boolean {
  return url !== undefined && /^https?:/u.test(url) && URL.canParse(url);
}

function instant(time: string | undefined): string | undefined {
  if (time === undefined || isDay(time) || Number.isNaN(Date.parse(time))) return undefined;
  return new Date(time).toISOString();
}

function day(time: string | undefined): string | undefined {
  if (time === undefined || !isDay(time)) return undefined;
  const moment = Date.parse(time);
  const isOfCalendar =
    !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(time.trim());
  return isOfCalendar ? time.trim() : undefined;
}

function isDay(time: string): boolean {
  return /^\s*\d{4}-\d{2}-\d{2}\s*$/u.test(time);
}

const blocks = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption, pre, td, th, dt, dd';

/** The words of each block that holds no other. */
function paragraphsIn(content: string): string[] {
  const { document } = parseHTML(`<html><body>${content}</body></html>`);
  const found = [...document.querySelectorAll(blocks)]
    .filter((block) => block.querySelector(blocks) === null)
    .map((block) => tidy(block.textContent ?? ''))
    .filter((words) => words !== '');
  const all = tidy(document.body.textContent ?? '');
  return found.length > 0 || all === '' ? found : [all];
}

/** Without what only tells where a line may break. */
function tidy(words: string): string {
  return words.replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim();
}

function given<T extends object>(told: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const known = Object.entries(told).filter(([, value]) => value !== undefined);
  // What is left has no undefined.
  return Object.fromEntries(known) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
