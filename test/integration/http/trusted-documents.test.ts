import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../../db/interchange/import.ts';
import { sampleRecord } from '../../../db/sample/sample.ts';
import type { HandlerOptions } from '../../../server/yoga.ts';
import { byLane } from '../../kit/by-lane.ts';
import { answerOf, bearer, codeOf, type OpenHandler, openHandler } from './open-handler.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const documented = (body: string) => ({ id: hashOf(body), body });
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash } },
});

const oneClaim = 'query One($slug: String!) { claim(by: { slug: $slug }) { slug text } }';
const listed = '{ claims(first: 2) { nodes { slug } feedCursor } }';
const change =
  'mutation Name($name: String!) { recordActor(input: { name: $name, kind: PERSON }) { __typename } }';
const heard = 'subscription { claimAdded { cursor } }';
const documents = [oneClaim, listed, change, heard].map(documented);
const variables = { slug: 'call-happened' };

type Open = (options?: Partial<HandlerOptions>) => Promise<OpenHandler>;

const filled = async (db: Parameters<typeof importFiles>[0]): Promise<void> => {
  await importFiles(db, [sampleRecord], { author: { token: null } });
};
const open: Open = (options = {}) => openHandler({ documents, filled, ...options });
const ways: readonly (readonly [string, Open])[] = [
  ['by Yoga', open],
  ['by the lane', async (options) => byLane(await open({ keptAnswers: 1_000_000, ...options }))],
];

const byHash = (text: string, given?: object): string =>
  `/graphql?${new URLSearchParams({
    ...(given && { variables: JSON.stringify(given) }),
    extensions: JSON.stringify(persisted(hashOf(text)).extensions),
  })}`;
const json = { accept: 'application/json' };

