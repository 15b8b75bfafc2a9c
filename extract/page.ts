import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** What a web page says of the article on it, and its text. What it does not tell is left out. */
export interface PageArticle {
  readonly title: string;
  readonly text: string;
  readonly language?: string;
  readonly url?: string;
  readonly byline?: string;
  readonly publishedAt?: string;
  readonly publisher?: string;
}

/** The article on a page: its heading and paragraphs as text, a blank line between them; null where there is none. */
export function articleOnPage(html: string): PageArticle | null {
  const { document } = parseHTML(html);
  const told = toldByJson(document);
  const url = told.url ?? canonical(document);
  const headline = told.title ?? onlyHeading(document);
  // It takes the document apart, so that what is told elsewhere on it is read before.
  const found = new Readability(document, { keepClasses: false }).parse();
  const content = found?.content;
  if (found === null || content === null || content === undefined) return null;
  const title = headline ?? tidy(found.title ?? '');
  const paragraphs = paragraphsIn(content).filter((words) => words !== title);
  if (paragraphs.length === 0) return null;
  const language = told.language ?? found.lang ?? undefined;
  const byline = told.byline ?? found.byline ?? undefined;
  const publishedAt = instant(told.publishedAt ?? found.publishedTime ?? undefined);
  const publisher = told.publisher ?? found.siteName ?? undefined;
  const text = [title, ...paragraphs].filter((words) => words !== '').join('\n\n');
  return {
    title: title === '' ? (paragraphs[0] ?? '') : title,
    text: `${text}\n`,
    ...given({ language, url, byline, publishedAt, publisher }),
  };
}

type Told = { -readonly [Key in Exclude<keyof PageArticle, 'text'>]?: string };

/** What the page's JSON-LD says of its NewsArticle. */
function toldByJson(document: Document): Told {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = newsArticle(parsed(script.textContent ?? ''));
    if (article === undefined) continue;
    const { headline, inLanguage, author, datePublished, publisher, url, mainEntityOfPage } =
      article;
    return given({
      title: textIn(headline),
      language: textIn(inLanguage),
      url: address(
        textIn(url) ?? textIn(mainEntityOfPage) ?? textIn(member(mainEntityOfPage, '@id')),
      ),
      byline: names(author),
      publishedAt: textIn(datePublished),
      publisher: names(publisher),
    });
  }
  return {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The first NewsArticle, or another kind of article, in a value, its lists and its `@graph`. */
function newsArticle(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (Array.isArray(value)) {
    for (const one of value) {
      const found = newsArticle(one);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const kinds = [member(value, '@type')].flat();
  if (kinds.some((kind) => typeof kind === 'string' && /Article$/u.test(kind))) return { ...value };
  return newsArticle(member(value, '@graph'));
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && tidy(value) !== '' ? tidy(value) : undefined;
}

function names(value: unknown): string | undefined {
  const all = [value].flat().map((one) => textIn(one) ?? textIn(member(one, 'name')));
  const told = all.filter((name) => name !== undefined);
  return told.length === 0 ? undefined : told.join(', ');
}

/** The one heading of the first rank, which the title of a page often tells with the name of its site. */
function onlyHeading(document: Document): string | undefined {
  const [heading, another] = document.querySelectorAll('h1');
  return another === undefined ? textIn(heading?.textContent) : undefined;
}

function canonical(document: Document): string | undefined {
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return address(link ?? undefined);
}

function address(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:/u.test(url) && URL.canParse(url) ? url : undefined;
}

function instant(time: string | undefined): string | undefined {
  if (time === undefined || Number.isNaN(Date.parse(time))) return undefined;
  return new Date(time).toISOString();
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

function tidy(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

function given<T extends object>(told: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const known = Object.entries(told).filter(([, value]) => value !== undefined);
  // What is left has no undefined.
  return Object.fromEntries(known) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
