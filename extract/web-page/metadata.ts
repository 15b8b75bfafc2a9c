import { articleMetadata } from './json-ld.ts';
import { wordsIn } from './layout.ts';
import { tidy } from './tidy.ts';

/** What a web page says of the article on it. What it does not tell is left out. */
export interface PageMetadata {
  readonly headline?: string;
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

/** What is found on a page where it does not say so itself. */
export interface Found {
  readonly language: string | undefined;
  readonly byline: string | undefined;
  readonly published: string | undefined;
  readonly publisher: string | undefined;
}

/** What a page tells of the article on it, and its text where a script is to show it. */
export function metadataOn(document: Document) {
  const told = articleMetadata(document);
  const meta = metaOf(document);
  const url = [told?.url, canonical(document), meta('og:url')].find(isAddress);
  const headline = told?.headline ?? onlyHeading(document) ?? meta('og:title');
  const locale = meta('og:locale')?.replace('_', '-');
  const modified = told?.dateModified ?? meta('article:modified_time') ?? meta('og:updated_time');
  return {
    paragraphs: told?.paragraphs ?? [],
    /** With what was found on the page beside. */
    beside(found: Found): PageMetadata {
      const language = told?.inLanguage ?? found.language ?? locale;
      const byline = told?.author ?? found.byline;
      const published = told?.datePublished ?? found.published;
      const publisher = told?.publisher ?? found.publisher;
      return {
        ...given({ headline, language, url, byline, publisher }),
        ...given({ publishedAt: instant(published), publishedOn: day(published) }),
        ...given({ modifiedAt: instant(modified), modifiedOn: day(modified) }),
      };
    },
  };
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
  return heading !== undefined && another === undefined ? wordsIn(heading) || undefined : undefined;
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

function given<T extends object>(told: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const known = Object.entries(told).filter(([, value]) => value !== undefined);
  // What is left has no undefined.
  return Object.fromEntries(known) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
