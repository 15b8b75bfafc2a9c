import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import { type ActorKind, actorKinds, type Review } from '../rules/vocabulary.ts';
import { id, json, key, oneOf, recordedAt, slug } from './column.ts';

/** Whoever can say something. */
export const actors = sqliteTable(
  'actors',
  {
    key: key(),
    id: id(),
    slug: slug(),
    name: text('name').notNull(),
    kind: text('kind').$type<ActorKind>().notNull(),
    aliases: json<readonly string[]>('aliases').notNull(),
    description: text('description'),
    wikidataId: text('wikidata_id').unique(),
    /** Whoever granted an unnamed source its anonymity. */
    grantedBy: integer('granted_by').references((): AnySQLiteColumn => actors.key),
    /** The actor that is shown for this one; null where it is shown itself. */
    shown: integer('shown').references((): AnySQLiteColumn => actors.key),
    recordedAt: recordedAt(),
    /** DRAFT until something verified rests on it; its migration holds it to that and VERIFIED. */
    review: text('review').$type<Exclude<Review, 'REJECTED'>>().notNull().default('VERIFIED'),
  },
  (t) => [
    check('actor_kind', oneOf(t.kind, actorKinds)),
    index('actors_by_kind').on(t.kind),
    index('actors_by_name').on(t.name),
    index('actors_by_kind_and_name').on(t.kind, t.name),
    index('actors_by_recorded_at').on(t.recordedAt),
    index('actors_by_review').on(t.review),
    index('actors_by_granted_by').on(t.grantedBy).where(sql`${t.grantedBy} is not null`),
    index('actors_by_shown').on(t.shown).where(sql`${t.shown} is not null`),
  ],
);

export type ActorRow = typeof actors.$inferSelect;

/** What each actor is called, without a `The` in front, for finding those whom a text names; the row above has it in full. */
export const actorNames = sqliteTable(
  'actor_names',
  {
    name: text('name').notNull(),
    actor: integer('actor')
      .notNull()
      .references(() => actors.key),
  },
  (t) => [primaryKey({ columns: [t.name, t.actor] }), index('actor_names_by_actor').on(t.actor)],
);
