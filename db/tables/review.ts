import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Review, reviews } from '../rules/vocabulary.ts';
import { claims } from './claim.ts';
import { key, oneOf, recordedAt } from './column.ts';
import { stances } from './stance.ts';
import { tokens } from './token.ts';

/** Every judgement of a claim or a stance, the first one included. Appended only: `asOf` reads the past from here. */
export const reviewLog = sqliteTable(
  'reviews',
  {
    key: key(),
    claim: integer('claim').references(() => claims.key),
    stance: integer('stance').references(() => stances.key),
    review: text('review').$type<Review>().notNull(),
    reason: text('reason'),
    by: integer('by_token').references(() => tokens.key),
    recordedAt: recordedAt(),
  },
  (t) => [
    check('review_of_one', sql`(${t.claim} is null) <> (${t.stance} is null)`),
    check('review_review', oneOf(t.review, reviews)),
    index('reviews_by_claim').on(t.claim).where(sql`${t.claim} is not null`),
    index('reviews_by_stance').on(t.stance).where(sql`${t.stance} is not null`),
  ],
);

export type ReviewRow = typeof reviewLog.$inferSelect;
