import { sql } from 'drizzle-orm';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { actorNames, actors } from '../tables/actor.ts';
import { aliasesOfWhole } from './actor.ts';

/**
 * The actors with a name of their own that are called by one of `names`, a JSON array without articles in front, or that
 * are shown for one who is; with all their names.
 */
export const actorsCalled = statement(
  select({
    key: actors.key,
    slug: actors.slug,
    name: actors.name,
    kind: actors.kind,
    aliases: aliasesOfWhole,
  })
    .from(actors)
    .where(
      sql`${actors.kind} not in ('UNNAMED_SOURCE', 'GROUP') and ${actors.key} in (
        select coalesce(named.shown, named.key) from json_each(${placeholder('names')}) called
          cross join ${actorNames} on ${actorNames.name} = called.value
          cross join actors named on named.key = ${actorNames.actor})`,
    )
    .orderBy(actors.key),
);

/**
 * Whether the text with this hash, of this outlet, is on record, the slug of the agency that it is credited to there, and
 * whether an extractor drafted from it before.
 */
export const textOnRecord = statement(
  select({
    isOnRecord: sql<number>`exists (select 1 from ${textOfOutlet()})`,
    agency: sql<string | null>`(select agency.slug from ${textOfOutlet()}
      cross join actors agency on agency.key = same.credited_to)`,
    isRead: sql<number>`exists (
      select 1 from ${textOfOutlet()} cross join evidence on evidence.article = same.key
      where evidence.extractor = ${placeholder('extractor')})`,
  }).from(sql`(select 1)`),
);

function textOfOutlet() {
  return sql`(select key, credited_to from articles where sha256 = ${placeholder('sha256')}
    and coalesce(shown_outlet, 0)
      = coalesce((select coalesce(shown, key) from actors where key = ${placeholder('outlet')}), 0)) same`;
}

const mostNames = 4000;
const longestName = 6;

/** All that may be a name in a text: words from a capital one to another, as they stand there. */
export function namesInText(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  for (const [at, word] of words.entries()) {
    if (!isCapital(word[0])) continue;
    let end = word.index;
    for (const next of words.slice(at, at + longestName)) {
      if (names.size >= mostNames || !isClose(text.slice(end, next.index))) break;
      end = next.index + next[0].length;
      if (!isCapital(next[0])) continue;
      names.add(text.slice(word.index, end));
      // `U.S.`, `Inc.`
      if (text[end] === '.') names.add(text.slice(word.index, end + 1));
    }
  }
  return names;
}

const isCapital = (word: string): boolean => /^[\p{Lu}\p{N}]/u.test(word);

/** Whether what stands between two words leaves them in one name. */
const isClose = (between: string): boolean => /^[ .,&’'-]{0,3}$/u.test(between);
