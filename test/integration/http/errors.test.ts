import { describe, expect, test } from 'vitest';
import { openRecord } from '../../kit/open-record.ts';
import { answerOf, openHandler } from './open-handler.ts';

describe('every error has a code and the id of its request', () => {
  test.each([
    ['a document that cannot be parsed', { query: '{ record' }, 'GRAPHQL_PARSE_FAILED'],
    [
      'a document that does not fit the schema',
      { query: '{ nothingOfTheKind }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a variable of the wrong type',
      { query: 'query($n: Int) { claims(first: $n) { nodes { id } } }', variables: { n: 'ten' } },
      'BAD_USER_INPUT',
    ],
    [
      'a variable that a scalar refuses',
      {
        query: 'query($d: DateTime) { claims(filter: { recordedAfter: $d }) { nodes { id } } }',
        variables: { d: 'soon' },
      },
      'BAD_USER_INPUT',
    ],
    ['a missing variable', { query: 'query($id: ID!) { node(id: $id) { id } }' }, 'BAD_USER_INPUT'],
    [
      'a null where an argument cannot be',
      { query: 'query($id: ID! = "x") { node(id: $id) { id } }', variables: { id: null } },
      'BAD_USER_INPUT',
    ],
    [
      'two operations and no name',
      { query: 'query A { viewer { name } } query B { viewer { name } }' },
      'BAD_USER_INPUT',
    ],
    ['a malformed id', { query: '{ node(id: "claim_1") { id } }' }, 'BAD_USER_INPUT'],
    [
      'a mutation by a stranger',
      { query: 'mutation { recordActor(input: { name: "A", kind: PERSON }) { __typename } }' },
      'UNAUTHENTICATED',
    ],
    ['no query', {}, 'BAD_USER_INPUT'],
    ['an unknown key', { query: '{ __typename }', id: 1 }, 'BAD_USER_INPUT'],
    ['a query that is no string', { query: 1 }, 'BAD_USER_INPUT'],
    ['JSON that is no object', '"query"', 'BAD_USER_INPUT'],
    ['null', 'null', 'BAD_USER_INPUT'],
    ['a batch', [{ query: '{ __typename }' }], 'BAD_USER_INPUT'],
  ] as const)('%s', async (_what, body, code) => {
    await using server = await openHandler();

    const response = await server.ask(body);

    const { errors } = await answerOf(response);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code, requestId: response.headers.get('x-request-id') },
    ]);
  });
});

describe('what is unexpected', () => {
  test('is told to nobody but the log', async () => {
    await using record = await openRecord();
    const secret = 'SQLITE_ERROR in /var/lib/onrecord.db: select hash from tokens';
    const reader = {
      ...record.db.reader,
      read: () => {
        throw new Error(secret);
      },
    };
    await using server = await openHandler({ db: { ...record.db, reader } });

    const response = await server.ask({ query: '{ articles { nodes { title } } }' });
    const text = await response.clone().text();

    expect(text).not.toMatch(/SQLITE|onrecord\.db|tokens|stack|\.ts/);
    const { errors } = await answerOf(response);
    expect(errors?.[0]).toMatchObject({ path: ['articles'], extensions: { code: 'INTERNAL' } });
    const told = server.log.find((line) => line.msg === 'unexpected error');
    expect(told).toMatchObject({
      requestId: errors?.[0]?.extensions.requestId,
      err: { message: secret },
    });
    expect(JSON.stringify(told)).toContain('errors.test.ts');
  });
});

describe('broken JSON', () => {
  test('is not echoed', async () => {
    await using server = await openHandler();

    const response = await server.ask('{"query": "{ viewer }", "password": "hunter2"');

    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('hunter2');
  });

  test('is not echoed from the address either', async () => {
    await using server = await openHandler();

    const response = await server.get('/graphql?query={__typename}&variables={hunter2');

    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('hunter2');
  });
});

describe('names that are nearly right', () => {
  test('are suggested where the server is being developed', async () => {
    await using server = await openHandler();

    const { errors } = await answerOf(server.ask({ query: '{ clams { nodes { id } } }' }));

    expect(errors?.[0]?.message).toContain('Did you mean "claims"');
  });

  test.each([
    '{ clams { nodes { id } } }',
    '{ claims(frist: 1) { nodes { id } } }',
    '{ claims(filter: { stats: DISPUTED }) { nodes { id } } }',
    '{ claims(filter: { status: DISPUTE }) { nodes { id } } }',
    'query($f: ClaimFilters) { claims(filter: $f) { nodes { id } } }',
  ])('are not suggested in production: %s', async (query) => {
    await using server = await openHandler({ production: true });

    const { errors } = await answerOf(server.ask({ query }));

    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).not.toMatch(/Did you mean|claims\?|first|DISPUTED/);
  });

  test('are not suggested in the values of variables in production', async () => {
    await using server = await openHandler({ production: true });
    const query =
      'query($s: [StandingStatus!]) { claims(filter: { status: $s }) { nodes { id } } }';

    const text = await (await server.ask({ query, variables: { s: ['DISPUTE'] } })).text();

    expect(text).not.toContain('Did you mean');
  });
});

describe('the status', () => {
  test.each([
    ['application/json', { query: '{ record' }, 200],
    ['application/json', { query: '{ nothing }' }, 200],
    ['application/graphql-response+json', { query: '{ record' }, 400],
    ['application/graphql-response+json', { query: '{ nothing }' }, 400],
    ['application/graphql-response+json', { query: '{ __typename }' }, 200],
  ])('for %s and %o is %i', async (accept, body, status) => {
    await using server = await openHandler();

    const response = await server.ask(body, { accept });

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
  });
});
