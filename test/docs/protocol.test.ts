import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType } from 'graphql';
import { expect, test } from 'vitest';
import { mutationRoles } from '../../schema/changing/role.ts';
import { pointsPerSide } from '../../schema/claim/standing.ts';
import { errorCodes } from '../../schema/coded.ts';
import { pointsPerChecked } from '../../schema/record/verification.ts';
import { schema } from '../../schema/schema.ts';
import { defaultLimits } from '../../server/limits/limits.ts';
import {
  bodyPoints,
  documentPoints,
  pointsPerLetter,
  pointsPerNameLetter,
  variablePoints,
} from '../../server/limits/reading-prices.ts';
import {
  argumentWeights,
  asidePoints,
  countPoints,
  eventPoints,
  facetPoints,
  leafPoints,
  mutationPoints,
  objectPoints,
  objectWeights,
  requestPoints,
  rolePoints,
  rootPoints,
  statementPoints,
  weights,
  writtenPoints,
} from '../../server/limits/weights.ts';
import { answerOf, openHandler } from '../integration/http/open-handler.ts';
import { pageText, plain, rowsIn, sectionOf } from './page.ts';

const page = pageText('docs/protocol.md');

test('every code of an error is documented, and no other', () => {
  const documented = rowsIn(sectionOf(page, 'Error codes')).map(([code]) => plain(code));

  expect(documented.sort()).toEqual([...errorCodes].sort());
});

test('every code of a refusal is documented, and no other', () => {
  const codes = schema.getType('RefusalCode');
  const documented = rowsIn(sectionOf(page, 'Refusals')).map(([code]) => plain(code));

  const known = isEnumType(codes) ? codes.getValues().map(({ name }) => name) : [];
  expect(documented.sort()).toEqual(known.sort());
});

test('every refusal is documented by its type', () => {
  const documented = rowsIn(sectionOf(page, 'Refusals')).map(([, type]) => plain(type));

  const { objects } = schema.getImplementations(refusal());
  expect(documented.sort()).toEqual(objects.map(({ name }) => name).sort());
});

const limits = rowsIn(sectionOf(page, 'Limits').split('\n### ')[0] ?? '').map(
  ([what = '', most, name]) => ({
    what,
    name: plain(name),
    most: Number(most?.split(' ')[0]?.replaceAll(',', '')),
  }),
);

test('the limits that can be set are those of the code', () => {
  const named = limits.filter(({ name }) => name !== '').map(({ most, name }) => [name, most]);

  expect(Object.fromEntries(named)).toEqual(defaultLimits);
});

/** By what is limited: something that holds as much of it as is said. */
const askedFor: Readonly<Record<string, (count: number) => object>> = {
  'entries of a page': (count) => ({ query: `{ claims(first: ${count}) { nodes { id } } }` }),
  'ids of `nodes`': (count) => ({
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array(count).fill('claim_0198f0a0-0000-7000-8000-000000000000') },
  }),
  'filters in `ClaimFilter.stances`': (count) => ({
    query:
      'query ($stances: [StanceFilter!]) { claims(filter: { stances: $stances }) { nodes { id } } }',
    variables: { stances: Array(count).fill({ polarity: 'FOR' }) },
  }),
  'characters of a search': (count) => ({
    query: 'query ($words: String!) { search(query: $words) { nodes { __typename } } }',
    variables: { words: 'x'.repeat(count) },
  }),
  'lines of one `importRecord` or `exportRecord`': (count) => ({
    query: `query { exportRecord(first: ${count}) { next } }`,
  }),
  "bytes of an article's text": (count) =>
    recording('recordArticle', { title: 'A', language: 'en', text: 'x'.repeat(count) }),
  'bytes of a page to read, before base64': (count) => {
    const article = '<title>A</title><p>The mayor denied that she had promised a bridge.</p>';
    const page = Buffer.from(`<html>${article}<!--`.padEnd(count - 3, 'x').concat('-->'));
    return recording('ingestArticle', { page: page.toString('base64') });
  },
  'characters of a text to read': (count) =>
    recording('ingestArticle', { title: 'A', language: 'en', text: 'x'.repeat(count) }),
  'bytes of any other text': (count) => recordingActor({ description: 'x'.repeat(count) }),
  'bytes of an `idempotencyKey`': (count) => recordingActor({ idempotencyKey: 'x'.repeat(count) }),
};

