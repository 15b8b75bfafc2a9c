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

/** An index of words. Its name is that of the column which is matched, too. */
export interface SearchIndex {
  readonly name: SQL;
  readonly rank: SQL<number>;
  readonly title: SQL<string>;
  /** Null where it is not what an excerpt is cut from: of an article that is the text alone. */
  readonly body: SQL<string | null>;
}

/** All words on record, those of texts and drafts that not everyone may read among them. */
const allWords: SearchIndex = {
  name: sql`search`,
  rank: sql`bm25(search, 4.0, 1.0)`,
  title: excerpt('search', 0),
  body: excerpt('search', 1),
};

/** The words that everyone may read; see docs/decisions/0009-what-strangers-may-learn.md. */
const publicWords: SearchIndex = {
  name: sql`search_public`,
  rank: sql`bm25(search_public, 4.0, 1.0, 1.0)`,
  title: excerpt('search_public', 0),
  body: sql`case when found.rowid % 4 <> 0
    or exists (select 1 from articles where key = found.rowid / 4 and text_is_public = 1 and text is not null)
    then ${excerpt('search_public', 2)} end`,
};

/** The same for each index. */
export interface EachIndex<T> {
  readonly all: T;
  readonly public: T;
}

/** Builds the same for each index, once. */
export function eachIndex<T>(build: (index: SearchIndex) => T): EachIndex<T> {
  return { all: build(allWords), public: build(publicWords) };
}

const number = sql<number>`found.rowid`;

// Each once, by its best place: SQLite takes bare columns from the row of the least. Without a limit SQLite would flatten
// whatever name or wording is found, with the number of what is shown for it, into the grouping, where nothing can be ranked.
const hitsIn = ({ name, rank }: SearchIndex) =>
  select({
    number: sql<number>`number`.as('number'),
    rank: sql<number>`min(rank)`.as('rank'),
    place: sql<number>`place`.as('place'),
  })
    .from(sql`(
      select ${number} as place, ${numberShown()} as number, ${whole(rank)} as rank
      from ${name} found where ${name} match ${placeholder('match')} and ${isVisible()} limit -1) places`)
    .groupBy(sql`number`)
    .as('hits');

/** A whole number, so that a cursor finds its place again. */
const whole = (rank: SQL<number>) => sql<number>`cast(round(${rank} * 1000000) as integer)`;

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
export const hitPage = eachIndex((index) =>
  pack(
    select(fields)
      .from(hitsIn(index))
      .where(
        sql`(hits.rank, hits.number) > (${placeholder('after.value')}, ${placeholder('after.key')})`,
      )
      .orderBy(sql`hits.rank`, sql`hits.number`)
      .limit(placeholder('limit')),
    Object.keys(fields),
    hitShape,
  ),
);

/** How many hits there are for `match` among the nouns of `scopes`, up to one more than are counted. */
export const hitCount = eachIndex(({ name }) =>
  statement(
    counted(
      selectDistinct({ number: numberShown().as('number') })
        .from(sql`${name} found`)
        .where(sql`${name} match ${placeholder('match')} and ${isVisible()}`),
    ),
  ),
);

/** Excerpts of these `keys`, which are numbers of hits, with the found words marked. `body` is null where an article's text is not for the viewer. */
export const highlights = eachIndex(({ name, title, body }) =>
  statement(
    select({ key: number, title, body })
      .from(sql`${name} found`)
      .where(
        and(
          sql`${name} match ${placeholder('match')}`,
          sql`found.rowid in (select value from json_each(${placeholder('keys')}))`,
        ),
      )
      // Without a limit SQLite flattens this into the packing, where no snippet can be taken.
      .limit(100),
  ),
);

function excerpt(index: string, column: number): SQL<string> {
  return sql`snippet(${sql.raw(index)}, ${sql.raw(String(column))}, ${marks.begin}, ${marks.end}, '…', 24)`;
}

/** The number of what is shown for the place that is read. */
function numberShown(): SQL<number> {
  return sql<number>`case found.rowid % 4
    when 1 then 4 * (select coalesce(shown, key) from actors where key = found.rowid / 4) + 1
    when 2 then 4 * (select coalesce(shown, key) from claims where key = found.rowid / 4) + 2
    else found.rowid end`;
}

/** Readers find what their lists hold, by every name and wording that they may see. */
function isVisible(): SQL {
  return sql`found.rowid % 4 in (select value from json_each(${placeholder('scopes')}))
    and case found.rowid % 4
      when 0 then exists (select 1 from articles where key = found.rowid / 4 and withdrawn_at is null)
      when 1 then exists (select 1 from actors where key = found.rowid / 4 and review = 'VERIFIED')
      else exists (select 1 from claims where key = found.rowid / 4 and (listed = 1 or shown is not null
        and public_at is not null and review = 'VERIFIED' and withdrawn_at is null
        and (select whole.listed from claims whole where whole.key = claims.shown) = 1))
    end`;
}
