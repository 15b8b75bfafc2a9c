import { createHash } from 'node:crypto';
import type { Random } from '../../bench/record/random.ts';
import { randomChange } from './changes.ts';

/** What a request asks, as JSON will have it; or something else that JSON can hold. */
export type Asked = Readonly<Record<string, unknown>> | readonly unknown[] | string | number | null;

const byId = `query One($slug: String!, $full: Boolean = false) { claim(by: { slug: $slug }) {
  slug text kind standing { status summary } stances(first: 3) @include(if: $full) { nodes { kind actor { slug name } } } } }`;
const several = `query Stances($first: Int) { claim(by: { slug: "call-happened" }) {
    stances(first: $first) { nodes { kind certainty } pageInfo { hasNextPage endCursor } } } }
  query Actor { actor(by: { slug: "kremlin" }) { ...named aliases } }
  fragment named on Actor { slug name kind }`;
const partly = `{ found: claim(by: { slug: "call-happened" }) { slug }
  not: claim(by: { slug: "call-happened", id: "x" }) { slug } }`;

const claims = [
  'call-happened',
  'call-land',
  'ready-for-talks',
  'no-such-claim',
  '',
  'Ünknown ‘claim’',
];

/** What the servers are given, to be asked for by its hash. */
export const trustedDocuments = [byId, several].map((body) => ({
  id: createHash('sha256').update(body).digest('hex'),
  body,
}));

type Question = (random: Random) => Asked;

/** A document by its hash, in one of the ways that there are. */
const hashed = (random: Random, text: string): Record<string, unknown> => {
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  return random.pick<Record<string, unknown>>([
    { extensions: { persistedQuery: { version: 1, sha256Hash } } },
    { extensions: { persistedQuery: { version: 1, sha256Hash } } },
    { documentId: `sha256:${sha256Hash}` },
    { extensions: { persistedQuery: { version: 1, sha256Hash }, more: 1 }, query: text },
    { extensions: { persistedQuery: { version: 2, sha256Hash } } },
    { extensions: { persistedQuery: { version: 1, sha256Hash } }, query: `${text} ` },
    { documentId: sha256Hash },
  ]);
};

const aClaim: Question = (random) => ({
  query: byId,
  variables: { slug: random.pick(claims), full: random.chance(0.5) },
});

// None of them is read aside: what that costs is a matter of time.
/** Documents that come back, with variables that suit them. */
const good: readonly Question[] = [
  aClaim,
  aClaim,
  aClaim,
  (random) => ({
    query: several,
    operationName: random.pick(['Stances', 'Actor']),
    variables: { first: 1 + random.below(9) },
  }),
  (random) => ({
    ...hashed(random, byId),
    variables: { slug: random.pick(claims), full: random.chance(0.5) },
  }),
  (random) => ({
    ...hashed(random, several),
    operationName: random.pick(['Stances', 'Actor']),
    variables: { first: 1 + random.below(9) },
  }),
  () => ({ query: '{ __typename }' }),
  () => ({ query: '{ viewer { name role } }', variables: null, operationName: null }),
  () => ({
    query: '{ record { feedCursor } article(by: { slug: "moscow-says-no" }) { title text } }',
  }),
  () => ({ query: '{ __schema { queryType { name } } }', variables: {} }),
];

/** The same documents, asked in a way that goes wrong. */
const wrong: readonly Question[] = [
  () => ({ query: byId }),
  () => ({ query: byId, variables: { slug: 7 } }),
  () => ({ query: byId, variables: { slug: 'call-happened', more: [{}] } }),
  () => ({ query: byId, variables: [] }),
  () => ({ query: byId, variables: 'slug' }),
  () => ({ query: byId, variables: { slug: 'call-happened' }, operationName: 'Other' }),
  () => ({ query: byId, variables: { slug: 'call-happened' }, operationName: 7 }),
  () => ({ query: byId, variables: { slug: 'call-happened' }, extensions: { persistedQuery: {} } }),
  () => ({ query: byId, variables: { slug: 'call-happened' }, extensions: null }),
  () => ({ query: byId, variables: { slug: 'call-happened' }, more: 1 }),
  () => ({ query: byId, variables: { slug: 'call-happened' }, more: null }),
  () => ({ query: several }),
  () => ({ query: several, operationName: '' }),
  (random) => ({
    query: several,
    operationName: 'Stances',
    variables: { first: random.pick([-1, 0, 1.5, 101, null, 'x', 1e9]) },
  }),
  () => ({ query: '{ node(id: "nothing") { id } nodes(ids: ["", "x"]) { id } }' }),
  () => ({ query: partly }),
  () => ({
    query:
      '{ claims(first: 100) { nodes { stances(first: 100) { nodes { evidence { article { text } } } } } } }',
  }),
  () => ({ query: 'subscription { claimAdded(after: "nowhere") { cursor } }' }),
  () => ({ query: '{ claims(first: 1 { nodes { slug } }' }),
  () => ({ query: '{ claims(first: 1) { nodes { colour } } }' }),
  () => ({ query: '' }),
  () => ({}),
  () => [],
  () => [{ query: '{ __typename }' }, { query: '{ __typename }' }],
  () => null,
  () => 'query',
  () => 7,
];

/** Most ask for what is known, or change something; some ask for what nobody has asked before; some make no sense. */
export function randomQuestion(random: Random): Asked {
  const asked = random.chance(0.3)
    ? randomChange(random)
    : random.pick(random.chance(0.7) ? good : wrong)(random);
  if (random.chance(0.9) || !isParams(asked)) return asked;
  return { ...asked, query: `${asked.query}\n# ${random.below(1e9)}` };
}

/** Whether it could stand in a query string. */
export function isParams(asked: Asked): asked is Readonly<Record<string, unknown>> {
  return typeof asked === 'object' && asked !== null && !Array.isArray(asked);
}
