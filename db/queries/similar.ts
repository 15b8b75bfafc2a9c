import { eq, sql } from 'drizzle-orm';
import { among, placeholder, select } from '../read/query.ts';
import { pack, type Statement, statement } from '../read/read.ts';
import { heldShape, type RowOf, rowShape } from '../read/row.ts';
import { longestCompared } from '../rules/claim-relation.ts';
import { personNames } from '../rules/persons-called.ts';
import { untoldClaim } from '../rules/untold-claim.ts';
import { actors } from '../tables/actor.ts';
import { claims } from '../tables/claim.ts';
import { isNamed } from './actor.ts';
import { actorsJudged, claimsJudged } from './judged.ts';
import type { EachReader } from './search.ts';

const mostWordings = sql.raw('5');
const isComparable = sql.raw(`length(text) <= ${longestCompared}`);

/** What the claim says, in the first of its wordings of which `isSeen`. */
const wordings = (isSeen: string) => sql<string>`(
  select json_group_array(text) from (
    select text from claims where key = claim and ${isComparable}
    union all
    select text from claims where shown = claim and ${isComparable} and ${sql.raw(isSeen)}
    limit ${mostWordings}))`;

const match = {
  claimKey: sql<number>`claim`,
  rank: sql<number>`cast(round(score * 1000000) as integer)`,
  wordings: wordings("public_at is not null and review = 'VERIFIED' and withdrawn_at is null"),
};

/** A claim that is like a text; a lower `rank` is better, and `wordings` is a list as JSON. */
type LikeClaim = RowOf<typeof match>;
const likeShape = rowShape(match);

/** The same, and the text that it is like. */
export interface MatchOnRecord extends LikeClaim {
  readonly asked: string;
}
export const matchShape = heldShape<MatchOnRecord>(['claimKey', 'rank', 'wordings', 'asked']);

/** What was found to be like a text. */
export function matchesOf(found: readonly LikeClaim[], asked: string): readonly MatchOnRecord[] {
  const columns = [
    found.map(({ claimKey }) => claimKey),
    found.map(({ rank }) => rank),
    found.map(({ wordings }) => wordings),
    found.map(() => asked),
  ];
  return matchShape.view(columns, found.length);
}

const columns = Object.keys(match);
const mostCompared = sql.raw('50');

/** Those that `but` is by judgements in force, and those that it is not, as they are shown. */
const claimsSettled = sql`(
  select coalesce(shown, key) from claims where key in ${claimsJudged(sql`${placeholder('but')}`)})`;

/**
 * The claims that share words with `match`, each once, the best first, but for `but` and those judged to be it, or not to be
 * it: for everyone those that are listed, by all their public wordings. For whoever sees drafts each by its best wording, and
 * drafts after all others.
 */
export const claimsLike: EachReader<Statement<LikeClaim>> = {
  public: pack(
    select(match)
      .from(sql`(
        select rowid as claim, bm25(search_public_claims, 1.0, 1.0, 0.5) as score from search_public_claims
        where search_public_claims match ${placeholder('match')} and rowid not in ${claimsSettled}
        order by 2, 1 limit ${placeholder('limit')})`)
      .orderBy(sql`score`, sql`claim`),
    columns,
    likeShape,
  ),
  // Without a limit SQLite would flatten the wordings into the grouping, where nothing can be ranked.
  all: pack(
    select({
      ...match,
      rank: sql<number>`cast(round(min(score) * 1000000) as integer)`,
      wordings: wordings("review <> 'REJECTED' and withdrawn_at is null"),
    })
      .from(sql`(
        select coalesce(claims.shown, claims.key) as claim, bm25(search_all_claims, 1.0, 0.5) as score, claims.review = 'DRAFT' as is_draft
        from search_all_claims cross join claims on claims.key = search_all_claims.rowid
        where search_all_claims match ${placeholder('match')} and claims.withdrawn_at is null and claims.review <> 'REJECTED'
          and claims.text <> '${sql.raw(untoldClaim)}'
        limit -1)`)
      .where(sql`claim not in ${claimsSettled}`)
      .groupBy(sql`claim`)
      .orderBy(sql`min(is_draft)`, sql`min(score)`, sql`claim`)
      .limit(placeholder('limit')),
    columns,
    likeShape,
  ),
};

