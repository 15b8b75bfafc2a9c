import { InvalidArgumentError } from 'commander';
import { languageTag } from '../../../extract/web-page/language-tag.ts';
import type { FiledArticle } from '../article-file.ts';

/** A moment, or a day where that alone is certain. */
export interface When {
  readonly at?: string;
  readonly on?: string;
}

/** What is told of an article beside its file. */
export interface ArticleDetails {
  /** The slug or the name of an actor. */
  readonly outlet?: string | undefined;
  readonly creditedTo?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly published?: When | undefined;
  readonly modified?: When | undefined;
  readonly retrievedAt?: string | undefined;
  readonly language?: string | undefined;
}

/** An article with what is told of it, its actors still by slug or name. */
export interface DetailedArticle extends FiledArticle {
  /** Who is to be looked up, by slug or by name. */
  readonly named: Pick<ArticleDetails, 'outlet' | 'creditedTo'>;
}

/**
 * The article with what is told of it. What is `told` of this one article counts more than what its file says, and that more than
 * what holds for all, `otherwise`; but an outlet that holds for all counts more than the mere name that a page gives.
 */
export function detailed(
  article: FiledArticle,
  { told, otherwise }: { readonly told: ArticleDetails; readonly otherwise: ArticleDetails },
): DetailedArticle {
  const published = told.published ?? whenIn(article.publishedAt, article.publishedOn);
  const modified = told.modified ?? whenIn(article.modifiedAt, article.modifiedOn);
  const { at: publishedAt, on: publishedOn } = published ?? otherwise.published ?? {};
  const { at: modifiedAt, on: modifiedOn } = modified ?? otherwise.modified ?? {};
  const outlet = told.outlet ?? (article.outlet === undefined ? otherwise.outlet : undefined);
  const creditedTo =
    told.creditedTo ?? (article.creditedTo === undefined ? otherwise.creditedTo : undefined);
  return {
    ...article,
    title: told.title ?? article.title,
    byline: told.byline ?? article.byline,
    url: told.url ?? article.url ?? otherwise.url,
    retrievedAt: told.retrievedAt ?? article.retrievedAt,
    language: told.language ?? article.language ?? otherwise.language,
    publishedAt,
    publishedOn,
    modifiedAt,
    modifiedOn,
    named: { outlet, creditedTo },
  };
}

function whenIn(at: string | undefined, on: string | undefined): When | undefined {
  if (at === undefined && on === undefined) return undefined;
  return { ...(at !== undefined && { at }), ...(on !== undefined && { on }) };
}

/** @throws InvalidArgumentError where it is neither */
export function momentOrDay(given: string): When {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given);
  const at = Date.parse(given);
  if (isDay && isOnCalendar(given)) return { on: given };
  const isMoment = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(given);
  if (isMoment && !Number.isNaN(at) && isOnCalendar(given.slice(0, 10))) {
    return { at: new Date(at).toISOString() };
  }
  throw new InvalidArgumentError('Give a moment, 2024-11-11T09:30:00Z, or a day, 2024-11-11.');
}

/** 30 February is none. */
function isOnCalendar(day: string): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** @throws InvalidArgumentError where it is none */
export function webAddress(given: string): string {
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
  throw new InvalidArgumentError('Give an http or https address.');
}

/** @throws InvalidArgumentError where it is none */
export function languageGiven(given: string): string {
  const tag = languageTag(given);
  if (tag !== undefined) return tag;
  throw new InvalidArgumentError('Give a language tag such as en or pt-BR.');
}

/** @throws InvalidArgumentError where there is none */
export function nameOfActor(given: string): string {
  const name = given.trim();
  if (name !== '') return name;
  throw new InvalidArgumentError('Give a slug or a name.');
}
