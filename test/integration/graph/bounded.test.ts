import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CountedGraph, openCounted } from './statement-cost.ts';

const [fewClaims, manyClaims] = [300, 1200];

let few: CountedGraph;
let many: CountedGraph;
beforeAll(async () => {
  few = await openCounted(fewClaims);
  many = await openCounted(manyClaims);
}, 180_000);
afterAll(async () => {
  await few[Symbol.asyncDispose]();
  await many[Symbol.asyncDispose]();
});

/** What on record a filter may name: those that most is told of, since they are found soonest and read longest. */
interface Names {
  readonly actor: string;
  readonly article: string;
  readonly claim: string;
  readonly topic: string;
}

async function namesIn(graph: CountedGraph): Promise<Names> {
  const { data } = await graph.ask(`{
    actors(first: 1, orderBy: { field: RECORDED_AT, direction: ASC }) { nodes { slug } }
    articles(first: 1) { nodes { slug } }
    claims(first: 1) { nodes { slug topics } }
  }`);
  const [claim] = data.claims.nodes;
  return {
    actor: `{ slug: "${data.actors.nodes[0].slug}" }`,
    article: `{ slug: "${data.articles.nodes[0].slug}" }`,
    claim: `{ slug: "${claim.slug}" }`,
    topic: `"${claim.topics[0]}"`,
  };
}

const moments = ['2000-01-01T00:00:00Z', '2040-01-01T00:00:00Z'];

/** By list, what it can be filtered by: once so that much is found and once so that little is, where that can be told. */
const filters = {
  claims: ({ actor, article, topic }: Names) => [
    ...['DISPUTED', 'RETRACTED'].map((status) => `status: ${status}`),
    ...['FACT', 'COMMITMENT'].map((kind) => `kind: ${kind}`),
    ...['"en"', '"xx"'].map((language) => `language: ${language}`),
    ...[true, false].map((value) => `onlyUnnamedSources: ${value}`),
    ...[topic, '"nothing of that name"'].map((value) => `topic: ${value}`),
    `article: ${article}`,
    `outlet: ${actor}`,
    `concerns: ${actor}`,
    `disputedBy: ${actor}`,
    ...[true, false].map((value) => `awaitingReply: ${value}`),
    `statusIn: [DENIED, QUESTIONED]`,
    ...moments.flatMap((at) => [`changedAfter: "${at}"`, `changedBefore: "${at}"`]),
    ...moments.flatMap((at) => [`recordedAfter: "${at}"`, `recordedBefore: "${at}"`]),
    ...['2000-01-01', '2040-01-01'].flatMap((day) => [
      `happenedAfter: "${day}"`,
      `happenedBefore: "${day}"`,
    ]),
    `stances: [{ actor: ${actor} }]`,
    `stances: [{ actor: ${actor}, polarity: MIXED }]`,
    `stances: [{ actor: ${actor}, kind: QUESTIONS }]`,
    `stances: [{ polarity: AGAINST }, { polarity: MIXED }]`,
    `noStances: { polarity: FOR }`,
    `noStances: { via: ${actor} }`,
    `review: VERIFIED`,
    `status: RETRACTED, kind: COMMITMENT`,
    `topic: ${topic}, language: "xx"`,
    `stances: [{ actor: ${actor} }], language: "xx"`,
  ],
  stances: ({ actor, article, claim }: Names) => [
    ...['FOR', 'MIXED'].map((polarity) => `polarity: ${polarity}`),
    ...['ASSERTS', 'NO_REPLY'].map((kind) => `kind: ${kind}`),
    ...['PLAIN', 'HEDGED'].map((certainty) => `certainty: ${certainty}`),
    ...[true, false].map((value) => `hearsay: ${value}`),
    ...moments.flatMap((at) => [`saidAfter: "${at}"`, `saidBefore: "${at}"`]),
    ...moments.flatMap((at) => [`recordedAfter: "${at}"`, `recordedBefore: "${at}"`]),
    `actor: ${actor}`,
    `claim: ${claim}`,
    `article: ${article}`,
    `outlet: ${actor}`,
    `via: ${actor}`,
    `withdrawn: true`,
    `review: VERIFIED`,
    `actor: ${actor}, polarity: MIXED`,
    `polarity: MIXED, certainty: FIRM`,
  ],
  articles: ({ actor }: Names) => [
    ...['"en"', '"xx"'].map((language) => `language: ${language}`),
    ...moments.flatMap((at) => [`recordedAfter: "${at}"`, `recordedBefore: "${at}"`]),
    ...moments.flatMap((at) => [`publishedAfter: "${at}"`, `publishedBefore: "${at}"`]),
    `outlet: ${actor}`,
    `creditedTo: ${actor}`,
    `withdrawn: true`,
    `outlet: ${actor}, language: "xx"`,
  ],
  actors: ({ actor }: Names) => [
    ...['PERSON', 'GROUP'].map((kind) => `kind: ${kind}`),
    ...moments.flatMap((at) => [`recordedAfter: "${at}"`, `recordedBefore: "${at}"`]),
    `grantedBy: ${actor}`,
  ],
};

