import { print } from 'graphql';
import {
  ActorAffiliatesDocument,
  ActorAffiliationsDocument,
  ActorClaimsDocument,
  ActorDocument,
  ActorStancesDocument,
  ActorsDocument,
  ArticleClaimsDocument,
  ArticleDocument,
  ArticleEvidenceDocument,
  ArticlesDocument,
  ClaimArticlesDocument,
  ClaimDocument,
  ClaimLinksDocument,
  ClaimStancesDocument,
  ClaimsDocument,
  NodeDocument,
  NodesDocument,
  SearchDocument,
  SimilarClaimsDocument,
  StancesDocument,
} from '../../../sdk/src/generated/documents.ts';
import { rawRows } from '../../kit/raw-rows.ts';

/** Asks one question, as somebody, and tells the answer. */
export type Ask = (query: string, variables: object) => Promise<unknown>;

type Question = readonly [document: string, variables: object];

const texts = new Map<object, string>();

/** What a generated document says: each is asked hundreds of times. */
function text(document: object): string {
  // It is one of GraphQL's.
  const said = texts.get(document) ?? print(document as Parameters<typeof print>[0]);
  texts.set(document, said);
  return said;
}

// Places in the log, moments of it, and what goes by them, are others after something was judged and taken back.
const left = new Set(['since', 'asOf', 'cursor', 'feedCursor', 'startCursor', 'endCursor']);

/** Which of all questions are asked: one in `oneIn`, begun with number `from`. */
export interface Share {
  readonly oneIn: number;
  readonly from: number;
}

export const all: Share = { oneIn: 1, from: 0 };

/** What every query of the SDK answers on the record at `path`, by its question. */
export async function everyAnswer(
  path: string,
  ask: Ask,
  { oneIn, from }: Share = all,
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  let number = 0;
  for (const [query, variables] of questionsOn(path)) {
    number += 1;
    if ((number + from) % oneIn !== 0) continue;
    const name = `${/(?:query|\{)\s*(\w+)/.exec(query)?.[1]} ${JSON.stringify(variables)}`;
    const answer = JSON.stringify(await ask(query, variables), (key, value) =>
      left.has(key) || key === 'requestId' ? undefined : value,
    );
    answers.set(name, answer);
  }
  return answers;
}

const orders = {
  claims: ['HAPPENED_FROM', 'MOST_DISPUTED', 'RECORDED_AT'],
  stances: ['RECORDED_AT', 'SAID_AT'],
  articles: ['PUBLISHED_AT', 'RECORDED_AT'],
  actors: ['NAME', 'RECORDED_AT'],
} as const;

/** Every query on everything that is on record, by every filter. */
function* questionsOn(path: string): Generator<Question> {
  const rows = (table: string) =>
    rawRows<{ id: string; slug: string }>(path, `select id, slug from ${table} order by key`);
  const [actors, articles, claims, stances] = ['actors', 'articles', 'claims', 'stances'].map(rows);
  const bys = (named: typeof actors) => (named ?? []).map(({ slug }) => ({ slug }));
  const filters = {
    claims: [...claimFilters(bys(actors), bys(articles))],
    stances: [...stanceFilters(bys(actors), bys(articles), bys(claims))],
    articles: bys(actors).flatMap((by) => [{ outlet: by }, { creditedTo: by }]),
    actors: [
      ...bys(actors).map((grantedBy) => ({ grantedBy })),
      { kind: 'PERSON' },
      { kind: 'OUTLET' },
    ],
  };
  const listText = {
    claims: text(ClaimsDocument),
    stances: text(StancesDocument),
    articles: text(ArticlesDocument),
    actors: text(ActorsDocument),
  };
  for (const list of ['claims', 'stances', 'articles', 'actors'] as const) {
    const whole = { first: 100, withTotalCount: true };
    for (const field of orders[list]) {
      for (const direction of ['ASC', 'DESC']) {
        yield [listText[list], { ...whole, orderBy: { field, direction } }];
      }
    }
    yield [listText[list], { first: 3, withTotalCount: true }];
    for (const filter of filters[list]) yield [listText[list], { ...whole, filter }];
  }
  for (const by of [...bys(claims), ...(claims ?? []).map(({ id }) => ({ id }))]) {
    yield [text(ClaimDocument), { by }];
    yield [text(ClaimDocument), { by, saidBy: '2024-03-03T00:00:00Z' }];
    for (const document of [ClaimStancesDocument, ClaimArticlesDocument, ClaimLinksDocument])
      yield [text(document), { by, withTotalCount: true }];
  }
  for (const by of [...bys(actors), ...(actors ?? []).map(({ id }) => ({ id }))]) {
    yield [text(ActorDocument), { by }];
    for (const document of [
      ActorStancesDocument,
      ActorClaimsDocument,
      ActorAffiliationsDocument,
      ActorAffiliatesDocument,
    ])
      yield [text(document), { by, withTotalCount: true }];
  }
  for (const by of bys(articles)) {
    yield [text(ArticleDocument), { by }];
    for (const document of [ArticleClaimsDocument, ArticleEvidenceDocument])
      yield [text(document), { by, withTotalCount: true }];
  }
  const ids = [actors, articles, claims, stances].flatMap((all) => (all ?? []).map(({ id }) => id));
  for (const id of ids) yield [text(NodeDocument), { id }];
  for (let start = 0; start < ids.length; start += 50)
    yield [text(NodesDocument), { ids: ids.slice(start, start + 50) }];
  for (const query of ['claim', 'so', 'outlet', 'harbour council', 'source', 'again']) {
    yield [text(SearchDocument), { query, first: 50 }];
    yield [`query search($query: String!) { search(query: $query) { totalCount } }`, { query }];
  }
  for (const said of ['What claim-1 says is so.', 'claim-2 and claim-3'])
    yield [text(SimilarClaimsDocument), { text: said, first: 20 }];
  yield [
    `query record { record { counts { actors affiliations articles claims evidence links stances } } }`,
    {},
  ];
}

function* claimFilters(actors: readonly object[], articles: readonly object[]): Generator<object> {
  const statuses =
    'DISPUTED DENIED RETRACTED QUESTIONED CORROBORATED ASSERTED REPORTED UNADDRESSED';
  for (const status of statuses.split(' ')) yield { status };
  for (const topic of ['harbour', 'budget', 'bridge']) yield { topic };
  yield { onlyUnnamedSources: true };
  yield { kind: 'FACT' };
  yield { language: 'en' };
  for (const actor of actors) {
    yield { stances: [{ actor }] };
    yield { stances: [{ actor, polarity: 'FOR' }, { polarity: 'AGAINST' }] };
    yield { noStances: { actor } };
    yield { outlet: actor };
    yield { disputedBy: actor };
  }
  yield { awaitingReply: true };
  yield { statusIn: ['DENIED', 'DISPUTED'] };
  for (const article of articles) yield { article };
}

function* stanceFilters(
  actors: readonly object[],
  articles: readonly object[],
  claims: readonly object[],
): Generator<object> {
  for (const actor of actors) {
    yield { actor };
    yield { via: actor };
    yield { outlet: actor };
    yield { actor, saidAfter: '2024-03-02T00:00:00Z' };
  }
  for (const article of articles) yield { article };
  for (const claim of claims) yield { claim };
  yield { hearsay: true };
  yield { polarity: 'AGAINST' };
  yield { saidBefore: '2024-03-03T00:00:00Z' };
  yield { withdrawn: true };
}
