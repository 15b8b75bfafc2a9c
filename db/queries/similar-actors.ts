import { sql } from 'drizzle-orm';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { withoutArticle } from '../rules/actor.ts';
import {
  type ActorCompared,
  type ActorLikeness,
  acronymsOf,
  bareWords,
  isAcronym,
  isTelling,
} from '../rules/similar-actors.ts';
import { actors } from '../tables/actor.ts';
import { isNamed } from './actor.ts';
import { actorsJudged } from './judged.ts';

const match = {
  actorKey: sql<number>`key`,
  score: sql<number>`score`,
  by: sql<ActorLikeness>`"by"`,
};

/** An actor that may be another one. */
export type ActorMatchOnRecord = RowOf<typeof match>;
export const actorMatchShape = rowShape(match);

const compared = {
  key: actors.key,
  name: actors.name,
  aliases: actors.aliases,
  kind: actors.kind,
  description: actors.description,
  wikidataId: actors.wikidataId,
  grantedBy: actors.grantedBy,
};

/** What the actor of `key` is called. */
export const actorCompared = statement(
  select(compared)
    .from(actors)
    .where(sql`${actors.key} = ${placeholder('key')}`),
);

const mostFound = sql.raw('50');
const mostNamed = sql.raw('500');

/**
 * The actors that may be called like the actor `but`: who shares words with `match`, and who has a name in one of `ranges`. Not
 * those that it is judged to be, or not to be.
 */
export const actorsToCompare = statement(
  select(compared)
    .from(actors)
    .where(
      sql`${actors.key} in (
        select actor from (
          select rowid as actor from search_all_actors where search_all_actors match ${placeholder('match')}
          order by bm25(search_all_actors, 4.0, 1.0), rowid limit ${mostFound})
        union all select actor from (
          select named.actor as actor from json_each(${placeholder('ranges')}) range
            cross join actor_names named
              on named.name >= range.value ->> 'low' and named.name <= range.value ->> 'high'
          where length(named.name) between range.value ->> 'shortest' and range.value ->> 'longest'
            and named.name glob range.value ->> 'pattern'
          limit ${mostNamed}))
      and ${actors.key} not in ${actorsJudged(sql`${placeholder('but')}`)}
      and ${isNamed}`,
    )
    .orderBy(actors.key),
);

const mostNames = 10;
const lastCharacter = '\u{10ffff}';

/** A stretch of the names on record, in the order of characters. */
interface NameRange {
  readonly low: string;
  readonly high: string;
  readonly pattern: string;
  readonly shortest: number;
  readonly longest: number;
}

/** What `actorsToCompare` takes for an actor. */
export function comparisonArgs(actor: ActorCompared & { readonly key: number }) {
  const names = [actor.name, ...actor.aliases].slice(0, mostNames);
  const isPerson = actor.kind === 'PERSON';
  const bare = names.map((name) => bareWords(name, isPerson)).filter(({ length }) => length > 0);
  const questions = bare.map((words) => (isPerson ? personQuestion(words) : bodyQuestion(words)));
  return {
    but: actor.key,
    // What has no letters or digits shares no word with anybody.
    match: questions.length === 0 ? '""' : `{name} : (${questions.join(' OR ')})`,
    ranges: JSON.stringify([
      ...names.flatMap((name) => rangesOf(withoutArticle(name))),
      ...bare.map((words) => likeRange(words.map(capitalised).join(' '))),
    ]),
  };
}

const quoted = (word: string): string => `"${word}"`;

/** Who has the last name, or the first with a last that begins alike. */
function personQuestion(words: readonly string[]): string {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2) return quoted(first);
  return `${quoted(last)} OR (${quoted(first)} AND ${quoted(beginningOf(last))}*)`;
}

/** Who has all the words or, of three and more, all but one: the likes of `ministry` alone find too many. */
function bodyQuestion(bare: readonly string[]): string {
  const telling = bare.filter(isTelling);
  const words = telling.length > 0 ? telling : bare;
  const all = (some: readonly string[]) => `(${some.map(quoted).join(' AND ')})`;
  if (words.length < 3) return all(words);
  return words.map((_, index) => all(words.toSpliced(index, 1))).join(' OR ');
}

const beginningOf = (name: string): string => Array.from(name).slice(0, 3).join('');

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Names that begin alike and are as long. */
function likeRange(name: string): NameRange {
  const beginning = beginningOf(name);
  return {
    low: beginning,
    high: beginning + lastCharacter,
    pattern: '*',
    shortest: name.length - 2,
    longest: name.length + 2,
  };
}

/** Besides those, what the words of the name begin with, and whose words begin with its letters. */
function rangesOf(name: string): readonly NameRange[] {
  const shorts = [...acronymsOf(name)].map((letters) => {
    const acronym = letters.toUpperCase();
    return { low: acronym, high: acronym, pattern: '*', shortest: 2, longest: 6 };
  });
  return [likeRange(name), ...shorts, ...(isAcronym(name) ? [expansionOf(name)] : [])];
}

function expansionOf(acronym: string): NameRange {
  const letters = Array.from(acronym.replaceAll('.', ''));
  const [first = ''] = letters;
  return {
    low: first,
    high: first + lastCharacter,
    pattern: `${letters.join('*[ -]')}*`,
    shortest: acronym.length + 1,
    longest: 200,
  };
}
