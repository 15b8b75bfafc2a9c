import { type SQL, sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { actors } from './actor.ts';
import { date, flag, id, key, moment, recordedAt, slug } from './column.ts';
import { texts } from './text.ts';

/** One text as one outlet published it, verbatim and immutable. */
export const articles = sqliteTable(
  'articles',
  {
    key: key(),
    id: id(),
    slug: slug(),
    title: text('title').notNull(),
    /** Null where the ledger is kept without the text, or where the text was erased. */
    text: text('text'),
    sha256: text('sha256').notNull(),
    /** The row of that hash. */
    textKey: integer('text_key').references(() => texts.key),
    language: text('language').notNull(),
    url: text('url'),
    outlet: integer('outlet').references(() => actors.key),
    /** The actor that is shown for the outlet. */
    shownOutlet: integer('shown_outlet').references(() => actors.key),
    creditedTo: integer('credited_to').references(() => actors.key),
    byline: text('byline'),
    publishedAt: moment('published_at'),
    /** Its day, where that alone is certain. */
    publishedOn: date('published_on'),
    modifiedAt: moment('modified_at'),
    modifiedOn: date('modified_on'),
    retrievedAt: moment('retrieved_at'),
    supersedes: integer('supersedes').references((): AnySQLiteColumn => articles.key),
    textIsPublic: flag('text_is_public').notNull(),
    recordedAt: recordedAt(),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
    erasedAt: moment('erased_at'),
    /** `publishedAt`, else the start of `publishedOn` in UTC, for ascending order, unknown last. */
    publishedAscending: integer('published_ascending')
      .notNull()
      .generatedAlwaysAs((): SQL => publishedMoment(9007199254740991), { mode: 'virtual' }),
    /** The same for descending order, unknown last. */
    publishedDescending: integer('published_descending')
      .notNull()
      .generatedAlwaysAs((): SQL => publishedMoment(-9007199254740991), { mode: 'virtual' }),
  },
  (t) => [
    check('article_sha256', sql`length(${t.sha256}) = 64`),
    check('article_withdrawal', sql`(${t.withdrawnAt} is null) = (${t.withdrawnReason} is null)`),
    // A NULL is not equal to itself, so an unknown outlet stands as 0.
    uniqueIndex('articles_by_text').on(t.sha256, sql`coalesce(outlet, 0)`),
    index('articles_by_text_key').on(t.textKey),
    index('articles_by_shown_outlet').on(t.shownOutlet),
    index('articles_by_credited_to').on(t.creditedTo).where(sql`${t.creditedTo} is not null`),
    index('articles_by_language').on(t.language),
    index('articles_by_url').on(t.url),
    index('articles_by_supersedes').on(t.supersedes).where(sql`${t.supersedes} is not null`),
    index('articles_by_recorded_at').on(t.recordedAt),
    index('articles_by_published_ascending').on(t.publishedAscending),
    index('articles_by_published_descending').on(t.publishedDescending),
  ],
);

function publishedMoment(unknown: number): SQL {
  const dayStart = sql`unixepoch(${articles.publishedOn}) * 1000`;
  return sql`coalesce(${articles.publishedAt}, ${dayStart}, ${sql.raw(String(unknown))})`;
}

export type ArticleRow = typeof articles.$inferSelect;

/** Each time an article was withdrawn and, where it was, restored: `asOf` reads the past from here. */
export const articleWithdrawals = sqliteTable(
  'article_withdrawals',
  {
    key: key(),
    article: integer('article')
      .notNull()
      .references(() => articles.key),
    reason: text('reason').notNull(),
    recordedAt: recordedAt(),
    restoredAt: moment('restored_at'),
  },
  (t) => [index('article_withdrawals_by_article').on(t.article)],
);

export type ArticleWithdrawalRow = typeof articleWithdrawals.$inferSelect;
