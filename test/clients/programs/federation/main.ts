import { assertCompositionSuccess, composeServices } from '@theguild/federation-composition';
import { buildSchema, parse } from 'graphql';
import { createClient } from 'graphql-sse';
import { useRecord } from '../plain-documents.ts';
import { token, url, warn } from '../report.ts';

/** The graph of a CMS, with a `node`, an `Article` and pages of its own, which say what claims they are about. */
const cms = (article: string) => /* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
  interface Node {
    id: ID!
  }
  type ${article} implements Node @key(fields: "id") {
    id: ID!
    headline: String!
    claims: [Claim!]!
  }
  type PageInfo @shareable {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }
  type Claim @key(fields: "id", resolvable: false) {
    id: ID!
  }
  type Query {
    node(id: ID!): Node @shareable
    cmsArticle(id: ID!): ${article}
  }
`;

const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
async function ask(query: string, variables: object = {}) {
  const body = JSON.stringify({ query, variables });
  const answer = await (await fetch(url, { method: 'POST', headers, body })).json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

const { sdl } = (await ask('{ _service { sdl } }'))._service;
const composed = (article: string) =>
  composeServices([
    { name: 'record', typeDefs: parse(sdl), url },
    { name: 'cms', typeDefs: parse(cms(article)), url: 'http://127.0.0.1:9/graphql' },
  ]);

// Two things of one name are told by whoever composes; renamed, they are none.
const clash = composed('Article').errors?.map(({ message }) => message) ?? [];
if (!clash.some((message) => message.includes('Article'))) warn(`No clash: ${clash}`);
const result = composed('CmsArticle');
assertCompositionSuccess(result);
const api = buildSchema(result.publicSdl).getQueryType()?.getFields() ?? {};
if (!('claims' in api && 'cmsArticle' in api)) warn('The graph has not all.');
for (const hidden of ['node', 'nodes', '_entities', '_service'])
  if (hidden in api) warn(`The graph has ${hidden}.`);

// What the gateway asks, when an article of the CMS is asked for the standings of its claims.
const { claim } = await ask('{ claim(by: { slug: "call-happened" }) { id } }');
const { _entities: entities } = await ask(
  'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Claim { slug standing { status } } } }',
  {
    representations: [
      { __typename: 'Claim', id: claim.id },
      { __typename: 'Claim', id: 'mistyped' },
    ],
  },
);
if (JSON.stringify(entities) !== '[{"slug":"call-happened","standing":{"status":"DISPUTED"}},null]')
  warn(`Entities: ${JSON.stringify(entities)}`);

await useRecord(createClient({ url, headers: { authorization: `Bearer ${token}` } }));
