import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { cacheExchange, createClient as createUrql, fetchExchange } from '@urql/core';
import {
  BreakingChangeType,
  buildSchema,
  type DocumentNode,
  findBreakingChanges,
  parse,
  print,
  validate,
} from 'graphql';
import { createClient as createSocketClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { schema } from '../../schema/schema.ts';
import * as documents from '../../sdk/src/generated/documents.ts';
import { createClient } from '../../sdk/src/index.ts';
import { shippedDocuments } from '../../server/trusted/shipped.ts';
import { createRandom } from '../bench/record/random.ts';
import { answerOf, codeOf, openHandler } from '../integration/http/open-handler.ts';
import { openServer } from '../integration/server/open-server.ts';
import { byLane } from '../kit/by-lane.ts';

const root = new URL('../../', import.meta.url);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const { possibleTypes: _, ...named } = documents;
const all: readonly DocumentNode[] = Object.values(named);
const persisted = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
});
const listed = print(documents.ClaimsDocument);
const heard = print(documents.RecordEventsDocument);
const byHash = (text: string): string =>
  `/graphql?${new URLSearchParams({ extensions: JSON.stringify(persisted(text).extensions) })}`;
const json = { accept: 'application/json' };

test('108 a document that the server was given is asked for by its hash', async () => {
  await using server = await openServer();
  const { url } = server.serving;
  const post = (body: object, accept = 'application/json') =>
    fetch(url, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  expect(await answerOf(post(persisted(listed)))).toHaveProperty('data.claims.nodes', []);
  expect(await answerOf(post({ documentId: `sha256:${hashOf(listed)}` }))).toHaveProperty(
    'data.claims',
  );
  expect(await answerOf(fetch(new URL(byHash(listed), url), { headers: json }))).toHaveProperty(
    'data.claims',
  );
  expect(
    (await fetch(new URL(byHash(listed), url), { headers: json, method: 'HEAD' })).status,
  ).toBe(200);
  const stream = await post(persisted(heard), 'text/event-stream');
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  await stream.body?.cancel();
  expect(await codeOf(post(persisted('{ a }')))).toBe('PERSISTED_QUERY_NOT_FOUND');
  expect(await codeOf(post({ ...persisted(listed), query: heard }))).toBe('BAD_USER_INPUT');
  const old = { extensions: { persistedQuery: { version: 0, sha256Hash: hashOf(listed) } } };
  expect(await codeOf(post(old))).toBe('PERSISTED_QUERY_NOT_SUPPORTED');

  const client = createSocketClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
  const answers = client.iterate({ query: '', ...persisted(listed) });
  expect((await answers.next()).value).toHaveProperty('data.claims');
  await client.dispose();
});

test('109 what the SDK asks is among them, however it is printed, of this release and of the last', async () => {
  const shipped = new Map(shippedDocuments().map(({ body, id }) => [body, id]));
  const sent = [
    ...(await sentBySdk()),
    ...(await sentByApollo()),
    ...(await sentByUrql()),
    ...all.map(print),
  ];

  expect(sent.length).toBeGreaterThan(200);
  expect(sent.some((text) => text.startsWith('subscription live('))).toBe(true);
  for (const text of sent)
    expect([text.slice(0, 40), shipped.get(text)]).toEqual([text.slice(0, 40), hashOf(text)]);
  for (const [body, id] of shipped) {
    expect(hashOf(body)).toBe(id);
    expect(validate(schema, parse(body))).toEqual([]);
  }
  const version = /@onrecord\/sdk (\S+)\./.exec(
    readFileSync(new URL('sdk/released.graphql', root), 'utf8'),
  )?.[1];
  const released = readdirSync(new URL('sdk/manifests/released/', root));
  expect(released.some((name) => name.endsWith(`-${version}.json`))).toBe(true);
});

test('110 where nothing else is to be asked, 1,000 documents that strangers made up are not', async () => {
  await using server = await byLane(await openHandler({ onlyKnown: true, keptAnswers: 1_000_000 }));
  const shipped = shippedDocuments();
  const random = createRandom(1);

  for (let number = 0; number < 1_000; number += 1) {
    const { body } = random.pick(shipped);
    const query = madeUp(body, number);
    expect(shipped.some((one) => one.body === query)).toBe(false);
    const { data, errors } = await answerOf(
      server.ask(number % 2 === 0 ? { query } : { query, ...persisted(query) }),
    );
    expect([number, data, errors?.[0]?.extensions.code]).toEqual([
      number,
      undefined,
      'UNAUTHENTICATED',
    ]);
  }
  for (const { body, id } of shipped.filter((one) => one.body.startsWith('query'))) {
    const asked = { extensions: { persistedQuery: { version: 1, sha256Hash: id } } };
    // Most want variables; none is refused for what it is.
    const { data, errors = [] } = await answerOf(server.ask(asked));
    expect([body.slice(0, 40), data !== undefined || errors.every(isOfVariables)]).toEqual([
      body.slice(0, 40),
      true,
    ]);
  }
});

test('111 what a stranger reads so by GET is kept, and asked for again by its tag', async () => {
  await using server = await byLane(await openHandler({ keptAnswers: 1_000_000 }));
  const first = await server.get(byHash(listed), json);
  const tag = first.headers.get('etag') ?? '';

  const same = await server.get(byHash(listed), { ...json, 'if-none-match': `"x", ${tag}` });
  await server.ask(
    { query: 'mutation { recordActor(input: { name: "Ada", kind: PERSON }) { __typename } }' },
    {},
    { isOwner: true },
  );
  const changed = await server.get(byHash(listed), { ...json, 'if-none-match': tag });

  expect([first.status, same.status, changed.status]).toEqual([200, 304, 200]);
  expect(first.headers.get('cache-control')).toBe('public, no-cache');
  expect(changed.headers.get('etag')).not.toBe(tag);
});

test('112 an error, and what is read with a token, is kept by nobody', async () => {
  await using server = await openHandler();
  const refused = await server.get(byHash(listed), { ...json, authorization: 'Bearer no' });
  const unknown = await server.get(byHash('{ nothing }'), json);

  for (const { headers } of [refused, unknown]) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
  }
});

