import { and, asc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Statement, statement } from '../read/read.ts';
import type { EventType, Noun } from '../rules/vocabulary.ts';
import { actorNames, actors } from '../tables/actor.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import { affiliations } from '../tables/affiliation.ts';
import { articles } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { claimLinks } from '../tables/claim-link.ts';
import { events } from '../tables/event.ts';
import { attributions, evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';
import { tokens } from '../tables/token.ts';

const query = new QueryBuilder();
const { placeholder } = sql;

type Keyed = SQLiteTable & { readonly key: SQLiteColumn };

const keysGiven = sql`(select value from json_each(${placeholder('keys')}))`;
const behind = ({ key }: Keyed): SQL => gt(key, placeholder('after'));
const limit = placeholder('limit');

/** What articles hold, and what they are called. */
export const articlesToVerify = statement(
  query
    .select({
      key: articles.key,
      id: articles.id,
      slug: articles.slug,
      title: articles.title,
      text: articles.text,
      sha256: articles.sha256,
      erasedAt: articles.erasedAt,
    })
    .from(articles)
    .where(behind(articles))
    .orderBy(asc(articles.key))
    .limit(limit),
);

export const articleKeys = statement(
  query
    .select({ key: articles.key })
    .from(articles)
    .where(behind(articles))
    .orderBy(asc(articles.key))
    .limit(limit),
);

/** Evidence by its id, and an article by its slug, for each of `pairs` of their keys, in their order. */
export const versionNames = statement(
  query
    .select({ id: sql<string>`e.id`, slug: sql<string>`a.slug` })
    .from(
      sql`json_each(${placeholder('pairs')}) pair
        join evidence e on e.key = pair.value ->> 0 join articles a on a.key = pair.value ->> 1`,
    )
    .orderBy(sql`pair.key`),
);

/** All evidence in the articles of these keys, with the two ends that a chain has to have. */
export const evidenceToVerify = statement(
  query
    .select({
      id: evidence.id,
      article: evidence.article,
      quote: evidence.quote,
      start: evidence.start,
      end: evidence.end,
      prefix: evidence.prefix,
      suffix: evidence.suffix,
      holder: stances.actor,
      lastLink: sql<number | null>`(
        select ${attributions.actor} from ${attributions}
        where ${attributions.evidence} = ${evidence.key} order by ${attributions.position} desc limit 1)`,
    })
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(inArray(evidence.article, keysGiven))
    .orderBy(asc(evidence.key)),
);

/** What the projection of claims does not hold. */
export const claimsToVerify = statement(
  query
    .select({ key: claims.key, id: claims.id, text: claims.text, recordedAt: claims.recordedAt })
    .from(claims)
    .where(behind(claims))
    .orderBy(asc(claims.key))
    .limit(limit),
);

/** What stances are called, and how they stand. */
export const stanceNames = statement(
  query
    .select({ key: stances.key, id: stances.id, kind: stances.kind, polarity: stances.polarity })
    .from(stances)
    .where(inArray(stances.claim, keysGiven)),
);

/** What the log told last of the standing of these claims. */
export const lastStandings = statement(
  query
    .select({
      claim: events.subject,
      to: sql<string>`${events.payload} ->> 'to'`,
      causedAt: sql<number>`${events.payload} ->> 'causedAt'`,
    })
    .from(events)
    .where(
      sql`${events.seq} in (
        select (select max(seq) from events where noun = 'claim' and subject = chosen.value and type = 'STANDING_CHANGED')
        from json_each(${placeholder('keys')}) chosen)`,
    ),
);

export const actorsToVerify = statement(
  query
    .select({
      key: actors.key,
      id: actors.id,
      name: actors.name,
      aliases: actors.aliases,
      description: actors.description,
    })
    .from(actors)
    .where(behind(actors))
    .orderBy(asc(actors.key))
    .limit(limit),
);

/** What texts name the actors of these keys by. */
export const actorNamesOf = statement(
  query
    .select({ actor: actorNames.actor, name: actorNames.name })
    .from(actorNames)
    .where(inArray(actorNames.actor, keysGiven)),
);

/** What the indexes of the search are called. */
export const searchIndexes = statement(
  query
    .select({ name: sql<string>`name` })
    .from(sql`sqlite_schema`)
    .where(sql`sql like 'create virtual table % using fts5(%'`),
);

/** Numbers and moments of the log. */
export const eventClock = statement(
  query
    .select({ seq: events.seq, at: events.at, type: events.type })
    .from(events)
    .where(gt(events.seq, placeholder('after')))
    .orderBy(asc(events.seq))
    .limit(limit),
);

/** Rows that refer to one that is not there. */
export const brokenReferences = statement(
  query
    .select({
      table: sql<string>`"table"`,
      row: sql<number | null>`rowid`,
      parent: sql<string>`parent`,
    })
    .from(sql`pragma_foreign_key_check`)
    .limit(limit),
);

/** A table of the record: which events bring its rows. */
export interface LoggedTable {
  readonly noun: Noun;
  /** Rows behind a key whose moment is that of no such event. */
  readonly untold: Statement<{ readonly id: string }>;
  readonly lastKey: Statement<{ readonly key: number }>;
}

type Recorded = Keyed & { readonly id: SQLiteColumn; readonly recordedAt: SQLiteColumn };

function told(noun: Noun, table: Recorded, types: readonly EventType[]): LoggedTable {
  const from = and(gt(table.key, placeholder('after')), lte(table.key, placeholder('upTo')));
  const isTold = sql`exists (select 1 from events told where told.noun = ${sql.raw(`'${noun}'`)}
    and told.subject = ${table.key} and told.at = ${table.recordedAt}
    and told.type in (${sql.raw(types.map((type) => `'${type}'`).join(', '))}))`;
  // What a stance brings with it has no event of its own.
  const isBrought =
    noun === 'evidence'
      ? sql`${table.recordedAt} = (select brought.recorded_at from stances brought where brought.key = ${evidence.stance})`
      : sql`false`;
  return {
    noun,
    untold: statement(
      query
        .select({ id: sql<string>`${table.id}` })
        .from(table)
        .where(and(from, sql`not ${isTold} and not ${isBrought}`)),
    ),
    lastKey: statement(
      query.select({ key: sql<number>`coalesce(max(${table.key}), 0)` }).from(table),
    ),
  };
}

export const loggedTables: readonly LoggedTable[] = [
  told('article', articles, ['ARTICLE_ADDED']),
  told('actor', actors, ['ACTOR_ADDED']),
  told('affiliation', affiliations, ['AFFILIATION_ADDED']),
  told('claim', claims, ['CLAIM_RECORDED', 'CLAIM_ADDED']),
  told('link', claimLinks, ['CLAIMS_LINKED']),
  told('merge', actorMerges, ['ACTORS_MERGED']),
  told('stance', stances, ['STANCE_ADDED']),
  told('evidence', evidence, ['EVIDENCE_ADDED']),
  told('token', tokens, ['TOKEN_CREATED']),
];
