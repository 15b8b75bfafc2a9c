import { isUnionType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/schema.ts';
import { defaultLimits } from '../../server/limits/limits.ts';
import { answerOf, bearer, codeOf, openHandler } from '../integration/http/open-handler.ts';
import { mutationOf, openDesk } from '../integration/mutations/open-desk.ts';
import { bridgePromised, mayorDenies, quoting } from '../kit/harbour.ts';
import { openRecord } from '../kit/open-record.ts';

test('12 a POST brings JSON, and a mutation comes by POST alone', async () => {
  await using server = await openHandler();
  const query = 'mutation { recordActor(input: { name: "Ida", kind: PERSON }) { __typename } }';
  const authorization = await bearer(server.db, { role: 'ADMIN' });
  const form = `query=${encodeURIComponent(query)}`;

  const inForm = await server.ask(form, {
    authorization,
    'content-type': 'application/x-www-form-urlencoded',
  });
  const inGet = await server.get(`/graphql?${form}`, { authorization });
  const { data } = await answerOf(server.ask({ query: '{ actors { nodes { name } } }' }));

  expect([inForm.status, inGet.status]).toEqual([415, 405]);
  expect([await codeOf(inForm), await codeOf(inGet)]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  expect(data).toEqual({ actors: { nodes: [] } });
});

test('13 a refusal is a member of the result union, with its code, message and path', async () => {
  await using desk = await openDesk();
  const { claim: _claim, ...stance } = mayorDenies;

  const refusal = await desk.mutate('recordClaim', {
    ...bridgePromised,
    stances: [{ ...stance, evidence: [quoting('no such words')] }],
  });
  expect(refusal).toMatchObject({
    __typename: 'QuoteNotInArticle',
    code: 'QUOTE_NOT_IN_ARTICLE',
    message: expect.stringMatching(/^[A-Z].+\.$/),
    path: ['stances', '0', 'evidence', '0', 'quote'],
  });
  const results = Object.values(schema.getTypeMap()).filter(
    (type) => isUnionType(type) && type.name.endsWith('Result') && type.name !== 'SearchResult',
  );
  expect(results).toHaveLength(Object.keys(schema.getMutationType()?.getFields() ?? {}).length);
  for (const result of results.filter(isUnionType)) {
    const others = result.getTypes().filter((type) => !type.name.endsWith('Payload'));
    expect(result.getTypes().length - others.length).toBe(1);
    for (const other of others) {
      expect(other.getInterfaces().map(({ name }) => name)).toContain('UserError');
    }
  }
});

test('14 every other error has a code of the list and the id of its request', async () => {
  await using server = await openHandler();

  for (const [query, code] of [
    ['{ record', 'GRAPHQL_PARSE_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ node(id: "x") { id } }', 'BAD_USER_INPUT'],
    ['{ claims(after: "x") { nodes { id } } }', 'CURSOR_INVALID'],
    ['{ status { epoch } }', 'UNAUTHENTICATED'],
  ]) {
    const response = await server.ask({ query });
    const { errors } = await answerOf(response);
    const requestId = response.headers.get('x-request-id');
    expect(requestId).toMatch(/^[\w.:-]{8,100}$/);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code, requestId }]);
  }
  await using stopping = await openHandler({ isDraining: () => true });
  const turnedAway = await stopping.ask({ query: '{ __typename }' });
  expect((await answerOf(turnedAway)).errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'UNAVAILABLE', requestId: turnedAway.headers.get('x-request-id') },
  ]);
});

test('15 what nobody foresaw is INTERNAL, and tells nothing of what failed', async () => {
  await using record = await openRecord();
  const read = () => {
    throw new Error('SQLITE_ERROR in /var/lib/onrecord.db: select hash from tokens');
  };
  const db = { ...record.db, reader: { ...record.db.reader, read } };
  await using server = await openHandler({ db });

  const response = await server.ask({ query: '{ actors { nodes { name } } }' });

  expect(await codeOf(response.clone())).toBe('INTERNAL');
  expect(await response.text()).not.toMatch(/SQLITE|onrecord\.db|select|stack|\.ts\b/);
});

test('16 with an idempotencyKey a request is carried out once', async () => {
  await using desk = await openDesk();
  const input = { name: 'Ida Moreau', kind: 'PERSON', idempotencyKey: 'key-1' };
  const first = await desk.mutate('recordActor', input, 'actor { id }');
  const other = await bearer(desk.db, { role: 'ADMIN', name: 'another desk' });
  const head = await desk.head();

  const again = await desk.mutate('recordActor', input, 'actor { id }');
  const clash = await desk.mutate('recordActor', { ...input, name: 'Ada' });
  const headAfterwards = await desk.head();
  const elsewhere = await desk.askWith(other, mutationOf('recordActor'), {
    input: { ...input, name: 'Ada' },
  });

  expect(first.created).toBe(true);
  expect(again).toEqual(first);
  expect(clash).toMatchObject({ code: 'CONFLICT', path: ['idempotencyKey'] });
  expect(headAfterwards).toBe(head);
  expect(elsewhere.data).toMatchObject({ recordActor: { created: true } });
});

test('17 what is on record with equal content is not written again', async () => {
  await using desk = await openDesk();
  const actor = { slug: 'ida', name: 'Ida Moreau', kind: 'PERSON' };
  const first = await desk.mutate('recordActor', actor);
  const head = await desk.head();

  const again = await desk.mutate('recordActor', actor);
  const other = await desk.mutate('recordActor', { ...actor, name: 'Ada Moreau' });

  expect(again).toEqual({ ...first, created: false });
  expect(other).toMatchObject({ code: 'CONFLICT', reference: 'ida', keys: ['name'] });
  expect(await desk.head()).toBe(head);
});

