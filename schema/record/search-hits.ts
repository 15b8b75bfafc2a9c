import { type ActorOnRecord, actorsByKey } from '../../db/queries/actor.ts';
import { type ArticleOnRecord, articlesByKey } from '../../db/queries/article.ts';
import { type ClaimOnRecord, claimsByKey } from '../../db/queries/claim.ts';
import {
  type EachReader,
  type FoundNoun,
  foundNouns,
  type HitOnRecord,
  highlights,
} from '../../db/queries/search.ts';
import { pastHighlights, pastMatchArgs } from '../../db/queries/search-past.ts';
import type { Query } from '../../db/read/query.ts';
import { builder } from '../builder.ts';
import { type GraphContext, hasRole } from '../context.ts';
import { Actor, Article, Claim } from '../objects.ts';
import {
  follow,
  keyArgs,
  loadOne,
  type MaybePromise,
  type ResolverInput,
  whenAllRead,
  whenRead,
} from '../reading/edge.ts';
import { Highlight, type HighlightOfHit, highlightsOf } from '../reading/highlight.ts';
import { typeOfRow } from '../reading/node.ts';

type FoundRow = ActorOnRecord | ArticleOnRecord | ClaimOnRecord;

/** How what the search finds is read. */
const readAs: Readonly<
  Record<FoundNoun, { readonly type: string; readonly query: Query<FoundRow> }>
> = {
  article: { type: 'Article', query: articlesByKey },
  actor: { type: 'Actor', query: actorsByKey },
  claim: { type: 'Claim', query: claimsByKey },
};

/** A question, as it is put to the indexes. */
export interface SearchQuestion {
  readonly match: string;
  /** The runs of letters in it of which a text may hold each in a longer one. */
  readonly runs: readonly string[];
  /** Whether nothing was found by all words. */
  readonly isLoose: boolean;
  readonly matched: 'ALL_WORDS' | 'ANY_WORD';
}

/** What was asked, and what may be reached from what it found: the record as it was, where it was asked as of a moment. */
export interface Sought {
  readonly question: SearchQuestion;
  readonly context: GraphContext;
}

interface SearchHit extends Sought {
  readonly cursor: string;
  readonly node: HitOnRecord;
}

export const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search can find.',
  types: [Article, Actor, Claim],
  resolveType: typeOfRow,
});

export const SearchEdge = builder.objectRef<SearchHit>('SearchEdge').implement({
  description: 'Something that a search found.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Where it stands among what this search found.',
    }),
    node: t.field({
      type: SearchResult,
      description: 'What was found.',
      resolve: ({ context, node }, args, _context, info) =>
        follow(node, info, ({ rows }) => foundBy(numbersOf(rows), { args, context, info })),
    }),
    highlights: t.field({
      type: [Highlight],
      description:
        'Where the words stand in it. Of an article’s text only for those who may read it.',
      resolve: ({ context, question, node }, args, _context, info) =>
        follow(node, info, ({ rows }) =>
          highlighted(numbersOf(rows), question, { args, context, info }),
        ),
    }),
    score: t.float({
      description:
        'How well it fits (BM25), or, as of a moment, how many of the words it holds, those in its name twice: the higher, the better. Comparable among things of its kind in one search only.',
      resolve: ({ node }) => -node.rank / 1_000_000,
    }),
  }),
});

/** Which index the viewer searches: that of the words that he may read. */
export function indexFor({ publicTexts, viewer }: GraphContext): keyof EachReader<unknown> {
  return publicTexts || hasRole(viewer, 'EDITOR') ? 'all' : 'public';
}

/** What the hits with these numbers are, in their order: one statement for each kind of thing. */
export function foundBy(
  numbers: readonly number[],
  { context, info }: ResolverInput<object>,
): MaybePromise<readonly FoundRow[]> {
  const reads = foundNouns.map((noun, kind) => {
    const keys = numbers.map((number) => (number % 4 === kind ? Math.floor(number / 4) : null));
    const { query, type } = readAs[noun];
    return loadOne(query, keys, { context, info }, type);
  });
  return whenAllRead(reads, (found) =>
    numbers.map((number, index) => {
      const row = found[number % 4]?.[index];
      if (!row) throw new Error(`The search found ${number}, which is not there.`);
      return row;
    }),
  );
}

/** The excerpts of the hits with these numbers, in their order. */
function highlighted(
  numbers: readonly number[],
  { match, runs }: SearchQuestion,
  { context }: ResolverInput<object>,
): MaybePromise<readonly (readonly HighlightOfHit[])[]> {
  const values = { ...keyArgs(numbers, context), run: runs[0] ?? '' };
  const read = context.past
    ? context.aside.read(pastHighlights, { ...values, ...pastMatchArgs(match) })
    : context.aside.read(highlights[indexFor(context)], { ...values, match });
  return whenRead(read, (rows) => {
    const byNumber = new Map(rows.map((row) => [row.key, row]));
    return numbers.map((number) => {
      const noun = foundNouns[number % 4];
      const marked = byNumber.get(number);
      return noun === undefined || marked === undefined ? [] : highlightsOf(noun, marked, runs);
    });
  });
}

/** What hits are called in the order of their finding. */
export const numbersOf = (hits: readonly object[]): readonly number[] =>
  hits.map((hit) => Number(Reflect.get(hit, 'key')));
