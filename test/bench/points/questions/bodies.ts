import { asked, type Landmarks, type Question } from './question.ts';

const most = 262_000;

/** Bodies that are large, or no JSON; and variables that are many. */
export function bodyQuestions({ id }: Landmarks): readonly Question[] {
  const raw = (name: string, text: string): Question => ({ name, body: () => text });
  const withVariables = (name: string, query: string, variables: object): Question =>
    asked(`variables: ${name}`, query, { variables });
  const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const some =
    'query ($filter: ClaimFilter) { claims(first: 1, filter: $filter) { nodes { id } } }';
  const events =
    'query ($type: [EventType!]) { recordEvents(first: 1, filter: { type: $type }) { nodes { type } } }';
  return [
    raw('body: garbage', 'x'.repeat(most)),
    raw('body: 262 kB of brackets', '['.repeat(most)),
    raw('body: 262 kB of lists', `[${'[],'.repeat(most / 3 - 1)}[]]`),
    raw(
      'body: 262 kB of keys',
      `{"query":"{ __typename }","variables":{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":{}`).join(',')}}}`,
    ),
    raw(
      'body: variables 120,000 deep',
      `{"query":"{ __typename }","variables":{"a":${'['.repeat(120_000)}${']'.repeat(120_000)}}}`,
    ),
    raw(
      'body: 262 kB of empty lists',
      `{"query":"{ __typename }","variables":{"a":[${'[],'.repeat(80_000)}[]]}}`,
    ),
    raw('body: a batch', JSON.stringify(Array(1_000).fill({ query: '{ __typename }' }))),
    raw('body: 262 kB of spaces', JSON.stringify({ query: '{ __typename }' }).padEnd(most)),
    asked('body: a huge operation name', '{ __typename }', { operationName: 'x'.repeat(250_000) }),
    raw(
      'body: 262 kB of document',
      JSON.stringify({ query: `{ __typename } #${'x'.repeat(260_000)}` }),
    ),
    withVariables('100 ids', nodes, { ids: Array(100).fill(id.claim) }),
    withVariables('6,000 ids', nodes, { ids: Array(6_000).fill(id.claim) }),
    withVariables('100 wrong ids', nodes, { ids: Array.from({ length: 100 }, (_, n) => `x${n}`) }),
    withVariables('10 filters', some, {
      filter: { stances: Array(10).fill({ kind: 'DENIES', hearsay: true }) },
    }),
    withVariables('4,000 filters', some, {
      filter: { stances: Array(4_000).fill({ kind: 'DENIES', hearsay: true }) },
    }),
    withVariables('10,000 types', events, { type: Array(10_000).fill('CLAIM_RECORDED') }),
    withVariables('10,000 wrong types', events, { type: Array(10_000).fill('NOTHING') }),
    withVariables('200 kB unused', '{ __typename }', { a: 'x'.repeat(200_000) }),
  ];
}
