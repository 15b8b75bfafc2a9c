import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { documentPoints } from '../../../server/limits/reading-prices.ts';
import {
  leafPoints,
  objectPoints,
  requestPoints,
  rootPoints,
} from '../../../server/limits/weights.ts';
import { openRecord } from '../../kit/open-record.ts';
import { answerOf, bearer, codeOf, openHandler } from './open-handler.ts';

const reader = { address: '203.0.113.7' };
const whoAmI = { query: '{ viewer { name } }' };

describe('what an operation costs', () => {
  test('is told in its answer, however often it was asked', async () => {
    await using server = await openHandler();
    const query = 'query($n: Int) { claims(first: $n) { nodes { slug } } }';

    await server.ask({ query, variables: { n: 1 } });
    for (const n of [1, 2, 30, 40, 50]) {
      const { extensions } = await answerOf(server.ask({ query, variables: { n } }));
      const points = requestPoints + rootPoints + objectPoints('ClaimConnection');
      const cost = Math.ceil(points + n * (objectPoints('Claim') + leafPoints));
      expect(extensions).toEqual({ cost });
    }
  });

  test('is refused where it is too much, also of a document that was good before', async () => {
    await using server = await openHandler();
    const query =
      'query($n: Int) { claims(first: $n) { nodes { stances(first: 100) { nodes { kind polarity actor { name slug } claim { text slug } } } } } }';

    for (let times = 0; times < 4; times += 1) {
      expect(await codeOf(server.ask({ query, variables: { n: 2 } }))).toBeUndefined();
    }
    const { data, errors } = await answerOf(server.ask({ query, variables: { n: 100 } }));

    expect(data).toBeUndefined();
    expect(errors?.[0]).toMatchObject({
      message: 'An operation may cost 5000 points; this one costs 5187.',
      extensions: { code: 'QUERY_TOO_COMPLEX', cost: 5_187 },
    });
  });

  test('is, of a document that is wrong, its reading each time', async () => {
    await using server = await openHandler();
    const ask = async () =>
      (await answerOf(server.ask({ query: '{ viewer { none } }' }))).extensions;

    const first = await ask();

    expect(Number(first?.cost)).toBeGreaterThan(documentPoints(0, 1_000));
    expect([await ask(), await ask()]).toEqual([first, first]);
  });

  test('is refused of a subscription, too', async () => {
    await using server = await openHandler({ limits: { ...defaultLimits, cost: 12 } });
    const query = 'subscription { recordEvents { subject { id } before { __typename } } }';

    const response = await server.ask({ query }, { accept: 'text/event-stream' });

    expect(await response.text()).toContain('"code":"QUERY_TOO_COMPLEX"');
  });
});