const orders = {
  claims: ['RECORDED_AT', 'HAPPENED_FROM', 'MOST_DISPUTED', 'STANDING_CHANGED_AT'],
  stances: ['RECORDED_AT', 'SAID_AT'],
  articles: ['RECORDED_AT', 'PUBLISHED_AT'],
  actors: ['RECORDED_AT', 'NAME'],
};

/** What was stepped by the statements that are not read aside. */
async function stepsAtOnce(graph: CountedGraph, query: string): Promise<number> {
  const { errors } = await graph.ask(query);
  expect(errors, query).toBeUndefined();
  return graph.costs().reduce((sum, { isAside, nstep }) => sum + (isAside ? 0 : nstep), 0);
}

/** Passes when what is read at once takes no more steps in a record five times as large. */
async function expectBounded(queryFor: (names: Names) => readonly string[]): Promise<void> {
  const [inFew, inMany] = [queryFor(await namesIn(few)), queryFor(await namesIn(many))];
  for (const [index, query] of inMany.entries()) {
    const before = await stepsAtOnce(few, inFew[index] ?? '');
    const after = await stepsAtOnce(many, query);
    expect(after, query).toBeLessThan(1.3 * before + 800);
  }
}

const lists = ['claims', 'stances', 'articles', 'actors'] as const;

describe.each(lists)('%s', (list) => {
  test.each(orders[list])('by %s, whatever they are filtered by', async (order) => {
    await expectBounded((names) =>
      ['', ...filters[list](names)].flatMap((filter) =>
        ['ASC', 'DESC'].map(
          (direction) =>
            `{ ${list}(first: 1, filter: { ${filter} }, orderBy: { field: ${order}, direction: ${direction} }) { nodes { id } } }`,
        ),
      ),
    );
  });
});

test('the stances of fifty claims or actors, whatever they are filtered by', async () => {
  await expectBounded((names) =>
    filters
      .stances(names)
      .flatMap((filter) =>
        ['claims', 'actors'].map(
          (parents) =>
            `{ ${parents}(first: 50) { nodes { stances(first: 1, filter: { ${filter} }) { nodes { id } } } } }`,
        ),
      ),
  );
});

test('what belongs to many parents, and how much it is', async () => {
  await expectBounded(() => [
    '{ claims(first: 50) { nodes { articles(first: 1) { totalCount nodes { id } } stances(first: 1) { totalCount } } } }',
    '{ actors(first: 25) { nodes { claims(first: 1) { totalCount nodes { id } } affiliations(first: 1) { totalCount } } } }',
    '{ articles(first: 50) { nodes { claims(first: 1) { totalCount } evidence(first: 1) { totalCount } copies(first: 1) { totalCount } copyOf { id } } } }',
  ]);
});

test('searches, candidates and counts of everything', async () => {
  await expectBounded(() => [
    '{ search(query: "the", first: 1) { totalCount edges { highlights { text } } nodes { __typename } } }',
    '{ similarClaims(text: "The minister said that the plan was ready") { score } }',
    '{ record { counts { claims evidence } } }',
    '{ recordEvents(first: 1, filter: { type: [CLAIM_ADDED] }) { totalCount nodes { type } } }',
    '{ recordEvents(first: 1) { totalCount } }',
    '{ claims(first: 5) { nodes { standing(asOf: "2040-01-01T00:00:00Z") { status } } } }',
  ]);
});