test('the limits that cannot be set are documented, and no other', () => {
  const unnamed = limits.filter(({ name }) => name === '').map(({ what }) => what);

  expect(unnamed.sort()).toEqual(Object.keys(askedFor).sort());
});

test.each(limits.filter(({ name }) => name === ''))(
  'no more than $most $what',
  async ({ most, what }) => {
    await using server = await openHandler();
    const isRefused = async (count: number): Promise<boolean> => {
      const asked = askedFor[what]?.(count) ?? {};
      const { data, errors } = await answerOf(server.ask(asked, {}, { isOwner: true }));
      return errors !== undefined || hasRefusal(data);
    };

    expect(await isRefused(most)).toBe(false);
    expect(await isRefused(most + 1)).toBe(true);
  },
);

/** What a table on costs tells, by what it is told of. */
const costs = new Map(
  rowsIn(sectionOf(page, 'Limits').split('\n### What an operation costs\n')[1] ?? '').map(
    ([what, points = '']) => [plain(what), Number(points.replaceAll(',', ''))],
  ),
);

test('what an operation costs is what the code asks', () => {
  const fields = Object.entries(weights).map(([field, { each, once }]) =>
    each === undefined ? [field, once] : [`each ${field}`, each],
  );
  const objects = Object.entries(objectWeights).map(([type, points]) => [`each ${type}`, points]);

  expect(Object.fromEntries(costs)).toEqual({
    ...Object.fromEntries([...fields, ...objects]),
    'any request': requestPoints,
    'a field of Query that leads to objects': rootPoints,
    'any other field that leads to objects, once for all objects that have it': statementPoints,
    'each object that it may be answered with': objectPoints('Claim'),
    'each object of the schema that it may be answered with': objectPoints('__Type'),
    'each scalar of each object': leafPoints,
    'totalCount of each list': countPoints,
    'facets of each list': facetPoints,
    'each field that is told to some roles alone': rolePoints,
    'each Claim.standing with asOf or saidBy': argumentWeights['Claim.standing']?.asOf?.('2026'),
    'each Claim.stances with filter': argumentWeights['Claim.stances']?.filter?.({}),
    'Query.claim with asOf': argumentWeights['Query.claim']?.asOf?.('2026'),
    'Query.search with asOf': argumentWeights['Query.search']?.asOf?.('2026'),
    'each of Query.claims with asOf': argumentWeights['Query.claims']?.asOf?.('2026'),
    'each of Query.actors with asOf': argumentWeights['Query.actors']?.asOf?.('2026'),
    'each of Query.articles with asOf': argumentWeights['Query.articles']?.asOf?.('2026'),
    'each of Query.stances with asOf': argumentWeights['Query.stances']?.asOf?.('2026'),
    'each of the ids of Query.nodes': argumentWeights['Query.nodes']?.ids?.(['a']),
    'a change': mutationPoints,
    'each entry of a list in the input of a change':
      writtenPoints({ topics: [1] }) - mutationPoints,
    '1,000 letters in the page of Mutation.ingestArticle': argumentWeights[
      'Mutation.ingestArticle'
    ]?.input?.({ page: 'x'.repeat(1_000) }),
    '1,000 letters in the input of a change': writtenPoints('x'.repeat(1_000)) - mutationPoints,
    'three values in variables, lists and objects included': variablePoints({ a: 1, b: 2 }),
    '400 bytes of a body': bodyPoints(400),
    'a document that the server does not know to be good': documentPoints(0, 1_000),
    'each token of it': documentPoints(1, 1_000) - documentPoints(0, 1_000),
    'a statement that is read aside': asidePoints(0),
    'each millisecond for which it keeps a processor': asidePoints(1) - asidePoints(0),
    'each side of a standing of the past': pointsPerSide,
    'each thing that a verification looks at': pointsPerChecked,
    '1,000 letters of what tells texts of articles, or an export': 1_000 * pointsPerLetter,
    '1,000 letters of what tells the aliases of actors, or whom they stand for':
      1_000 * pointsPerNameLetter,
    'each event of the past that a stream looks at': eventPoints,
  });
});