describe.each(ways)('a document that is named by its hash, %s', (_way, openWay) => {
  test.each([
    ['extensions', persisted(hashOf(oneClaim))],
    ['documentId', { documentId: `sha256:${hashOf(oneClaim)}` }],
    ['both', { ...persisted(hashOf(oneClaim)), documentId: `sha256:${hashOf(oneClaim)}` }],
    ['its text beside it', { ...persisted(hashOf(oneClaim)), query: oneClaim }],
    ['no text beside it', { ...persisted(hashOf(oneClaim)), query: '' }],
    ['null for it elsewhere', { ...persisted(hashOf(oneClaim)), documentId: null, query: null }],
    [
      'more in its extensions',
      { extensions: { ...persisted(hashOf(oneClaim)).extensions, clientLibrary: { name: 'x' } } },
    ],
  ])('is answered: %s', async (_name, named) => {
    await using server = await openWay();

    for (let times = 0; times < 3; times += 1)
      expect(await answerOf(server.ask({ ...named, variables }))).toMatchObject({
        data: { claim: { slug: 'call-happened' } },
      });
  });

  test.each([
    ['unknown', persisted(hashOf('{ claims { nodes { id } } }')), 'PERSISTED_QUERY_NOT_FOUND'],
    ['in capitals', persisted(hashOf(oneClaim).toUpperCase()), 'PERSISTED_QUERY_NOT_FOUND'],
    ['of the prototype', persisted('__proto__'), 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id of another kind', { documentId: 'md5:abc' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id without its kind', { documentId: hashOf(oneClaim) }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id of the prototype', { documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['of another version', persisted(hashOf(oneClaim), 2), 'PERSISTED_QUERY_NOT_SUPPORTED'],
    ['no hash', persisted(7), 'PERSISTED_QUERY_NOT_SUPPORTED'],
    ['nothing', { extensions: { persistedQuery: {} } }, 'PERSISTED_QUERY_NOT_SUPPORTED'],
    [
      'nothing beside a text',
      { extensions: { persistedQuery: [] }, query: oneClaim },
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    ['no text', { documentId: 7 }, 'BAD_USER_INPUT'],
    ['of another text', { ...persisted(hashOf(oneClaim)), query: listed }, 'BAD_USER_INPUT'],
    [
      'an id of another text',
      { documentId: `sha256:${hashOf(oneClaim)}`, query: listed },
      'BAD_USER_INPUT',
    ],
    ['an id that is none beside a text', { documentId: 'x', query: listed }, 'BAD_USER_INPUT'],
    [
      'of two documents',
      { ...persisted(hashOf(oneClaim)), documentId: `sha256:${hashOf(listed)}` },
      'BAD_USER_INPUT',
    ],
    ['beside a text that is none', { ...persisted(hashOf(oneClaim)), query: 7 }, 'BAD_USER_INPUT'],
    ['beside something unknown', { ...persisted(hashOf(oneClaim)), more: 1 }, 'BAD_USER_INPUT'],
  ])('is refused, where the hash is %s', async (_name, named, code) => {
    await using server = await openWay();

    const { errors, data } = await answerOf(server.ask({ ...named, variables }));

    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    if (code.startsWith('PERSISTED'))
      expect(errors?.[0]?.message).toBe(
        code === 'PERSISTED_QUERY_NOT_FOUND'
          ? 'PersistedQueryNotFound'
          : 'PersistedQueryNotSupported',
      );
  });

  test('is not refused by a prototype that comes with it', async () => {
    await using server = await openWay();
    const body = `{"query":${JSON.stringify(listed)},"extensions":{"__proto__":{"persistedQuery":{"version":1}}}}`;

    expect(await answerOf(server.ask(body))).toHaveProperty('data.claims');
  });

  test('costs nothing to be read', async () => {
    await using server = await openWay();

    const [first, second] = [
      await answerOf(server.ask({ ...persisted(hashOf(listed)) })),
      await answerOf(server.ask({ ...persisted(hashOf(listed)) })),
    ];

    expect(first.extensions?.cost).toBe(second.extensions?.cost);
  });
});

describe.each(ways)('with nothing but known documents, %s', (_way, openWay) => {
  const options = { onlyKnown: true };
  const madeUp = 'query Mine { claims(first: 1) { nodes { id } } }';

  test('strangers and READERs are answered these, and no other', async () => {
    await using server = await openWay(options);
    const reader = { authorization: await bearer(server.db, { role: 'READER' }) };

    for (const headers of [{}, reader]) {
      expect(await answerOf(server.ask({ query: listed }, headers))).toHaveProperty('data.claims');
      expect(await answerOf(server.ask(persisted(hashOf(listed)), headers))).toHaveProperty(
        'data.claims',
      );
      expect(await codeOf(server.ask({ query: madeUp }, headers))).toMatch(
        /UNAUTHENTICATED|FORBIDDEN/,
      );
      expect(
        await codeOf(server.ask({ ...persisted(hashOf(madeUp)), query: madeUp }, headers)),
      ).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
      const url = `/graphql?${new URLSearchParams({ query: madeUp })}`;
      expect(await codeOf(server.get(url, { ...headers, ...json }))).toMatch(
        /UNAUTHENTICATED|FORBIDDEN/,
      );
      expect(
        await codeOf(server.ask({ query: '{ __schema { queryType { name } } }' }, headers)),
      ).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    }
  });

  test('EDITORs and the owner ask freely, which opens nothing to others', async () => {
    await using server = await openWay(options);
    const editor = { authorization: await bearer(server.db, { role: 'EDITOR' }) };

    for (let times = 0; times < 4; times += 1)
      expect(await answerOf(server.ask({ query: madeUp }, editor))).toHaveProperty('data.claims');
    expect(await answerOf(server.ask({ query: madeUp }, {}, { isOwner: true }))).toHaveProperty(
      'data.claims',
    );

    expect(await codeOf(server.ask({ query: madeUp }))).toBe('UNAUTHENTICATED');
    expect(await codeOf(server.ask({ query: ` ${listed}` }))).toBe('UNAUTHENTICATED');
  });
});

describe.each(ways)('a GET of a known document, %s', (_way, openWay) => {
  test('is kept by everybody, and asked for again each time', async () => {
    await using server = await openWay();
    const path = byHash(oneClaim, variables);

    const first = await server.get(path, json);
    const etag = first.headers.get('etag') ?? '';

    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect(first.headers.get('vary')).toBe('Accept, Authorization, Origin');
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
    for (const known of [etag, etag.slice(2), `"x", ${etag}`, `"a,b" , ${etag}, "c"`, '*', ' * ']) {
      const again = await server.get(path, { ...json, 'if-none-match': known });
      expect([known, again.status, await again.text()]).toEqual([known, 304, '']);
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('cache-control')).toBe('public, no-cache');
      expect(again.headers.get('content-type')).toBeNull();
    }
    for (const unknown of [
      '',
      '"x"',
      etag.toLowerCase(),
      etag.replaceAll('"', ''),
      `${etag.slice(0, -1)}x"`,
    ]) {
      const again = await server.get(path, { ...json, 'if-none-match': unknown });
      expect([unknown, again.status]).toEqual([unknown, 200]);
      expect(again.headers.get('etag')).toBe(etag);
    }
  });

  test('is another one as soon as something in it was changed, and only then', async () => {
    await using server = await openWay();
    const path = byHash(oneClaim, variables);
    const etagOf = async () => (await server.get(path, json)).headers.get('etag');
    const changed = (query: string) => server.ask({ query }, {}, { isOwner: true });

    const before = await etagOf();
    await changed(
      'mutation { recordActor(input: { name: "Somebody", kind: PERSON }) { __typename } }',
    );
    const between = await etagOf();
    await changed(
      'mutation { updateClaim(input: { claim: { slug: "call-happened" }, text: "They spoke on the phone." }) { __typename } }',
    );
    const after = await server.get(path, { ...json, 'if-none-match': before ?? '' });

    expect(between).toBe(before);
    expect(after.status).toBe(200);
    expect(await answerOf(after)).toMatchObject({
      data: { claim: { text: 'They spoke on the phone.' } },
    });
    expect(after.headers.get('etag')).not.toBe(before);
  });

  test('of a text that is erased tells nothing of it any more', async () => {
    const asked = '{ article(by: { slug: "moscow-says-no" }) { text } }';
    await using server = await openWay({ documents: [documented(asked)], publicTexts: true });
    const path = byHash(asked);
    const before = await server.get(path, json);
    expect((await answerOf(before)).data).toMatchObject({ article: { text: expect.any(String) } });

    await server.ask(
      {
        query:
          'mutation { eraseArticleText(input: { article: { slug: "moscow-says-no" }, reason: "Ordered." }) { __typename } }',
      },
      {},
      { isOwner: true },
    );

    const after = await server.get(path, {
      ...json,
      'if-none-match': before.headers.get('etag') ?? '',
    });
    expect(after.status).toBe(200);
    expect((await answerOf(after)).data).toEqual({ article: { text: null } });
  });

  test('of a list is another one with the end of the feed that it tells', async () => {
    await using server = await openWay();
    const path = byHash(listed);
    const before = (await server.get(path, json)).headers.get('etag');
    const same = (await server.get(path, json)).headers.get('etag');

    await server.ask(
      {
        query: 'mutation { recordActor(input: { name: "Somebody", kind: PERSON }) { __typename } }',
      },
      {},
      { isOwner: true },
    );

    expect(same).toBe(before);
    expect((await server.get(path, json)).headers.get('etag')).not.toBe(before);
  });

  test('may be told for longer, where that is set', async () => {
    await using server = await openWay({ cacheSeconds: 30 });

    const { headers } = await server.get(byHash(listed), json);

    expect(headers.get('cache-control')).toBe('public, max-age=30');
  });

  test('is kept by nobody, where a token is shown', async () => {
    await using server = await openWay();
    const path = byHash(oneClaim, variables);
    const etag = (await server.get(path, json)).headers.get('etag') ?? '';

    for (const role of ['READER', 'EDITOR'] as const) {
      const authorization = await bearer(server.db, { role });
      for (let times = 0; times < 2; times += 1) {
        const response = await server.get(path, { ...json, authorization, 'if-none-match': etag });
        expect(response.status).toBe(200);
        expect(response.headers.get('cache-control')).toBe('private, no-store');
        expect(response.headers.get('etag')).toBeNull();
      }
    }
  });

  test.each([
    ['an error', byHash(oneClaim), 200],
    [
      'a text that the server was not given',
      `/graphql?${new URLSearchParams({ query: '{ record { feedCursor } }' })}`,
      200,
    ],
    ['a hash that nothing has', byHash('{ nothing }'), 200],
    ['a mutation', byHash(change, { name: 'x' }), 405],
  ])('%s is kept by nobody', async (_name, path, status) => {
    await using server = await openWay();

    const response = await server.get(path, { ...json, 'if-none-match': '*' });

    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
  });

  test('of a feed is no answer in JSON', async () => {
    await using server = await openWay();

    expect((await server.get(byHash(heard), json)).status).toBe(406);
  });

  test('in a POST is told as before', async () => {
    await using server = await openWay();

    const { headers } = await server.ask(persisted(hashOf(listed)), { 'if-none-match': '*' });

    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
  });

  test('tells pages of all origins the same, where all may read', async () => {
    await using server = await openWay({ production: true, corsOrigins: ['*'] });
    const cors = async (headers: Record<string, string>) => {
      const response = await server.get(byHash(listed), { ...json, ...headers });
      return [response.headers.get('access-control-allow-origin'), response.headers.get('vary')];
    };

    for (const headers of [{}, { origin: 'https://a.example' }, { origin: 'null' }])
      expect(await cors(headers)).toEqual(['*', 'Accept, Authorization']);
  });

  test('tells pages of each origin theirs, where some may read', async () => {
    await using server = await openWay({ production: true, corsOrigins: ['https://a.example'] });
    const cors = async (headers: Record<string, string>) => {
      const response = await server.get(byHash(listed), { ...json, ...headers });
      return [response.headers.get('access-control-allow-origin'), response.headers.get('vary')];
    };
    const vary = 'Accept, Authorization, Origin';

    expect(await cors({})).toEqual([null, vary]);
    expect(await cors({ origin: 'https://a.example' })).toEqual(['https://a.example', vary]);
    expect(await cors({ origin: 'https://b.example' })).toEqual([null, vary]);
  });

  test('has to say what it accepts in production, as any other', async () => {
    await using server = await openWay({ production: true });

    expect((await server.get(byHash(listed), { accept: '*/*' })).status).toBe(406);
  });
});