describe('whoever asks for more than a minute’s points', () => {
  const limits = { ...defaultLimits, costPerMinute: 400 };

  test('is told to wait, and others are not', async () => {
    await using server = await openHandler({ limits });
    const ask = (address: string) => server.ask(whoAmI, {}, { address });

    const statuses = [];
    for (let times = 0; times < 12; times += 1) statuses.push((await ask(reader.address)).status);
    const refused = await ask(reader.address);

    expect(statuses.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 200));
    expect(statuses.at(-1)).toBe(429);
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(await answerOf(refused)).toMatchObject({
      errors: [
        {
          extensions: {
            code: 'RATE_LIMITED',
            retryAfter: Number(refused.headers.get('retry-after')),
          },
        },
      ],
    });
    expect((await ask('203.0.113.8')).status).toBe(200);
  });

  test('is known by the token, wherever it comes from', async () => {
    await using server = await openHandler({ limits });
    const authorization = await bearer(server.db, { role: 'READER' });
    const other = await bearer(server.db, { role: 'READER' });
    const ask = (headers: Record<string, string>, n: number) =>
      server.ask(whoAmI, headers, { address: `203.0.113.${n}` });

    for (let n = 0; n < 10; n += 1) await ask({ authorization }, n);

    expect((await ask({ authorization }, 100)).status).toBe(429);
    expect((await ask({ authorization: other }, 100)).status).toBe(200);
    expect((await ask({}, 1)).status).toBe(200);
  });

  test('is one who has a network of IPv6', async () => {
    await using server = await openHandler({ limits });
    const ask = (address: string) => server.ask(whoAmI, {}, { address });

    for (let n = 1; n <= 10; n += 1) await ask(`2001:db8:1:1::${n}`);

    expect((await ask('2001:db8:1:1:ffff::1')).status).toBe(429);
    expect((await ask('2001:db8:1:2::1')).status).toBe(200);
  });

  test.each([{ address: '127.0.0.1' }, { address: '::1' }, { ...reader, isOwner: true }])(
    'may, with %o',
    async (facts) => {
      await using server = await openHandler({ limits });

      for (let times = 0; times < 20; times += 1) {
        expect((await server.ask(whoAmI, {}, facts)).status).toBe(200);
      }
    },
  );

  test('is told so before another document is read', async () => {
    await using server = await openHandler({ limits });
    const ask = (query: string) => server.ask({ query }, {}, reader);

    for (let n = 0; n < 10; n += 1) await ask(`{ nothing${n} }`);

    expect(await codeOf(ask('{ not GraphQL'))).toBe('RATE_LIMITED');
  });

  test('pays for reading a document once', async () => {
    await using server = await openHandler();
    const costOf = async () => (await answerOf(server.ask(whoAmI))).extensions?.cost ?? 0;

    const first = await costOf();

    expect(first - (await costOf())).toBe(documentPoints(6, defaultLimits.tokens));
  });

  test('pays from the token alone, where one is shown', async () => {
    await using server = await openHandler({ limits });
    const authorization = await bearer(server.db, { role: 'READER' });
    const statusOf = async (n: number, headers = {}) =>
      (await server.ask({ query: `{ viewer { a${n}: name } }` }, headers, reader)).status;

    for (let n = 0; n < 10; n += 1) await statusOf(n, { authorization });

    expect(await statusOf(10, { authorization })).toBe(429);
    expect(await statusOf(11)).toBe(200);
  });

  test.each([
    ['what is no JSON', '{', {}],
    ['what is no GraphQL', { query: '{' }, {}],
    ['what is wrong', { query: '{ nothing }' }, {}],
    ['a token that nobody has', whoAmI, { authorization: `Bearer onr_${'x'.repeat(43)}` }],
  ])('pays for %s', async (_what, body, headers) => {
    await using server = await openHandler({ limits });

    const statuses = [];
    for (let n = 0; n < 20; n += 1) statuses.push((await server.ask(body, headers, reader)).status);

    expect(statuses[0]).not.toBe(429);
    expect(statuses.at(-1)).toBe(429);
  });

  test('owes what was read aside, and is read nothing more', async () => {
    await using server = await openHandler({ limits: { ...defaultLimits, costPerMinute: 150 } });
    const search = (n: number) => `a${n}: search(query: "a${n}") { nodes { __typename } }`;
    const query = `{ ${search(1)} ${search(2)} ${search(3)} ${search(4)} }`;
    const ask = () => server.ask({ query }, {}, reader);

    const codes = [];
    for (let n = 0; n < 4; n += 1) codes.push(await codeOf(ask()));

    expect(codes).toContain('RATE_LIMITED');
  });

  test('opens no stream', async () => {
    await using server = await openHandler({ limits });
    for (let n = 0; n < 10; n += 1) await server.ask(whoAmI, {}, reader);

    const response = await server.ask(
      { query: 'subscription { recordEvents { cursor } }' },
      { accept: 'text/event-stream' },
      reader,
    );

    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(await response.text()).toContain('"code":"RATE_LIMITED"');
  });
});

describe('all strangers together', () => {
  test('have so much in a minute, and who shows a token is answered', async () => {
    const limits = { ...defaultLimits, strangersPerMinute: 6_000 };
    await using server = await openHandler({ limits });
    const authorization = await bearer(server.db, { role: 'READER' });
    const ask = (n: number, headers = {}) =>
      server.ask(whoAmI, headers, { address: `203.0.113.${n}` });

    const statuses = [];
    for (let n = 0; n < 30; n += 1) statuses.push((await ask(n)).status);
    const refused = await ask(100);

    expect(statuses.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 200));
    expect(refused.status).toBe(429);
    expect((await answerOf(refused)).errors?.[0]?.message).toMatch(/^All who ask without a token/);
    expect((await ask(100, { authorization })).status).toBe(200);
  });
});

