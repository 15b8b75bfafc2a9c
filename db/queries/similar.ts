import { eq, sql } from 'drizzle-orm';
import { among, placeholder, select } from '../read/query.ts';
import { pack, statement } from '../read/read.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { actors } from '../tables/actor.ts';
import { claims } from '../tables/claim.ts';
import { isNamed } from './actor.ts';
import { actorsJudged, claimsJudged } from './judged.ts';
import { foundNouns } from './search.ts';

const found = sql`search`;
const actorNumber = sql.raw(String(foundNouns.indexOf('actor')));
const claimNumber = sql.raw(String(foundNouns.indexOf('claim')));

const match = {
  claimKey: sql<number>`rowid / 4`,
  rank: sql<number>`cast(round(bm25(search) * 1000000) as integer)`,
};

/** A claim that is like a text; a lower `rank` is better. */
export type MatchOnRecord = RowOf<typeof match>;
export const matchShape = rowShape(match);

/** The claims that share words with `match`, the best first, but for `but` and those judged to be it, or not to be it; with `seesDrafts` those that nobody accepted, too. */
export const claimsLike = pack(
  select(match)
    .from(found)
    .where(
      sql`search match ${placeholder('match')} and rowid % 4 = ${claimNumber}
        and rowid / 4 not in ${claimsJudged(sql`${placeholder('but')}`)} and exists (
        select 1 from claims where key = search.rowid / 4
          and (listed = 1 or ${placeholder('seesDrafts')} and review <> 'REJECTED' and withdrawn_at is null))`,
    )
    .orderBy(sql`bm25(search)`, sql`rowid`)
    .limit(placeholder('limit')),
  Object.keys(match),
  matchShape,
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
 * The named actors that share words with `match`, the best first, but for `but` and those judged to be it, or not to be it. Nor those called much longer or shorter than `name`: an outlet
 * without a name is called by a whole headline, which shares words with many.
 */
export const actorsLike = statement(
  select({ key: sql<number>`rowid / 4` })
    .from(found)
    .where(
      sql`search match ${placeholder('match')} and rowid % 4 = ${actorNumber}
        and rowid / 4 not in ${actorsJudged(sql`${placeholder('but')}`)} and exists (
        select 1 from actors where key = search.rowid / 4
          and kind <> 'UNNAMED_SOURCE' and ${isNamed}
          and 4 * length(name) >= length(${placeholder('name')}) and length(name) <= 4 * length(${placeholder('name')}))`,
    )
    .orderBy(sql`bm25(search, 4.0, 1.0)`, sql`rowid`)
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
