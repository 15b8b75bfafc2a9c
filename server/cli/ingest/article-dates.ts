import { InvalidArgumentError } from 'commander';
import type { FiledArticle } from '../article-file.ts';

/** A moment, or a day where that alone is certain. */
export interface When {
  readonly at?: string;
  readonly on?: string;
}

/** When an article was published, and when its page was changed. */
export interface Dates {
  readonly published: When | undefined;
  readonly modified: When | undefined;
}

/** The article with these dates, where it tells none of its own. */
export function dated(article: FiledArticle, { published, modified }: Dates): FiledArticle {
  const tells = (...dates: readonly unknown[]) => dates.some((date) => date !== undefined);
  const isPublished = tells(article.publishedAt, article.publishedOn);
  const isModified = tells(article.modifiedAt, article.modifiedOn);
  return {
    ...article,
    ...(!isPublished && { publishedAt: published?.at, publishedOn: published?.on }),
    ...(!isModified && { modifiedAt: modified?.at, modifiedOn: modified?.on }),
  };
}

/** @throws InvalidArgumentError where it is neither */
export function momentOrDay(given: string): When {
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given))) return { on: given };
  const isMoment = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(given);
  if (isMoment && !Number.isNaN(Date.parse(given))) return { at: new Date(given).toISOString() };
  throw new InvalidArgumentError('Give a moment, 2024-11-11T09:30:00Z, or a day, 2024-11-11.');
}