test('18 what is not on record is null, and what is no id is an error', async () => {
  await using desk = await openDesk();
  const id = 'claim_01a20295-57eb-76af-8a9d-6e84006ce043';

  const unknown = await desk.ask(`{
    node(id: "${id}") { id }
    nodes(ids: ["${id}"]) { id }
    claim(by: { id: "${id}" }) { id }
    actor(by: { slug: "nobody" }) { id }
    article(by: { sha256: "${'0'.repeat(64)}" }) { id }
  }`);
  const malformed = await desk.ask('{ node(id: "claim_1") { id } }');

  expect(unknown).toMatchObject({
    data: { node: null, nodes: [null], claim: null, actor: null, article: null },
  });
  expect(malformed.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('19 a document at a limit is answered, one beyond it is refused whole', async () => {
  await using server = await openHandler();
  const { depth, fields, aliases, rootFields, directives, tokens, documentBytes } = defaultLimits;
  const documents: readonly (readonly [limit: number, of: (count: number) => string])[] = [
    [depth, deep],
    [fields, (count) => `{ record { ${times(count - 1, () => '__typename')} } }`],
    [aliases, (count) => `{ record { ${times(count, (n) => `a${n}: __typename`)} } }`],
    [rootFields, (count) => `{ ${times(count, () => '__typename')} }`],
    [directives, (count) => `{ record { ${times(count, () => '__typename @skip(if: false)')} } }`],
    [
      tokens,
      (count) => `{ search(query: "x", in: [${times(count - 15, () => 'CLAIM')}]) { __typename } }`,
    ],
    [documentBytes, (count) => '{ __typename } #'.padEnd(count, 'x')],
  ];

  for (const [limit, documentOf] of documents) {
    expect(await answerOf(server.ask({ query: documentOf(limit) }))).not.toHaveProperty('errors');
    const beyond = await answerOf(server.ask({ query: documentOf(limit + 1) }));
    expect(beyond.errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(beyond).not.toHaveProperty('data');
  }
});

/** So many levels of fields, one inside the other. */
function deep(levels: number): string {
  const inner = Array.from(
    { length: levels - 3 },
    (_, n) => ['stances(first: 1)', 'nodes', 'claim'][n % 3],
  );
  return `${['{ claims(first: 1)', 'nodes', ...inner, '__typename'].join(' { ')} ${'}'.repeat(levels)}`;
}

function times(count: number, text: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => text(n)).join(' ');
}

const words = 'The ferry left at noon, and nobody saw it leave';
const long = 'x'.repeat(5000);
const sentToken = `onr_${'t'.repeat(43)}`;

test.each<[string, string, object]>([
  ['words as a reference', 'withdrawClaim', { claim: { slug: words }, reason: 'x' }],
  ['a long reference', 'withdrawClaim', { claim: { slug: long }, reason: 'x' }],
  ['a token as a reference', 'withdrawClaim', { claim: { slug: sentToken }, reason: 'x' }],
  ['a long id', 'withdrawEvidence', { evidence: { id: long }, reason: 'x' }],
  ['words as a language', 'recordClaim', { text: words, kind: 'FACT', language: words }],
  ['words as a Wikidata id', 'recordActor', { name: words, kind: 'PERSON', wikidataId: words }],
  ['words as a key', 'recordActor', { name: words, kind: 'PERSON', [words]: words }],
  ['words as a kind', 'recordActor', { name: words, kind: words }],
  [
    'words as a day',
    'recordClaim',
    { text: words, kind: 'FACT', language: 'en', happenedFrom: words },
  ],
  [
    'words as a moment',
    'recordArticle',
    { text: words, language: 'en', title: words, publishedAt: words },
  ],
  [
    'words as an address',
    'recordArticle',
    { text: words, language: 'en', title: words, url: words },
  ],
  ['a number for a text', 'recordArticle', { text: [words], language: 'en', title: words }],
  ['a line that is no JSON', 'importRecord', { lines: [words] }],
  ['a line of a type that is none', 'importRecord', { lines: [JSON.stringify({ type: words })] }],
])('a message tells little of %s', async (_, mutation, input) => {
  await using server = await openHandler();
  const authorization = await bearer(server.db, { role: 'ADMIN' });

  const answer = await answerOf(
    server.ask({ query: mutationOf(mutation), variables: { input } }, { authorization }),
  );

  const refusal: unknown = Object(answer.data)[mutation];
  const message = String(answer.errors?.[0]?.message ?? Object(refusal).message);
  expect(message).toMatch(/^[A-Zl]/);
  expect(message.length).toBeLessThanOrEqual(300);
  expect(message).not.toMatch(/The ferry|x{41}|t{20}/);
});

test('117 a message is a sentence or two, and cites little of what was sent', async () => {
  await using server = await openHandler();
  const query =
    'query($in: [SearchScope!]) { search(query: "x", in: $in) { nodes { __typename } } }';

  const { errors } = await answerOf(server.ask({ query, variables: { in: [words, long] } }));

  const [message = ''] = (errors ?? []).map((error) => error.message);
  expect(message).toMatch(/^Variable "\$in" got invalid value "The…" at "in\[0\]"; /);
  expect(message.length).toBeLessThanOrEqual(300);
});
