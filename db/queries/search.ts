import { and, type SQL, sql } from 'drizzle-orm';
import { counted } from '../read/page.ts';
import { placeholder, select, selectDistinct } from '../read/query.ts';
import { pack, statement } from '../read/read.ts';
import { type RowOf, rowShape } from '../read/row.ts';

/** What the search finds, in the order in which their numbers are made of the key. */
export const foundNouns = ['article', 'actor', 'claim'] as const;
export type FoundNoun = (typeof foundNouns)[number];

/** The number under which the search finds a thing: each key has four, one for each noun and one to spare. */
export function searchNumber(noun: FoundNoun, key: number): number {
  return key * 4 + foundNouns.indexOf(noun);
}

const mostWords = 16;

/** Marks where a found word begins and ends in what `highlights` answers. */
export const marks = { begin: '\u0002', end: '\u0003' };

/** The words of a text as a question to the search, which must find each of them; null where it has none. */
export function matchOf(text: string): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words
    .slice(0, mostWords)
    .map((word) => `"${word}"`)
    .join(' ');
}

const found = sql`search`;
const number = sql<number>`search.rowid`;
// Whole numbers, so that a cursor finds its place again.
const rank = sql<number>`cast(round(bm25(search, 4.0, 1.0) * 1000000) as integer)`;

// Whatever name or wording is found, with the number of what is shown for it. Without a limit SQLite would flatten it into
// the grouping, where nothing can be ranked.
const places = sql`(
  select ${number} as place, ${numberShown()} as number, ${rank} as rank
  from ${found} where search match ${placeholder('match')} and ${isVisible()} limit -1) places`;

// Each once, by its best place: SQLite takes bare columns from the row of the least.
const hits = select({
  number: sql<number>`number`.as('number'),
  rank: sql<number>`min(rank)`.as('rank'),
  place: sql<number>`place`.as('place'),
})
  .from(places)
  .groupBy(sql`number`)
  .as('hits');

const fields = {
  key: sql<number>`hits.number`,
  rank: sql<number>`hits.rank`,
  placeFound: sql<number>`hits.place`,
};

/**
 * Something that the search found: `key` is four times the key of a row, and which noun it is; a lower `rank` is better.
 * `placeFound` is the number of the name or wording in which it was found.
 */
export type HitOnRecord = RowOf<typeof fields>;
const hitShape = rowShape(fields);

/** The best hits for `match` among the nouns of `scopes`, after those up to `after`. */
export const hitPage = pack(
  select(fields)
    .from(hits)
    .where(
      sql`(hits.rank, hits.number) > (${placeholder('after.value')}, ${placeholder('after.key')})`,
    )
    .orderBy(sql`hits.rank`, sql`hits.number`)
    .limit(placeholder('limit')),
  Object.keys(fields),
  hitShape,
);

/** How many hits there are for `match` among the nouns of `scopes`, up to one more than are counted. */
export const hitCount = statement(
  counted(
    selectDistinct({ number: numberShown().as('number') })
      .from(found)
      .where(sql`search match ${placeholder('match')} and ${isVisible()}`),
  ),
);

/** Excerpts of these `keys`, which are numbers of hits, with the found words marked. `body` is null where an article's text is not for the viewer. */
export const highlights = statement(
  select({
    key: number,
    title: excerpt(0),
    body: sql<string | null>`case when ${placeholder('seesTexts')} or search.rowid % 4 <> 0
      or exists (select 1 from articles where key = search.rowid / 4 and text_is_public = 1)
      then ${excerpt(1)} end`,
  })
    .from(found)
    .where(
      and(
        sql`search match ${placeholder('match')}`,
        sql`search.rowid in (select value from json_each(${placeholder('keys')}))`,
      ),
    )
    // Without a limit SQLite flattens this into the packing, where no snippet can be taken.
    .limit(100),
);

function excerpt(column: number): SQL<string> {
  return sql`snippet(search, ${sql.raw(String(column))}, ${marks.begin}, ${marks.end}, '…', 24)`;
}

/** The number of what is shown for the place that is read. */
function numberShown(): SQL<number> {
  return sql<number>`case search.rowid % 4
    when 1 then 4 * (select coalesce(shown, key) from actors where key = search.rowid / 4) + 1
    when 2 then 4 * (select coalesce(shown, key) from claims where key = search.rowid / 4) + 2
    else search.rowid end`;
}

/** Readers find what their lists hold, by every name and wording that they may see. */
function isVisible(): SQL {
  return sql`search.rowid % 4 in (select value from json_each(${placeholder('scopes')}))
    and case search.rowid % 4
      when 0 then exists (select 1 from articles where key = search.rowid / 4 and withdrawn_at is null)
      when 1 then exists (select 1 from actors where key = search.rowid / 4 and review = 'VERIFIED')
      else exists (select 1 from claims where key = search.rowid / 4 and (listed = 1 or shown is not null
        and public_at is not null and review = 'VERIFIED' and withdrawn_at is null
        and (select whole.listed from claims whole where whole.key = claims.shown) = 1))
    end`;
}
