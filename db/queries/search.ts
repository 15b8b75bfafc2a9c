import { type SQL, sql } from 'drizzle-orm';
import { counted } from '../read/page.ts';
import { placeholder, select } from '../read/query.ts';
import { type Args, pack, statement } from '../read/read.ts';
import { type RowOf, rowShape } from '../read/row.ts';

/** What the search finds, in the order in which their numbers are made of the key. */
export const foundNouns = ['article', 'actor', 'claim'] as const;
export type FoundNoun = (typeof foundNouns)[number];

/** A question that finds nothing. */
const noWords = '""';

/** Marks where a found word begins and ends in what `highlights` answers. */
export const marks = { begin: '\u0002', end: '\u0003' };

/** An index of words; see docs/decisions/0012-an-index-for-each-kind.md. Its name is that of the column which is matched, too. */
export interface SearchIndex {
  readonly name: SQL;
  /** How badly a row fits: the lower, the better. */
  readonly rank: SQL<number>;
  readonly title: SQL<string>;
  /** Null where no such excerpt is cut: of an article’s outlet. */
  readonly also: SQL<string | null>;
  /** Null where it is not what an excerpt is cut from: of an article that is the text alone. */
  readonly body: SQL<string | null>;
}

/** The last column is that of other forms, of which nothing is shown; the body stands before it. */
export function index(name: string, columns: Readonly<Record<string, number>>): SearchIndex {
  const list = sql.raw(
    [...Object.values(columns), otherForms].map((weight) => weight.toFixed(1)).join(', '),
  );
  const names = Object.keys(columns);
  return {
    name: sql.raw(name),
    rank: sql<number>`bm25(${sql.raw(name)}, ${list})`,
    title: excerpt(name, 0),
    also: names.includes('aliases') ? excerpt(name, 1) : sql`null`,
    body: aroundRun(name, names.at(-1) ?? '', excerpt(name, names.length - 1)),
  };
}

const otherForms = 0.5;

/** What stands around a run of letters that is no word of its own: no excerpt of words shows where. */
function aroundRun(name: string, column: string, otherwise: SQL<string>): SQL<string> {
  const run = placeholder('run');
  const told = sql.raw(`${name}.${column}`);
  return sql`case when ${run} <> '' and instr(${told}, ${run}) > 0
    then case when instr(${told}, ${run}) > 31 then '…' else '' end
      || substr(${told}, max(1, instr(${told}, ${run}) - 30), 90)
      || case when length(${told}) > max(1, instr(${told}, ${run}) - 30) + 89 then '…' else '' end
    else ${otherwise} end`;
}

function excerpt(name: string, column: number): SQL<string> {
  return sql`snippet(${sql.raw(name)}, ${sql.raw(String(column))}, ${marks.begin}, ${marks.end}, '…', 24)`;
}

type Indexes = Readonly<Record<FoundNoun, SearchIndex>>;

const articles = index('search_public_articles', { title: 4, outlet: 1, body: 1 });
const hasPublicText = sql`exists (
  select 1 from articles where key = search_public_articles.rowid and text_is_public = 1 and text is not null)`;

/** By the words that everyone may read. */
const publicWords: Indexes = {
  article: { ...articles, body: sql`case when ${hasPublicText} then ${articles.body} end` },
  actor: index('search_public_actors', { name: 8, aliases: 6, description: 1 }),
  claim: index('search_public_claims', { text: 4, wordings: 4 }),
};

/** The same, and articles by their whole texts, whoever may read those. */
const allWords: Indexes = {
  ...publicWords,
  article: index('search_all_articles', { title: 4, text: 1 }),
};

/** The same for whoever may read all words, and for everyone. */
export interface EachReader<T> {
  readonly all: T;
  readonly public: T;
}

function eachReader<T>(build: (indexes: Indexes) => T): EachReader<T> {
  return { all: build(allWords), public: build(publicWords) };
}

/** One of these for each kind of thing, one after the other. */
export function ofEachNoun(build: (noun: FoundNoun, place: SQL) => SQL): SQL {
  const parts = foundNouns.map((noun, place) => build(noun, sql.raw(String(place))));
  return sql.join(parts, sql` union all `);
}

// The best of each kind alone are told apart, by the statistics of their own index, and looked up.
const hitsIn = (indexes: Indexes): SQL =>
  sql`(${ofEachNoun((noun, place) => {
    const { name, rank } = indexes[noun];
    return sql`select 4 * key + ${place} as number, 4 * row_number() over (order by rank, key) + ${place} as place, rank from (
    select rowid as key, ${rank} as rank from ${name} where ${name} match ${placeholder(noun)}
    order by 2, 1 limit ${placeholder('upTo')})`;
  })}) hits`;

/** What is read of a hit. */
export const hitFields = {
  key: sql<number>`number`,
  place: sql<number>`place`,
  rank: sql<number>`cast(round(rank * 1000000) as integer)`,
};

/**
 * Something that the search found: `key` is four times the key of a row, and which noun it is. By `place` they follow each
 * other, and a lower `rank` is better among those of one noun.
 */
export type HitOnRecord = RowOf<typeof hitFields>;
export const hitShape = rowShape(hitFields);

/** The best hits of `hitArgs`, after those up to `after`: the best of each noun, then the second of each, and so on. */
export const hitPage = eachReader((indexes) =>
  pack(
    select(hitFields)
      .from(hitsIn(indexes))
      .where(sql`place > ${placeholder('after.value')}`)
      .orderBy(sql`place`)
      .limit(placeholder('limit')),
    Object.keys(hitFields),
    hitShape,
  ),
);

/** What a page of hits for `match` among these nouns takes, beside what says where it begins and ends. */
export function hitArgs(match: string, nouns: readonly FoundNoun[], window: Args): Args {
  const asked = foundNouns.map((noun) => [noun, nouns.includes(noun) ? match : noWords] as const);
  const rounds = Math.max(0, Math.floor(Number(window['after.value']) / 4));
  return { ...Object.fromEntries(asked), ...window, upTo: rounds + Number(window.limit) };
}

/** How many hits there are for `hitArgs`, up to one more than are counted. */
export const hitCount = eachReader((indexes) =>
  statement(
    counted(
      sql`(${ofEachNoun((noun) => {
        const { name } = indexes[noun];
        return sql`select 1 from ${name} where ${name} match ${placeholder(noun)}`;
      })})`,
    ),
  ),
);

/** What is read of the excerpts of a hit. */
export const marked = {
  key: sql<number>`number`,
  title: sql<string>`title`,
  also: sql<string | null>`also`,
  body: sql<string | null>`body`,
};

/** Excerpts of these `keys`, which are numbers of hits, with the found words marked, or around a `run` of letters. `body` is null where an article's text is not for the viewer. */
export const highlights = eachReader((indexes) =>
  statement(
    select(marked).from(
      sql`(${ofEachNoun((noun, place) => {
        const { name, title, also, body } = indexes[noun];
        // Without a limit SQLite flattens this into the packing, where no snippet can be taken.
        return sql`select * from (
          select 4 * rowid + ${place} as number, ${title} as title, ${also} as also, ${body} as body from ${name}
          where ${name} match ${placeholder('match')}
            and rowid in (select value / 4 from json_each(${placeholder('keys')}) where value % 4 = ${place}) limit 100)`;
      })})`,
    ),
  ),
);