test('the example of a cost is right', async () => {
  await using server = await openHandler();
  const [, query = '', points] = /^`(\{.+\})` costs .+ = (\d+)\./m.exec(page) ?? [];
  await server.ask({ query });

  // It is known by now.
  expect(await answerOf(server.ask({ query }))).toMatchObject({
    data: { claims: { nodes: [] } },
    extensions: { cost: Number(points) },
  });
});

test('every mutation is documented under its role', () => {
  const documented = new Map(
    rowsIn(sectionOf(page, 'Who may do what')).map(([role, may = '']) => [
      plain(role),
      [...may.matchAll(/`([a-z]+[A-Z]\w+)`/g)].map(([, name = '']) => name),
    ]),
  );

  expect([...documented.keys()]).toEqual(['READER', 'EDITOR', 'REVIEWER', 'ADMIN']);
  for (const [role, names] of documented) {
    const listed = Object.entries(mutationRoles).filter(([, least]) => least === role);
    expect(names, `those for ${role}`).toEqual(listed.map(([name]) => name));
  }
});

const choices = sectionOf(page, 'Filters and orders');

/** What stands under a heading of the third level in the section on filters. */
const partOf = (name: string): string =>
  choices.split(`\n### \`${name}\`\n`)[1]?.split('\n### ')[0] ?? '';

const wordsIn = (text: string): string[] =>
  [...text.matchAll(/`(\w+)`/g)].map(([, word = '']) => word);

const filters = Object.values(schema.getTypeMap()).filter(
  (type) => isInputObjectType(type) && type.name.endsWith('Filter'),
);

test.each(filters)('every key of $name is documented, and no other', (type) => {
  const keys = isInputObjectType(type) ? Object.keys(type.getFields()) : [];

  const documented = rowsIn(partOf(type.name)).flatMap(([key = '']) => wordsIn(key));

  const undocumented = keys.filter((key) => !documented.includes(key));
  expect(undocumented, 'They need a row in docs/protocol.md').toEqual([]);
  expect(documented.sort()).toEqual(keys.sort());
});

test.each(['Article', 'Actor', 'Claim', 'Stance'])(
  'every order of a list of %s entries is documented, and no other',
  (noun) => {
    const [, orders = ''] = /ordered by (.+?)[.\n]/.exec(partOf(`${noun}Filter`)) ?? [];

    expect(wordsIn(orders).sort()).toEqual(valuesOf(`${noun}OrderField`).sort());
  },
);

test('every type of an event is documented, and no other', () => {
  const documented = rowsIn(sectionOf(page, 'Events')).map(([type]) => plain(type));

  expect(documented.sort()).toEqual(valuesOf('EventType').sort());
});

/** What the nouns of the record may be: these are words of the domain, not of requests. */
const ofDomain = [
  'ActorKind',
  'AffiliationKind',
  'Certainty',
  'ClaimKind',
  'ClaimLinkKind',
  'EvidenceMode',
  'Judgement',
  'Polarity',
  'Review',
  'StanceKind',
  'StandingStatus',
];

test('every value of an enum that is not one of the domain is named', () => {
  const words = new Set(wordsIn(page));
  const enums = Object.values(schema.getTypeMap()).filter(
    (type) => isEnumType(type) && !isIntrospectionType(type) && !ofDomain.includes(type.name),
  );

  const unnamed = enums.flatMap(({ name }) =>
    valuesOf(name)
      .filter((value) => !words.has(value))
      .map((value) => `${name}.${value}`),
  );

  expect(enums.length).toBeGreaterThan(8);
  expect(unnamed).toEqual([]);
});

function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}

function recordingActor(facts: object): object {
  return recording('recordActor', { name: 'Ada', kind: 'PERSON', ...facts });
}

function recording(mutation: string, input: object): object {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  return {
    query: `mutation ($input: ${type}) { ${mutation}(input: $input) { ... on UserError { code } } }`,
    variables: { input },
  };
}

/** Whether the answer is a refusal of the record. */
function hasRefusal(data: unknown): boolean {
  return JSON.stringify(data).includes('"code"');
}

function refusal() {
  const type = schema.getType('UserError');
  if (!isInterfaceType(type)) throw new Error('There is no interface UserError.');
  return type;
}
