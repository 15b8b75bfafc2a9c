import { type SQL, sql } from 'drizzle-orm';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';

/** The last event of a change is that of all that was written together: readers saw all of it at once. */
const lastSeq = sql`(
  select coalesce(change, seq) from events where at <= ${placeholder('asOf')} order by at desc limit 1)`;

/** The last row of a table that was on record. */
const lastKey = (table: string) =>
  sql<number>`coalesce((select key from ${sql.raw(table)}
    where recorded_at <= moment.at order by recorded_at desc, key desc limit 1), 0)`;

const keptOf = (name: string) =>
  sql`coalesce((select cast(value as integer) from meta where name = ${sql.raw(`'${name}'`)}), 0)`;

const kept = keptOf('history');
const keptWords = keptOf('words');

const firstSince = (seq: SQL) =>
  sql<number | null>`(select at from events where events.seq > ${seq} order by events.seq limit 1)`;

/** The last event of the change that was under way, or the last, at the moment `asOf`, how far the lists went then, and which event is the last that is older than the history. */
export const momentAsOf = statement(
  select({
    seq: sql<number>`moment.seq`,
    at: sql<number>`moment.at`,
    kept: sql<number>`${kept}`,
    keptSince: firstSince(kept),
    isLast: sql<number>`moment.seq = coalesce((select max(seq) from events), 0)`,
    actors: lastKey('actors'),
    articles: lastKey('articles'),
    claims: lastKey('claims'),
    stances: lastKey('stances'),
  }).from(sql`(
    select seq, coalesce((select at from events where events.seq = found.seq), 0) as at
    from (select coalesce(${lastSeq}, 0) as seq) found) moment`),
);

/** Which event is the last that is older than the history of words, when the next was, and which is the last of all. */
export const wordsKept = statement(
  select({
    kept: sql<number>`${keptWords}`,
    since: firstSince(keptWords),
    last: sql<number>`coalesce((select max(seq) from events), 0)`,
  }).from(sql`(select 1)`),
);
