import { parseHTML } from 'linkedom';

/** What JSON-LD on a page says of the article on it, as it stands there. */
export interface ArticleMetadata {
  readonly headline: string | undefined;
  readonly inLanguage: string | undefined;
  readonly url: string | undefined;
  readonly author: string | undefined;
  readonly datePublished: string | undefined;
  readonly dateModified: string | undefined;
  readonly publisher: string | undefined;
  /** Its text; none where that is not told. */
  readonly paragraphs: readonly string[];
}

/** The first NewsArticle, or another kind of article, in the JSON-LD of a page. */
export function articleMetadata(document: Document): ArticleMetadata | undefined {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const told = scripts.map((script) => parsed(script.textContent ?? ''));
  const article = articleIn(told);
  if (article === undefined) return undefined;
  const { headline, inLanguage, author, publisher, url, mainEntityOfPage } = article;
  const things = thingsById(told);
  const { articleBody } = article;
  return {
    headline: textIn(headline),
    inLanguage: textIn(inLanguage),
    url: textIn(url) ?? textIn(mainEntityOfPage) ?? textIn(member(mainEntityOfPage, '@id')),
    author: names(author, things),
    datePublished: textIn(article.datePublished),
    dateModified: textIn(article.dateModified),
    publisher: names(publisher, things),
    paragraphs: typeof articleBody === 'string' ? paragraphsOf(articleBody) : [],
  };
}

/** Pages wrap it in what old browsers needed, and break lines inside its strings. */
function parsed(json: string): unknown {
  const bare = json
    .replace(/\s+/gu, ' ')
    .replace(/^\s*(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?/u, '')
    .replace(/(?:\/\/|\/\*)?\s*(?:\]\]>|-->)\s*(?:\*\/)?\s*$/u, '');
  try {
    return JSON.parse(bare);
  } catch {
    return undefined;
  }
}

function articleIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (Array.isArray(value)) {
    for (const one of value) {
      const found = articleIn(one);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const kinds = [member(value, '@type')].flat();
  if (kinds.some((kind) => typeof kind === 'string' && /Article$/u.test(kind))) return { ...value };
  return articleIn(member(value, '@graph')) ?? articleIn(member(value, 'mainEntity'));
}

type Things = ReadonlyMap<unknown, unknown>;

/** What is told once, and named elsewhere by its `@id`. */
function thingsById(told: readonly unknown[]): Things {
  const all = told.flat().flatMap((value) => [value, member(value, '@graph')].flat());
  const named = all.filter((one) => member(one, '@id') && member(one, 'name'));
  return new Map(named.map((one) => [member(one, '@id'), one]));
}

function names(value: unknown, things: Things): string | undefined {
  const all = [value].flat().map((one) => {
    const thing = things.get(member(one, '@id')) ?? one;
    return textIn(thing) ?? textIn([member(thing, 'name')].flat()[0]);
  });
  const told = all.filter((name) => name !== undefined && !/^https?:/u.test(name));
  return told.length === 0 ? undefined : told.join(', ');
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function paragraphsOf(body: string): string[] {
  return body.split(/\n+/u).flatMap((paragraph) => words(paragraph) ?? []);
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? words(value) : undefined;
}

/** JSON holds no HTML, and is often written as if it did. */
function words(value: string): string | undefined {
  const text = /[&<]/u.test(value)
    ? parseHTML(`<html><body>${value}</body></html>`).document.body.textContent
    : value;
  return text?.replace(/\s+/gu, ' ').trim() || undefined;
}
