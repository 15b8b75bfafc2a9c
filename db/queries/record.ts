import { desc, sql } from 'drizzle-orm';
import { statement } from '../read.ts';
import { events } from '../tables/event.ts';
import { select } from './query.ts';

const counted = (from: string) => sql<number>`(select count(*) from ${sql.raw(from)})`;

/** How much readers see of each noun. */
export const recordCounts = statement(
  select({
    articles: counted('articles where withdrawn_at is null'),
    actors: counted('actors'),
    affiliations: counted('affiliations'),
    claims: counted('claims where listed = 1'),
    stances: counted('stances where listed = 1'),
    evidence: counted('evidence'),
    links: counted('claim_links where revoked_at is null'),
  }).from(sql`(select 1)`),
);

/** The number and the moment of the last event; no row before the first. */
export const latestEvent = statement(
  select({ seq: events.seq, at: events.at }).from(events).orderBy(desc(events.seq)).limit(1),
);

/** The last migration that was run. */
export const latestMigration = statement(
  select({ name: sql<string>`name` })
    .from(sql`__drizzle_migrations`)
    .orderBy(sql`id desc`)
    .limit(1),
);
