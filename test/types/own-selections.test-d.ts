import { initGraphQLTada, type ResultOf, type VariablesOf } from 'gql.tada';
import { expectTypeOf, test } from 'vitest';
import type { introspection, scalars } from '../../sdk/src/generated/introspection.ts';
import { createClient } from '../../sdk/src/index.ts';

const graphql = initGraphQLTada<{ introspection: introspection; scalars: scalars }>();
const record = createClient({ url: 'https://record.example/graphql' });

test('1 a claim, by its name', async () => {
  const { claim } = await record.request(
    graphql('query a($by: ClaimBy!) { claim(by: $by) { id slug happenedFrom recordedAt } }'),
    { by: { slug: 'call-happened' } },
  );
  expectTypeOf(claim).toEqualTypeOf<{
    id: string;
    slug: string;
    happenedFrom: string | null;
    recordedAt: string;
  } | null>();
});

test('2 a standing, and who is on which side', async () => {
  const { claim } = await record.request(
    graphql(
      'query a($by: ClaimBy!) { claim(by: $by) { standing { status sides { polarity actor { name } } } } }',
    ),
    { by: { slug: 'call-happened' } },
  );
  expectTypeOf(claim?.standing.sides[0]?.actor.name).toEqualTypeOf<string | undefined>();
  type Status = NonNullable<typeof claim>['standing']['status'];
  expectTypeOf<'DISPUTED'>().toExtend<Status>();
  expectTypeOf<'TRUE'>().not.toExtend<Status>();
});

test('3 a list with a filter and an order', async () => {
  const { claims } = await record.request(
    graphql(
      'query a($filter: ClaimFilter, $first: Int) { claims(filter: $filter, first: $first) { nodes { text topics } pageInfo { endCursor } totalCount } }',
    ),
    { filter: { status: 'DISPUTED', recordedAfter: '2026-11-01T00:00:00Z' }, first: 5 },
  );
  expectTypeOf(claims.nodes).toEqualTypeOf<{ text: string; topics: string[] }[]>();
  expectTypeOf(claims.totalCount).toEqualTypeOf<number | null>();
});

test('4 a whole chain of words', async () => {
  const { stances } = await record.request(
    graphql(
      'query a { stances(first: 3) { nodes { kind evidence { quote permalink attribution { name } article { title outlet { name } } } } } }',
    ),
  );
  type Evidence = (typeof stances)['nodes'][number]['evidence'][number];
  expectTypeOf<Evidence['permalink']>().toEqualTypeOf<string | null>();
  expectTypeOf<Evidence['article']['outlet']>().toEqualTypeOf<{ name: string } | null>();
});

test('5 a search, over a union', async () => {
  const { search } = await record.request(
    graphql(
      'query a($query: String!) { search(query: $query) { nodes { __typename ... on Claim { text } ... on Actor { name } } } }',
    ),
    { query: 'phone call' },
  );
  const [hit] = search.nodes;
  if (hit?.__typename === 'Claim') expectTypeOf(hit.text).toEqualTypeOf<string>();
  if (hit?.__typename === 'Actor') expectTypeOf(hit.name).toEqualTypeOf<string>();
});

test('6 whatever has an id, over an interface', async () => {
  const { node } = await record.request(
    graphql('query a($id: ID!) { node(id: $id) { __typename id ... on Article { title } } }'),
    { id: 'claim_1' },
  );
  if (node?.__typename === 'Article') expectTypeOf(node.title).toEqualTypeOf<string>();
});

test('7 other names, and the same field twice', async () => {
  const {
    record: summary,
    now,
    then,
  } = await record.request(
    graphql(
      'query a($at: DateTime) { record { counts { claims } } now: claim(by: { slug: "a" }) { standing { status } } then: claim(by: { slug: "a" }) { standing(asOf: $at) { since } } }',
    ),
    { at: '2026-11-01T00:00:00Z' },
  );
  expectTypeOf(summary.counts.claims).toEqualTypeOf<number>();
  expectTypeOf(then?.standing.since).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(now).not.toBeAny();
});

test('8 a fragment of its own', async () => {
  const sideOf = graphql('fragment SideOf on Side @_unmask { polarity actor { slug } }');
  const { claim } = await record.request(
    graphql('query a { claim(by: { slug: "a" }) { standing { sides { split ...SideOf } } } }', [
      sideOf,
    ]),
  );
  expectTypeOf(claim?.standing.sides[0]?.actor.slug).toEqualTypeOf<string | undefined>();
});

test('9 a change, and its refusals', async () => {
  const { withdrawStance } = await record.request(
    graphql(
      'mutation a($input: WithdrawStanceInput!) { withdrawStance(input: $input) { __typename ... on WithdrawStancePayload { stance { withdrawnAt } } ... on UserError { code message } } }',
    ),
    { input: { stance: { id: 'stance_1' }, reason: 'Said of another call.' } },
  );
  if (withdrawStance.__typename === 'WithdrawStancePayload')
    expectTypeOf(withdrawStance.stance.withdrawnAt).toEqualTypeOf<string | null>();
});

test('10 what a document answers and is asked, by itself', () => {
  const document = graphql('query a($slug: String!) { actor(by: { slug: $slug }) { name kind } }');
  expectTypeOf<VariablesOf<typeof document>>().toEqualTypeOf<{ slug: string }>();
  expectTypeOf<NonNullable<ResultOf<typeof document>['actor']>['name']>().toEqualTypeOf<string>();
});

test('what the schema does not have is refused', async () => {
  const { claim } = await record.request(
    graphql('query a($by: ClaimBy!) { claim(by: $by) { slug } }'),
    { by: { slug: 'a' } },
  );
  // @ts-expect-error it was not selected
  claim?.text;
  const wrong = graphql('query a { claim(by: { slug: "a" }) { truth } }');
  expectTypeOf<NonNullable<ResultOf<typeof wrong>['claim']>>().toEqualTypeOf<{ truth: unknown }>();
  const document = graphql(
    'query a($by: ClaimBy!, $filter: StanceFilter) { claim(by: $by) { stances(filter: $filter) { nodes { id } } } }',
  );
  // @ts-expect-error it needs to know which
  record.request(document);
  // @ts-expect-error no such filter
  record.request(document, { by: { slug: 'a' }, filter: { truth: true } });
  // @ts-expect-error no such kind
  record.request(document, { by: { slug: 'a' }, filter: { kind: 'SHOUTS' } });
  // @ts-expect-error a number is no name
  record.request(document, { by: { slug: 1 } });
});
