import { describe, expect, test } from 'vitest';
import { answerOf, codeOf, openHandler } from './open-handler.ts';

describe('a query', () => {
  test('may come in a POST of JSON', async () => {
    await using server = await openHandler();

    for (const type of [
      'application/json',
      'application/json; charset=utf-8',
      'Application/JSON;charset="UTF-8"',
    ]) {
      const response = await server.ask({ query: '{ __typename }' }, { 'content-type': type });
      expect(await answerOf(response)).toMatchObject({ data: { __typename: 'Query' } });
    }
  });

  test('may come in the address of a GET', async () => {
    await using server = await openHandler();
    const search = new URLSearchParams({
      query: 'query A($id: ID!) { node(id: $id) { id } } query B { __typename }',
      operationName: 'A',
      variables: JSON.stringify({ id: 'claim_0190a0a0-0000-7000-8000-000000000000' }),
    });

    const response = await server.get(`/graphql?${search}`);

    expect(await answerOf(response)).toMatchObject({ data: { node: null } });
  });

  test('keeps every character of its variables', async () => {
    await using server = await openHandler();
    const text = 'ä 漢字 שלום 👩‍👩‍👧‍👦 e\u0301 \u200b';

    const response = await server.ask({
      query: 'query($by: ClaimBy!) { claim(by: $by) { ...C } } fragment C on Claim { id }',
      variables: { by: { slug: text } },
    });

    expect(response.status).toBe(200);
  });
});

describe('nothing but JSON is taken', () => {
  test.each([
    ['application/x-www-form-urlencoded', 'query=mutation%7B__typename%7D'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ __typename }"}\r\n--x--',
    ],
    ['text/plain', '{"query":"{ __typename }"}'],
    ['application/graphql', '{ __typename }'],
    ['application/json; charset=utf-16', '{"query":"{ __typename }"}'],
    ['application/jsonp', '{"query":"{ __typename }"}'],
    ['', '{"query":"{ __typename }"}'],
  ])('%s is refused', async (type, body) => {
    await using server = await openHandler();

    const response = await server.ask(body, { 'content-type': type });

    expect(response.status).toBe(415);
    expect(await codeOf(response)).toBe('BAD_USER_INPUT');
  });

  test('text that is not UTF-8 is refused, and not mended', async () => {
    await using server = await openHandler();
    const body = Buffer.concat([
      Buffer.from('{"query":"{ claim(by: { slug: \\"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\\" }) { id } }"}'),
    ]);

    const response = await server.handler.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });

    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe('BAD_USER_INPUT');
  });
});

test.each(['%ff', '%c3%28', '%ed%a0%80', '%'])(
  'an address that is not UTF-8 is refused, and not mended: %s',
  async (bytes) => {
    await using server = await openHandler();

    const query = `query={__typename}&operationName=${bytes}`;
    const response = await server.get(`/graphql?${query}`);

    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe('BAD_USER_INPUT');
  },
);

describe('a mutation', () => {
  test('is refused in a GET', async () => {
    await using server = await openHandler();

    const response = await server.get(
      `/graphql?query=${encodeURIComponent('mutation { __typename }')}`,
    );

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await codeOf(response)).toBe('BAD_USER_INPUT');
  });
});

describe('other requests', () => {
  test.each(['PUT', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
    await using server = await openHandler();

    const response = await server.handler.fetch('http://localhost/graphql', { method });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
  });

  test.each(['/graphiql', '/graphql/x', '/health', '/.env'])('%s is not there', async (path) => {
    await using server = await openHandler();

    expect((await server.get(path)).status).toBe(404);
  });

  test('a browser at / is shown the way to GraphiQL', async () => {
    await using server = await openHandler();

    const response = await server.get('/', { accept: 'text/html' });

    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });
});

describe('every answer', () => {
  test('has the headers that keep browsers from guessing, framing and keeping it', async () => {
    await using server = await openHandler();

    for (const response of [
      await server.ask({ query: '{ __typename }' }),
      await server.ask('{'),
      await server.get('/nothing'),
    ]) {
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
    }
  });
});

describe('whether it runs', () => {
  test('is told at /healthz', async () => {
    await using server = await openHandler();

    const response = await server.get('/healthz');

    expect([response.status, await response.json()]).toEqual([200, { healthy: true }]);
  });

  test('and can serve is told at /readyz', async () => {
    await using server = await openHandler();

    const response = await server.get('/readyz');

    expect([response.status, await response.json()]).toEqual([
      200,
      { ready: true, database: 'ok', draining: false },
    ]);
  });

  test('without a database is told at /readyz', async () => {
    await using working = await openHandler();
    const reader = { ...working.db.reader, read: () => Promise.reject(new Error('It is away.')) };
    await using server = await openHandler({ db: { ...working.db, reader } });

    const response = await server.get('/readyz');

    expect([response.status, await response.json()]).toEqual([
      503,
      { ready: false, database: 'unavailable', draining: false },
    ]);
    expect((await server.get('/healthz')).status).toBe(200);
  });

  test('while it stops it turns requests away, and says so', async () => {
    await using server = await openHandler({ isDraining: () => true });

    const response = await server.ask({ query: '{ __typename }' });

    expect(response.status).toBe(503);
    expect(response.headers.get('connection')).toBe('close');
    expect(await codeOf(response)).toBe('UNAVAILABLE');
    expect((await server.get('/readyz')).status).toBe(503);
    expect((await server.get('/healthz')).status).toBe(200);
  });
});
