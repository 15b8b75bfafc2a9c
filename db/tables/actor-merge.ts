import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type Judgement, judgements } from '../rules/vocabulary.ts';
import { actors } from './actor.ts';
import { id, key, moment, oneOf, recordedAt } from './column.ts';

/** The judgement that two actors are one. Appended and revoked; nothing is rewritten. */
export const actorMerges = sqliteTable(
  'actor_merges',
  {
    key: key(),
    id: id(),
    from: integer('from_actor')
      .notNull()
      .references(() => actors.key),
    into: integer('into_actor')
      .notNull()
      .references(() => actors.key),
    judgement: text('judgement').$type<Judgement>().notNull(),
    reason: text('reason'),
    recordedAt: recordedAt(),
    revokedAt: moment('revoked_at'),
    revokedReason: text('revoked_reason'),
  },
  (t) => [
    check('actor_merge_judgement', oneOf(t.judgement, judgements)),
    check('actor_merge_of_two', sql`${t.from} <> ${t.into}`),
    uniqueIndex('actor_merges_in_force').on(t.from, t.into).where(sql`${t.revokedAt} is null`),
    index('actor_merges_by_from').on(t.from),
    index('actor_merges_by_into').on(t.into),
  ],
);

export type ActorMergeRow = typeof actorMerges.$inferSelect;
