import type { GraphQLResolveInfo } from 'graphql';
import { runsIn } from '../../db/queries/paired-letters.ts';
import {
  type FoundNoun,
  foundNouns,
  type HitOnRecord,
  hitArgs,
  hitCount,
  hitPage,
} from '../../db/queries/search.ts';
import { pastHitArgs, pastHitCount, pastHitPage } from '../../db/queries/search-past.ts';
import {
  allWordsOf,
  hasSeveralWords,
  someWordsOf,
  termsOf,
} from '../../db/queries/search-words.ts';
import type { Args } from '../../db/read/read.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import type { GraphContext } from '../context.ts';
import { SearchScope } from '../enums.ts';
import { asOfArgs, contextOfWords } from '../reading/as-of.ts';
import { PageInformation, totalFields } from '../reading/connection.ts';
import { pageOf } from '../reading/cut-pages.ts';
import { type MaybePromise, whenRead } from '../reading/edge.ts';
import { encodeFeedCursor } from '../reading/feed-cursor.ts';
import { once, seqForFeedCursor } from '../reading/list.ts';
import { type ConnectionPage, type PageArgs, windowOf } from '../reading/page.ts';
import { placeIn } from '../reading/page-cursor.ts';
import {
  foundBy,
  indexFor,
  numbersOf,
  SearchEdge,
  type SearchQuestion,
  SearchResult,
  type Sought,
} from './search-hits.ts';

const longestQuery = 1000;

const scopes = { ARTICLE: 'article', ACTOR: 'actor', CLAIM: 'claim' } as const;

/** A page of hits, and what found them. */
interface SearchPage extends Sought {
  readonly page: ConnectionPage<HitOnRecord>;
}

const SearchMatch = builder.enumType('SearchMatch', {
  description: 'How much of a query what was found holds.',
  values: {
    ALL_WORDS: { description: 'All of its words.' },
    ANY_WORD: {
      description:
        'Any of its words but the most common, or what begins like the last: nothing holds them all.',
    },
  } as const,
});

const SearchConnection = builder.objectRef<SearchPage>('SearchConnection').implement({
  description:
    'A page of what a search found: the best of each kind, then the second of each, and so on.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      description: 'What was found, with its cursors and excerpts.',
      resolve: ({ page, ...sought }) => page.edges.map((edge) => ({ ...edge, ...sought })),
    }),
    nodes: t.field({
      type: [SearchResult],
      description: 'What was found.',
      resolve: ({ context, page }, args, _context, info) =>
        foundBy(numbersOf(page.nodes), { args, context, info }),
    }),
    pageInfo: t.field({
      type: PageInformation,
      description: 'Where the page stands.',
      resolve: ({ page }) => page.pageInfo,
    }),
    matched: t.field({
      type: SearchMatch,
      description:
        'Whether what was found holds all words of the query or, where nothing holds them all, any of them.',
      resolve: ({ question }) => question.matched,
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
      'What holds all words of the query, in any of their English forms, the last also by its beginning: the best article, actor and claim, then the second of each, and so on. Where nothing holds all of them, what holds any (`matched`). Whoever may not read the text of an article finds it by its title, its outlet and what is quoted from it, and by nothing else. As of a moment articles are found by their titles alone, and what is called by the query comes first of its kind, then what holds the most of the words, then the newest.',
    args: {
      query: t.arg.string({
        required: true,
        description:
          'Words in any order. Whatever is no letter or digit only parts them. A letter or digit at its end may be followed by more.',
      }),
      in: t.arg({
        type: [SearchScope],
        description: 'What to look through; everything unless given.',
      }),
      first: t.arg.int({
        description: 'How many from the front: 20 unless said otherwise, at most 100.',
      }),
      after: t.arg.string({ description: 'Only what comes after the entry with this cursor.' }),
      ...asOfArgs,
    },
    resolve: (_root, args, context, info): MaybePromise<SearchPage> => {
      if (args.query.length > longestQuery) {
        throw codedError('BAD_USER_INPUT', `A query has at most ${longestQuery} characters.`);
      }
      return whenRead(contextOfWords(context, args), (own) =>
        readBest({ args, context: own, info }),
      );
    },
  }),
);

/** The page of what holds all words or, where nothing does, of what holds any. */
function readBest(input: Omit<Asked, 'nouns'>): MaybePromise<SearchPage> {
  const { args, context } = input;
  const named = (args.in ?? []).map((scope) => scopes[scope]);
  const nouns = foundNouns.filter((noun) => named.length === 0 || named.includes(noun));
  const runs = runsIn(args.query);
  const all: SearchQuestion = {
    ...{ match: allWordsOf(args.query) ?? '', runs, isLoose: false },
    matched: 'ALL_WORDS',
  };
  const any: SearchQuestion = {
    ...{ match: someWordsOf(args.query) ?? '', runs, isLoose: true },
    matched: hasSeveralWords(args.query) ? 'ANY_WORD' : 'ALL_WORDS',
  };
  const read = (question: SearchQuestion) => readHits(question, { ...input, nouns });
  const { after } = args;
  if (typeof after === 'string') {
    const name = listName(any, nouns, context);
    return read(placeIn(context.db.seal, name, after) ? any : all);
  }
  return whenRead(read(all), (found) =>
    found.page.nodes.length > 0 || args.first === 0
      ? found
      : whenRead(read(any), (others) => (others.page.nodes.length > 0 ? others : found)),
  );
}

interface SearchArgs extends PageArgs {
  readonly query: string;
  readonly in?: readonly (keyof typeof scopes)[] | null | undefined;
}

interface Asked {
  readonly nouns: readonly FoundNoun[];
  readonly args: SearchArgs;
  readonly context: GraphContext;
  readonly info: GraphQLResolveInfo;
}

/** What its cursors are bound to: its moment, too. */
function listName(
  { match, isLoose }: SearchQuestion,
  nouns: readonly FoundNoun[],
  { past }: GraphContext,
): string {
  const name = `search ${nouns} ${isLoose ? 'any' : 'all'} ${match}`;
  return past ? `${name} as of ${past.asOf}` : name;
}

/** A page of what a question finds. */
function readHits(
  question: SearchQuestion,
  { args, context, info, nouns }: Asked,
): MaybePromise<SearchPage> {
  const { match } = question;
  const order = { by: null, column: 'place', descending: false };
  const window = windowOf(
    { name: listName(question, nouns, context), order },
    args,
    context.db.seal,
  );
  const { count, found, values } = statementsFor(question, { args, context, nouns }, window.args);
  const { aside } = context;
  const totals = once(() =>
    match === ''
      ? [0]
      : whenRead(aside.read(count, values), (rows) => rows.map(({ total }) => total)),
  );
  return whenRead(seqForFeedCursor(context, info), (seq) => {
    const read = match === '' ? [] : aside.read(found, values);
    return whenRead(read, (rows) => ({
      page: pageOf(rows, { window, seq, totals }),
      question,
      context,
    }));
  });
}

/** What reads the hits of a question, and counts them: those of now are ranked, those of a moment are in an order that does not depend on others. */
function statementsFor(
  { isLoose, match }: SearchQuestion,
  { args: { query }, context, nouns }: Omit<Asked, 'info'>,
  window: Args,
) {
  if (context.past === undefined) {
    const index = indexFor(context);
    return {
      ...{ found: hitPage[index], count: hitCount[index] },
      values: hitArgs(match, nouns, window),
    };
  }
  const terms = isLoose ? termsOf(match) : [match];
  return {
    ...{ found: pastHitPage, count: pastHitCount },
    values: { ...pastHitArgs({ query, terms }, nouns), ...window },
  };
}
