import { type ActorOnRecord, actorsByKey } from '../../db/queries/actor.ts';
import { type ArticleOnRecord, articlesByKey } from '../../db/queries/article.ts';
import { type ClaimOnRecord, claimsByKey } from '../../db/queries/claim.ts';
import {
  type EachReader,
  type FoundNoun,
  foundNouns,
  type HitOnRecord,
  highlights,
  hitArgs,
  hitCount,
  hitPage,
  matchOf,
} from '../../db/queries/search.ts';
import type { Query } from '../../db/read/query.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import { type GraphContext, hasRole } from '../context.ts';
import { SearchScope } from '../enums.ts';
import { Actor, Article, Claim } from '../objects.ts';
import { PageInformation, totalFields } from '../reading/connection.ts';
import { pageOf } from '../reading/cut-pages.ts';
import {
  follow,
  keyArgs,
  loadOne,
  type MaybePromise,
  type ResolverInput,
  whenAllRead,
  whenRead,
} from '../reading/edge.ts';
import { encodeFeedCursor } from '../reading/feed-cursor.ts';
import { Highlight, type HighlightOfHit, highlightsOf } from '../reading/highlight.ts';
import { once, seqForFeedCursor } from '../reading/list.ts';
import { typeOfRow } from '../reading/node.ts';
import { type ConnectionPage, windowOf } from '../reading/page.ts';

const longestQuery = 1000;

type FoundRow = ActorOnRecord | ArticleOnRecord | ClaimOnRecord;

/** How what the search finds is read. */
const readAs: Readonly<
  Record<FoundNoun, { readonly type: string; readonly query: Query<FoundRow> }>
> = {
  article: { type: 'Article', query: articlesByKey },
  actor: { type: 'Actor', query: actorsByKey },
  claim: { type: 'Claim', query: claimsByKey },
};

const scopes = { ARTICLE: 'article', ACTOR: 'actor', CLAIM: 'claim' } as const;

/** A page of hits, and the question that found them. */
interface SearchPage {
  readonly page: ConnectionPage<HitOnRecord>;
  readonly match: string;
}

interface SearchHit {
  readonly cursor: string;
  readonly node: HitOnRecord;
  readonly match: string;
}

const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search can find.',
  types: [Article, Actor, Claim],
  resolveType: typeOfRow,
});

const SearchEdge = builder.objectRef<SearchHit>('SearchEdge').implement({
  description: 'Something that a search found.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Where it stands among what this search found.',
    }),
    node: t.field({
      type: SearchResult,
      description: 'What was found.',
      resolve: ({ node }, args, context, info) =>
        follow(node, info, ({ rows }) => foundBy(numbersOf(rows), { args, context, info })),
    }),
    highlights: t.field({
      type: [Highlight],
      description:
        'Where the words stand in it. Of an article’s text only for those who may read it.',
      resolve: ({ match, node }, args, context, info) =>
        follow(node, info, ({ rows }) =>
          highlighted(numbersOf(rows), match, { args, context, info }),
        ),
    }),
    score: t.float({
      description:
        'How well it fits (BM25): the higher, the better. Comparable among things of its kind in one search only.',
      resolve: ({ node }) => -node.rank / 1_000_000,
    }),
  }),
});

const SearchConnection = builder.objectRef<SearchPage>('SearchConnection').implement({
  description:
    'A page of what a search found: the best of each kind, then the second of each, and so on.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      description: 'What was found, with its cursors and excerpts.',
      resolve: ({ match, page }) => page.edges.map((edge) => ({ ...edge, match })),
    }),
    nodes: t.field({
      type: [SearchResult],
      description: 'What was found.',
      resolve: ({ page }, args, context, info) =>
        foundBy(numbersOf(page.nodes), { args, context, info }),
    }),
    pageInfo: t.field({
      type: PageInformation,
      description: 'Where the page stands.',
      resolve: ({ page }) => page.pageInfo,
    }),
    ...totalFields(t, ({ page }) => whenRead(page.listing.totals(), ([total]) => total)),
    feedCursor: t.string({
      description: 'The place in the feed at which the page was read.',
      resolve: ({ page }, _args, { db }) => encodeFeedCursor(db, page.listing.seq ?? 0),
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'What holds all words of the query, in any of their English forms: the best article, actor and claim, then the second of each, and so on. Whoever may not read the text of an article finds it by its title, its outlet and what is quoted from it, and by nothing else.',
    args: {
      query: t.arg.string({
        required: true,
        description: 'Words in any order. Whatever is no letter or digit only parts them.',
      }),
      in: t.arg({
        type: [SearchScope],
        description: 'What to look through; everything unless given.',
      }),
      first: t.arg.int({
        description: 'How many from the front: 20 unless said otherwise, at most 100.',
      }),
      after: t.arg.string({ description: 'Only what comes after the entry with this cursor.' }),
    },
    resolve: (_root, args, context, info): MaybePromise<SearchPage> => {
      if (args.query.length > longestQuery) {
        throw codedError('BAD_USER_INPUT', `A query has at most ${longestQuery} characters.`);
      }
      const match = matchOf(args.query) ?? '';
      const named = (args.in ?? []).map((scope) => scopes[scope]);
      const nouns = foundNouns.filter((noun) => named.length === 0 || named.includes(noun));
      const order = { by: null, column: 'place', descending: false };
      const window = windowOf({ name: `search ${nouns} ${match}`, order }, args, context.db.seal);
      const values = hitArgs(match, nouns, window.args);
      const { aside } = context;
      const index = indexFor(context);
      const totals = once(() =>
        match === ''
          ? [0]
          : whenRead(aside.read(hitCount[index], values), (rows) => rows.map(({ total }) => total)),
      );
      return whenRead(seqForFeedCursor(context, info), (seq) => {
        const read = match === '' ? [] : aside.read(hitPage[index], values);
        return whenRead(read, (rows) => ({ page: pageOf(rows, { window, seq, totals }), match }));
      });
    },
  }),
);

/** Which index the viewer searches: that of the words that he may read. */
function indexFor({ publicTexts, viewer }: GraphContext): keyof EachReader<unknown> {
  return publicTexts || hasRole(viewer, 'EDITOR') ? 'all' : 'public';
}

/** What the hits with these numbers are, in their order: one statement for each kind of thing. */
function foundBy(
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
  match: string,
  { context }: ResolverInput<object>,
): MaybePromise<readonly (readonly HighlightOfHit[])[]> {
  const values = { ...keyArgs(numbers, context), match };
  return whenRead(context.aside.read(highlights[indexFor(context)], values), (rows) => {
    const byNumber = new Map(rows.map((row) => [row.key, row]));
    return numbers.map((number) => {
      const noun = foundNouns[number % 4];
      const marked = byNumber.get(number);
      return noun === undefined || marked === undefined ? [] : highlightsOf(noun, marked);
    });
  });
}

const numbersOf = (hits: readonly object[]): readonly number[] =>
  hits.map((hit) => Number(Reflect.get(hit, 'key')));