describe('where reading needs a token', () => {
  test.each([
    ['a query', { query: '{ claims { nodes { id } } }' }, {}],
    ['a query of nothing', { query: '{ __typename }' }, {}],
    ['a query as a stream', { query: '{ __typename }' }, { accept: 'text/event-stream' }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }, {}],
    [
      'a subscription',
      { query: 'subscription { recordEvents { cursor } }' },
      { accept: 'text/event-stream' },
    ],
  ])('strangers are refused %s', async (_what, body, headers) => {
    await using server = await openHandler({ requireToken: true });

    for (let times = 0; times < 4; times += 1) {
      const response = await server.ask(body, headers);
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('"code":"UNAUTHENTICATED"');
    }
  });

  test('a READER token is enough', async () => {
    await using server = await openHandler({ requireToken: true });
    const authorization = await bearer(server.db, { role: 'READER' });

    expect(await codeOf(server.ask(whoAmI, { authorization }))).toBeUndefined();
  });

  test('strangers are refused in a GET, and shown GraphiQL', async () => {
    await using server = await openHandler({ requireToken: true });

    expect((await server.get('/graphql?query={__typename}')).status).toBe(401);
    expect((await server.get('/graphql', { accept: 'text/html' })).status).toBe(200);
    expect((await server.get('/healthz')).status).toBe(200);
  });
});

describe('the schema', () => {
  const questions = [
    getIntrospectionQuery(),
    '{ __type(name: "Claim") { name } }',
    '{ ...Q } fragment Q on Query { ... { a: __schema { queryType { name } } } }',
  ];

  test.each(questions)('is not told to strangers in production: %s', async (query) => {
    await using server = await openHandler({ production: true });
    const authorization = await bearer(server.db, { role: 'READER' });

    for (let times = 0; times < 4; times += 1) {
      expect(await codeOf(server.ask({ query }))).toBe('UNAUTHENTICATED');
    }
    expect(await codeOf(server.ask({ query }, { authorization }))).toBeUndefined();
  });

  test.each(questions)('is told where that is set: %s', async (query) => {
    await using server = await openHandler({ production: true, publicIntrospection: true });

    expect(await codeOf(server.ask({ query }))).toBeUndefined();
  });
});

describe('in production', () => {
  test('GraphiQL is not shown, unless that is set', async () => {
    await using server = await openHandler({ production: true });
    await using shown = await openHandler({ production: true, graphiql: true });
    const statusOf = async ({ get }: typeof server) =>
      (await get('/graphql', { accept: 'text/html' })).status;

    expect(await statusOf(server)).toBeGreaterThanOrEqual(400);
    expect((await server.get('/', { accept: 'text/html' })).status).toBe(404);
    expect(await statusOf(shown)).toBe(200);
  });

  test('names are suggested where that is set', async () => {
    await using server = await openHandler({ production: true, suggestions: true });

    const { errors } = await answerOf(server.ask({ query: '{ clams { nodes { id } } }' }));

    expect(errors?.[0]?.message).toContain('Did you mean "claims"');
  });
});

describe('what takes too long', () => {
  test('is given up as UNAVAILABLE, and by the owner waited for', async () => {
    await using record = await openRecord();
    let answer: (rows: never[]) => void = () => {};
    const read = () => new Promise<never[]>((resolve) => (answer = resolve));
    const db = { ...record.db, reader: { ...record.db.reader, read } };
    await using server = await openHandler({ db, limits: { ...defaultLimits, requestMs: 30 } });
    const query = '{ actor(by: { slug: "ida" }) { name } }';

    const response = await server.ask({ query });
    const awaited = server.ask({ query }, {}, { isOwner: true });
    const patience = setInterval(() => answer([]), 100);

    expect(response.status).toBe(503);
    expect(await codeOf(response)).toBe('UNAVAILABLE');
    expect(await answerOf(awaited)).toMatchObject({ data: { actor: null } });
    clearInterval(patience);
  });
});

describe('an answer has at most five errors', () => {
  test.each([
    ['of validation', `{ ${times((n) => `nothing${n}`)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['of fields', `{ ${times((n) => `a${n}: node(id: "x") { id }`)} }`, 'BAD_USER_INPUT'],
  ])('%s', async (_what, query, code) => {
    await using server = await openHandler();

    const { errors = [] } = await answerOf(server.ask({ query }));

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(
      Array.from({ length: 5 }, () => code),
    );
  });
});

function times(each: (n: number) => string): string {
  return Array.from({ length: 20 }, (_, n) => each(n)).join(' ');
}
