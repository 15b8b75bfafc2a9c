import { type SQL, sql } from 'drizzle-orm';
import { counted } from '../read/page.ts';
import { placeholder, select } from '../read/query.ts';
import { type Args, pack, statement } from '../read/read.ts';
import {
  type FoundNoun,
  foundNouns,
  hitFields,
  hitShape,
  index,
  marked,
  ofEachNoun,
  type SearchIndex,
} from './search.ts';

/*
 * For a reader of the past alone: `moment` is what it is told of the moment. The words of a thing are those of the row of its
 * history that ends first behind the moment, or those of now where none does.
 */

/** Where the words of a kind of thing are, and which things were found by everyone. */
interface PastWords {
  readonly now: SearchIndex;
  readonly former: SearchIndex;
  readonly history: SQL;
  readonly table: SQL;
  /** What it is called by: its first words. */
  readonly name: string;
  readonly wasFound: SQL;
}

const columnsOf = {
  article: { title: 1 },
  actor: { name: 1, aliases: 1, description: 1 },
  claim: { text: 1, wordings: 1 },
};

function pastWords(noun: FoundNoun, name: string, wasFound: string): PastWords {
  const former = index(`search_former_${noun}s`, columnsOf[noun]);
  const now = index(`search_public_${noun}s`, columnsOf[noun]);
  // Of the other words of an article no history is kept.
  const told = noun === 'article' ? { body: sql<null>`null` } : {};
  return {
    now: { ...now, ...told },
    former: { ...former, ...told },
    history: sql.raw(`${noun}_word_history`),
    table: sql.raw(`${noun}s`),
    name,
    wasFound: sql.raw(wasFound),
  };
}

const words: Readonly<Record<FoundNoun, PastWords>> = {
  article: pastWords('article', 'title', 'whole.withdrawn_at is null'),
  actor: pastWords('actor', 'name', "whole.shown is null and whole.review = 'VERIFIED'"),
  claim: pastWords('claim', 'text', 'whole.listed = 1'),
};

const seq = sql`(select seq from moment)`;

/** Whether the words of now were not yet those of the thing with this key. */
const wereOthers = (key: SQL, history: SQL): SQL =>
  sql`exists (select 1 from ${history} later where later.key = ${key} and later.until >= ${seq})`;

/** Whether a row of the history has the words of the moment. */
const wasInForce = (history: SQL): SQL =>
  sql`past.until >= ${seq} and not exists (
    select 1 from ${history} sooner where sooner.key = past.key and sooner.until >= ${seq} and sooner.until < past.until)`;

/** What holds any of the terms by its words of the moment, and how many of them it holds. */
function holding(noun: FoundNoun): SQL {
  const { former, history, now } = words[noun];
  const asked = sql`(select value as term from json_each(${placeholder(noun)})) asked`;
  return sql`(
    select ${now.name}.rowid as key, count(*) as terms from ${asked} cross join ${now.name}
    where ${now.name} match asked.term and not ${wereOthers(sql`${now.name}.rowid`, history)} group by 1
    union all
    select past.key, count(*) from ${asked} cross join ${former.name} cross join ${history} past on past.id = ${former.name}.rowid
    where ${former.name} match asked.term and ${wasInForce(history)} group by 1)`;
}

/** Of what holds them that which was found by everyone. */
function foundThen(noun: FoundNoun, columns: SQL): SQL {
  const { table, wasFound } = words[noun];
  return sql`select ${columns} from ${holding(noun)} held cross join ${table} whole on whole.key = held.key where ${wasFound}`;
}

const hits = sql`(${ofEachNoun((noun, place) => {
  const name = sql.raw(`whole.${words[noun].name}`);
  const columns = sql`4 * held.key + ${place} as number, -held.terms as rank,
    4 * row_number() over (order by ${name} <> ${placeholder('query')} collate nocase, held.terms desc, held.key desc) + ${place} as place`;
  return sql`select * from (${foundThen(noun, columns)})`;
})}) hits`;

/** A page of what was found at the moment, for `pastHitArgs`: what is called by the query first, then what holds the most terms, then the newest. */
export const pastHitPage = pack(
  select(hitFields)
    .from(hits)
    .where(sql`place > ${placeholder('after.value')}`)
    .orderBy(sql`place`)
    .limit(placeholder('limit')),
  Object.keys(hitFields),
  hitShape,
);

/** How many there were for `pastHitArgs`, up to one more than are counted. */
export const pastHitCount = statement(
  counted(sql`(${ofEachNoun((noun) => foundThen(noun, sql`1`))})`),
);

const excerpts = ({ title, also, body }: SearchIndex): SQL =>
  sql`${title} as title, ${also} as also, ${body} as body`;

/** Excerpts of these `keys`, which are numbers of hits, by the words of the moment. */
export const pastHighlights = statement(
  select(marked).from(
    sql`(${ofEachNoun((noun, place) => {
      const { former, history, now } = words[noun];
      const found = sql`(select value / 4 from json_each(${placeholder('keys')}) where value % 4 = ${place})`;
      const match = placeholder(`${noun}.match`);
      // Without a limit SQLite flattens this into the packing, where no snippet can be taken.
      return sql`select * from (
        select 4 * rowid + ${place} as number, ${excerpts(now)} from ${now.name}
        where ${now.name} match ${match} and rowid in ${found} and not ${wereOthers(sql`${now.name}.rowid`, history)} limit 100)
        union all select * from (
        select 4 * (select key from ${history} where id = ${former.name}.rowid) + ${place} as number, ${excerpts(former)} from ${former.name}
        where ${former.name} match ${match}
          and rowid in (select id from ${history} past where past.key in ${found} and ${wasInForce(history)}) limit 100)`;
    })})`,
  ),
);

/** What a page of hits for any of these terms among these nouns takes, beside what says where it begins and ends. */
export function pastHitArgs(
  { query, terms }: { readonly query: string; readonly terms: readonly string[] },
  nouns: readonly FoundNoun[],
): Args {
  const asked = foundNouns.map((noun) => {
    const inName = terms.map((term) => inNameOf(noun, term));
    const all = noun === 'article' ? inName : [...terms, ...inName];
    return [noun, JSON.stringify(nouns.includes(noun) ? all : [])] as const;
  });
  return { ...Object.fromEntries(asked), query: query.trim() };
}

/** What the excerpts of hits for `match` take. */
export function pastMatchArgs(match: string): Args {
  return {
    'article.match': inNameOf('article', match),
    'actor.match': match,
    'claim.match': match,
  };
}

const inNameOf = (noun: FoundNoun, match: string): string => `{${words[noun].name}} : (${match})`;
