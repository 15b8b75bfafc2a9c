import { sql } from 'drizzle-orm';
import type { Order, Source } from '../read/page.ts';
import type { Moment } from '../read/past/past-reader.ts';
import type { Args } from '../read/read.ts';
import { actors } from '../tables/actor.ts';
import { articles } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { stances } from '../tables/stance.ts';

/** The keys of the last rows that were on record at a moment. */
export interface LastKeys {
  readonly actors: number;
  readonly articles: number;
  readonly claims: number;
  readonly stances: number;
}

/** A list as it was, for a reader of the past: without the stances that were rejected since. */
export function listAsOf(source: Source): Source {
  if (source.table !== stances) return source;
  const isVerifiedNow = sql`exists (select 1 from main.stances now where now.key = ${stances.key} and now.review = 'VERIFIED')`;
  return {
    ...source,
    name: `${source.name} as of`,
    where: (parent) => [...source.where(parent), isVerifiedNow],
  };
}

/** Where a list ended at a moment: behind that end no page looks for what came later. */
export function endAsOf(
  { table }: Source,
  { by, descending }: Order,
  { at, ...last }: Moment & LastKeys,
): Args {
  const end = descending ? 'after' : 'before';
  if (by === claims.standingChangedAt)
    return { [`${end}.value`]: at, [`${end}.key`]: Number.MAX_SAFE_INTEGER };
  if (by !== null) return {};
  const lastKeys = new Map<unknown, number>([
    [actors, last.actors],
    [articles, last.articles],
    [claims, last.claims],
    [stances, last.stances],
  ]);
  const key = lastKeys.get(table);
  return key === undefined ? {} : { [`${end}.key`]: key + 1 };
}
