import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  type EventType,
  eventTypes,
  type Noun,
  nouns,
  type Visibility,
  visibilities,
} from '../rules/vocabulary.ts';
import { json, moment, oneOf } from './column.ts';
import { tokens } from './token.ts';

/** One change of the record, numbered in the order of commits: the feed and the audit log. */
export const events = sqliteTable(
  'events',
  {
    // AUTOINCREMENT, so that no number is ever given twice.
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    type: text('type').$type<EventType>().notNull(),
    noun: text('noun').$type<Noun>().notNull(),
    /** The key of the row it tells of, in the table of `noun`. */
    subject: integer('subject').notNull(),
    /** The claim that the stance was on, or that of the evidence, when it was written. All that were one with it are in `payload.claims`. */
    claim: integer('claim'),
    /** Strictly increasing. */
    at: moment('at').notNull().unique(),
    by: integer('by_token').references(() => tokens.key),
    visibility: text('visibility').$type<Visibility>().notNull(),
    payload: json<unknown>('payload').notNull(),
    /** The number of the last event that was written together with it: they are one change. Null of what is older than the history. */
    change: integer('change'),
  },
  (t) => [
    check('event_type', oneOf(t.type, eventTypes)),
    check('event_noun', oneOf(t.noun, nouns)),
    check('event_visibility', oneOf(t.visibility, visibilities)),
    index('events_by_type').on(t.type),
    index('events_by_visibility').on(t.visibility),
    index('events_by_subject').on(t.noun, t.subject),
    index('events_by_claim').on(t.claim).where(sql`${t.claim} is not null`),
  ],
);

export type EventRow = typeof events.$inferSelect;