/**
 * For a draft that leaves open what is denied: the other claims of stances that its article shows, those on record before
 * drafts, the nearest before its words first.
 */
export const claimsBeside: Statement<LikeClaim> = pack(
  select({
    claimKey: sql<number>`coalesce(claims.shown, claims.key)`,
    rank: sql<number>`0`,
    wordings: sql<string>`'[]'`,
  })
    .from(sql`evidence own
      cross join evidence other on other.article = own.article and other.stance <> own.stance
      cross join stances on stances.key = other.stance
      cross join claims on claims.key = stances.claim`)
    .where(sql`own.stance = ${placeholder('stance')} and other.withdrawn_at is null
      and stances.review <> 'REJECTED' and stances.withdrawn_at is null
      and claims.review <> 'REJECTED' and claims.withdrawn_at is null and claims.text <> '${sql.raw(untoldClaim)}'`)
    .groupBy(sql`coalesce(claims.shown, claims.key)`)
    .orderBy(
      sql`min(claims.review = 'DRAFT')`,
      sql`min(case when other."start" < own."start" then own."start" - other."start" else 1000000 + other."start" end)`,
      sql`1`,
    )
    .limit(placeholder('limit')),
  columns,
  likeShape,
);

/** What the claims of `keys` say, in their order. */
export const claimTexts = statement(
  select({ text: claims.text })
    .from(among)
    .leftJoin(claims, eq(claims.key, among.parent))
    .orderBy(among.place),
);

const compared = {
  name: actors.name,
  aliases: actors.aliases,
  kind: actors.kind,
  wikidataId: actors.wikidataId,
};

/** What the actors of `keys` are called, in their order. */
export const namesOfActors = statement(
  select(compared).from(among).leftJoin(actors, eq(actors.key, among.parent)).orderBy(among.place),
);

/**
 * The named actors that share words with `match` by any of their names, as they are recorded and under the key of whom is
 * shown, but for `but` and those judged to be it, or not to be it.
 */
export const actorsCalledLike = statement(
  select({ ...compared, key: sql<number>`coalesce(actors.shown, actors.key)` })
    .from(actors)
    .where(
      sql`${actors.key} in (
        select rowid from search_all_actors where search_all_actors match ${placeholder('match')}
        order by bm25(search_all_actors, 4.0, 1.0), rowid limit ${mostCompared})
      and ${actors.kind} <> 'UNNAMED_SOURCE' and ${isNamed}
      and coalesce(actors.shown, actors.key) not in (
        select coalesce(shown, key) from actors where key in ${actorsJudged(sql`${placeholder('but')}`)})`,
    )
    .orderBy(actors.key),
);

/** Who may be meant by the name of a person: who has the last name, or another that begins alike with a first one that does. */
export function personMatch(name: string): string | null {
  const { first, last } = personNames(name);
  if (last === '') return null;
  const begins = (word: string, length: number) =>
    `"${Array.from(word).slice(0, length).join('')}" *`;
  // One name alone begins like many.
  const alike = first === last ? begins(last, 4) : `(${begins(first, 3)} AND ${begins(last, 3)})`;
  // What the index takes for several words: `O’Brien`.
  const written = /\S*['’]\S*$/u.exec(name)?.[0].replaceAll('"', '');
  return [`"${last}"`, alike, ...(written ? [`"${written}"`] : [])].join(' OR ');
}

/**
 * The named actors that share words with `match` by any of their names, each once and by its best, the best first, but for
 * `but` and those judged to be it, or not to be it. Nor those called much longer or shorter than `name`: an outlet
 * without a name is called by a whole headline, which shares words with many.
 */
export const actorsLike = statement(
  select({ key: sql<number>`actor` })
    .from(sql`(
      select coalesce(actors.shown, actors.key) as actor, bm25(search_all_actors, 4.0, 1.0) as score
      from search_all_actors cross join actors on actors.key = search_all_actors.rowid
      where search_all_actors match ${placeholder('match')}
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
