import { eq, sql } from 'drizzle-orm';
import { among, placeholder, select } from '../read/query.ts';
import { pack, statement } from '../read/read.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { actors } from '../tables/actor.ts';
import { claims } from '../tables/claim.ts';
import { isNamed } from './actor.ts';
import { actorsJudged, claimsJudged } from './judged.ts';
import { eachIndex, foundNouns, type SearchIndex } from './search.ts';

const actorNumber = sql.raw(String(foundNouns.indexOf('actor')));
const claimNumber = sql.raw(String(foundNouns.indexOf('claim')));

// The wordings that share words, with the claim that is shown for each. Without a limit SQLite would flatten it into the
// grouping, where nothing can be ranked.
const alike = ({ name }: SearchIndex) => sql`(
  select coalesce(claims.shown, claims.key) as claim, bm25(${name}) as score
  from ${name} found cross join claims on claims.key = found.rowid / 4
  where ${name} match ${placeholder('match')} and found.rowid % 4 = ${claimNumber}
    and claims.withdrawn_at is null and (claims.public_at is not null and claims.review = 'VERIFIED'
      or ${placeholder('seesDrafts')} and claims.review <> 'REJECTED')
  limit -1) alike`;

const match = {
  claimKey: sql<number>`claim`,
  rank: sql<number>`cast(round(min(score) * 1000000) as integer)`,
};

/** A claim that is like a text; a lower `rank` is better. */
export type MatchOnRecord = RowOf<typeof match>;
export const matchShape = rowShape(match);

/**
 * The claims of which any wording shares words with `match`, each once and by its best, the best first, but for `but` and
 * those judged to be it, or not to be it; with `seesDrafts` those that nobody accepted, too.
 */
export const claimsLike = eachIndex((index) =>
  pack(
    select(match)
      .from(alike(index))
      .where(
        sql`claim not in (
          select coalesce(shown, key) from claims where key in ${claimsJudged(sql`${placeholder('but')}`)})
        and (${placeholder('seesDrafts')} or exists (select 1 from claims where key = claim and listed = 1))`,
      )
      .groupBy(sql`claim`)
      .orderBy(sql`min(score)`, sql`claim`)
      .limit(placeholder('limit')),
    Object.keys(match),
    matchShape,
  ),
);

/** What the claims of `keys` say, in their order. */
export const claimTexts = statement(
  select({ text: claims.text })
    .from(among)
    .leftJoin(claims, eq(claims.key, among.parent))
    .orderBy(among.place),
);

/** What the actors of `keys` are called, in their order. */
export const namesOfActors = statement(
  select({ name: actors.name })
    .from(among)
    .leftJoin(actors, eq(actors.key, among.parent))
    .orderBy(among.place),
);

/**
 * The named actors that share words with `match` by any of their names, each once and by its best, the best first, but for
 * `but` and those judged to be it, or not to be it. Nor those called much longer or shorter than `name`: an outlet
 * without a name is called by a whole headline, which shares words with many.
 */
export const actorsLike = statement(
  select({ key: sql<number>`actor` })
    .from(sql`(
      select coalesce(actors.shown, actors.key) as actor, bm25(search, 4.0, 1.0) as score
      from search cross join actors on actors.key = search.rowid / 4
      where search match ${placeholder('match')} and search.rowid % 4 = ${actorNumber}
        and actors.kind <> 'UNNAMED_SOURCE' and ${isNamed}
        and 4 * length(actors.name) >= length(${placeholder('name')})
        and length(actors.name) <= 4 * length(${placeholder('name')})
      limit -1) alike`)
    .where(
      sql`actor not in (
        select coalesce(shown, key) from actors where key in ${actorsJudged(sql`${placeholder('but')}`)})`,
    )
    .groupBy(sql`actor`)
    .orderBy(sql`min(score)`, sql`actor`)
    .limit(placeholder('limit')),
);

// What nearly every claim holds finds nearly every claim.
const common = new Set(
  `a an and are as at be been but by for from had has have he her his i in is it its not of on or she that the their they
  this to was were will with would`.split(/\s+/),
);

const mostWords = 40;

/** The words of a text as a question to the search that finds what has any of them; null where it has none. */
export function anyWordOf(text: string): string | null {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = [...new Set(words)].filter((word) => !common.has(word)).slice(0, mostWords);
  return telling.length === 0 ? null : telling.map(beginning).join(' OR ');
}

/** A word without its ending, for whatever goes on like it: `phoned` finds `phone` and `phoning`. */
function beginning(word: string): string {
  const stem = word.replace(/(?:ing|ed|es|e|s)$/u, '');
  return word.length >= 5 && stem.length >= 4 ? `"${stem}"*` : `"${word}"`;
}