test('113 nothing that was released is gone that was not deprecated before', () => {
  const released = buildSchema(readFileSync(new URL('sdk/released.graphql', root), 'utf8'));

  const gone = findBreakingChanges(released, schema)
    .filter(({ type }) => removals.has(type))
    .map(({ description }) => description)
    .filter((description) => !wasDeprecated(released, description));

  expect(gone).toEqual([]);
});

const removals: ReadonlySet<string> = new Set([
  BreakingChangeType.FIELD_REMOVED,
  BreakingChangeType.ARG_REMOVED,
  BreakingChangeType.VALUE_REMOVED_FROM_ENUM,
]);

/** `Claim.topic was removed.` */
function wasDeprecated(released: ReturnType<typeof buildSchema>, description: string): boolean {
  const [, name = '', field = ''] = /^(\w+)\.(\w+)/.exec(description) ?? [];
  const type = released.getType(name);
  return type && 'getFields' in type
    ? type.getFields()[field]?.deprecationReason !== undefined
    : false;
}

const isOfVariables = ({ message }: { readonly message: string }): boolean =>
  /^Variable "\$\w+" of required type/.test(message);

/** Nearly a document that is known: a space more, another name, a field less, or its hash in capitals. */
function madeUp(body: string, number: number): string {
  const ways = [
    `${body} `,
    `\n${body}`,
    `${body}# ${number}`,
    body.replace(/^(\w+) (\w+)/, `$1 $2${number}`),
    body.replace('{', `{x${number}:__typename `),
    body.toUpperCase(),
    `query Mine${number} { claims(first: ${number % 100}) { nodes { id slug text } } }`,
    `{ __schema { types { name } } } # ${number}`,
    `${body}query Other${number} { __typename }`,
  ];
  return ways[number % ways.length] ?? '';
}

/** What each method of a client sends. */
async function sentBySdk(): Promise<readonly string[]> {
  const sent: string[] = [];
  const record = createClient({
    url: 'http://localhost/graphql',
    retries: 0,
    fetch: (async (_url: string, { body }: { body: string }) => {
      const { query } = JSON.parse(body);
      sent.push(query);
      if (query.startsWith('query claims('))
        return new Response(
          JSON.stringify({ data: { claims: { nodes: [], pageInfo: {}, feedCursor: 'x' } } }),
        );
      return new Response('{"errors":[{"message":"No.","extensions":{"code":"FORBIDDEN"}}]}');
    }) as typeof fetch,
  });
  const call = async (way: unknown): Promise<void> => {
    if (typeof way !== 'function') return;
    const asked = way({});
    const iterator = Object(asked)[Symbol.asyncIterator] ? asked : null;
    await (iterator
      ? (async () => {
          for await (const _ of iterator);
        })()
      : asked
    ).catch(() => {});
  };
  for (const [name, method] of Object.entries(record)) {
    if (name === 'request') continue;
    await call(method);
    for (const way of Object.values(method)) {
      await call(way);
      for (const inner of Object.values(Object(way))) await call(inner);
    }
  }
  return sent;
}

async function sentByApollo(): Promise<readonly string[]> {
  const sent: string[] = [];
  const link = new ApolloLink(({ query }) => {
    sent.push(print(query));
    return new Observable((observer) => observer.complete());
  });
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  for (const query of all.filter(isQuery))
    await client.query({ query, fetchPolicy: 'no-cache' }).catch(() => {});
  return sent;
}

async function sentByUrql(): Promise<readonly string[]> {
  const sent: string[] = [];
  const client = createUrql({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_url, request) => {
      sent.push(JSON.parse(String(request?.body)).query);
      return new Response('{"data":null}', { headers: { 'content-type': 'application/json' } });
    },
  });
  for (const query of all.filter(isQuery)) await client.query(query, {}).toPromise();
  return sent;
}

const isQuery = ({ definitions }: DocumentNode): boolean =>
  definitions.some((definition) => 'operation' in definition && definition.operation === 'query');
