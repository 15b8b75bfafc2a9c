import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import { describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { bearer } from '../http/open-handler.ts';
import { feedCursor, type OpenServer, openServer, recordActor } from './open-server.ts';

interface Feed {
  readonly recordEvents: { readonly cursor: string; readonly type: string };
}

describe('over graphql-transport-ws', () => {
  test('queries are answered as over HTTP', async () => {
    await using server = await openServer();
    using socket = openSocket(server);

    expect(await socket.ask('{ __typename viewer { name } }')).toMatchObject({
      data: { __typename: 'Query', viewer: null },
    });
  });

  test('subscriptions go on until they are ended, and resume after a cursor', async () => {
    await using server = await openServer();
    using socket = openSocket(server);
    const query = 'subscription($after: String) { recordEvents(after: $after) { cursor type } }';

    const from = (after: string | undefined) =>
      socket.client.iterate<Feed>({ query, variables: { after } });
    const live = from(await feedCursor(server));
    await server.askAsOwner(recordActor('Ada'));
    await server.askAsOwner(recordActor('Grace'));
    const [first, second] = [await live.next(), await live.next()];
    await live.return?.();
    const resumed = from(first.value?.data?.recordEvents.cursor);

    expect(first.value?.data?.recordEvents.type).toBe('ACTOR_ADDED');
    expect(await resumed.next()).toEqual(second);
    await resumed.return?.();
  });

  test('errors have codes and request ids, and tell no more than over HTTP', async () => {
    await using server = await openServer();
    using socket = openSocket(server);

    for (const [query, code] of [
      ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
      ['{ claims', 'GRAPHQL_PARSE_FAILED'],
      ['query($n: Int) { claims(first: $n) { nodes { id } } }', 'BAD_USER_INPUT'],
      [
        '{ claims { nodes { stances { nodes { claim { stances { nodes { claim { stances { nodes { id } } } } } } } } } } }',
        'QUERY_TOO_COMPLEX',
      ],
      [recordActor('Ada'), 'UNAUTHENTICATED'],
    ] as const) {
      const errors = await socket.errorsOf(query, { n: 'ten' });
      expect(errors).toEqual([
        expect.objectContaining({
          extensions: { code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        }),
      ]);
    }
  });

  test('an answer has at most five errors', async () => {
    await using server = await openServer();
    using socket = openSocket(server);

    expect(await socket.errorsOf(`{ ${'nothing '.repeat(15)} }`)).toHaveLength(5);
  });

  test('a token that is not in force is refused', async () => {
    await using server = await openServer();
    using socket = openSocket(server, { authorization: `Bearer onr_${'x'.repeat(43)}` });

    expect(await socket.errorsOf('{ __typename }')).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});

describe('a socket is opened', () => {
  test.each([
    ['no page', undefined],
    ['a page of the server itself', 'itself'],
    ['a page of this machine', 'http://localhost:5173'],
  ])('for %s', async (_who, origin) => {
    await using server = await openServer();
    const socket = new WebSocket(
      webSocketUrl(server),
      'graphql-transport-ws',
      origin ? { origin: origin === 'itself' ? new URL(server.serving.url).origin : origin } : {},
    );

    await once(socket, 'open');

    socket.close();
  });

  test.each(['https://elsewhere.example', 'null', 'file://'])(
    'for no page of %s',
    async (origin) => {
      await using server = await openServer();
      const socket = new WebSocket(webSocketUrl(server), 'graphql-transport-ws', { origin });

      expect(await failureOf(socket)).toContain('403');
    },
  );

  test('at no other path', async () => {
    await using server = await openServer();
    const socket = new WebSocket(
      webSocketUrl(server).replace('/graphql', '/other'),
      'graphql-transport-ws',
    );

    expect(await failureOf(socket)).toContain('404');
  });

  test.each([
    ['a stranger', undefined, defaultLimits.bodyBytes],
    ['a READER', 'READER', defaultLimits.bodyBytes],
    ['an EDITOR', 'EDITOR', defaultLimits.editorBodyBytes],
  ] as const)('and closed when %s sends too much', async (_who, role, most) => {
    await using server = await openServer();
    const headers: Record<string, string> =
      role === undefined ? {} : { authorization: await bearer(server.db, { role }) };
    const codeAfter = async (bytes: number) => {
      const socket = new WebSocket(webSocketUrl(server), 'graphql-transport-ws', { headers });
      await once(socket, 'open');
      socket.on('error', () => undefined);
      socket.send('x'.repeat(bytes));
      const [code] = await once(socket, 'close');
      return code;
    };

    // 4400: it was read, and is no message of the protocol.
    expect([await codeAfter(most), await codeAfter(most + 1)]).toEqual([4400, 1009]);
  });

  test('and closed when it sends bytes, or text that is not UTF-8', async () => {
    await using server = await openServer();
    const codeAfter = async (binary: boolean) => {
      const socket = new WebSocket(webSocketUrl(server), 'graphql-transport-ws');
      await once(socket, 'open');
      socket.on('error', () => undefined);
      socket.send(Buffer.from([0x7b, 0xff, 0x7d]), { binary });
      const [code] = await once(socket, 'close');
      return code;
    };

    expect([await codeAfter(true), await codeAfter(false)]).toEqual([1003, 1007]);
  });

  test('for no token that is not in force', async () => {
    await using server = await openServer();
    const headers = { authorization: `Bearer onr_${'x'.repeat(43)}` };
    const socket = new WebSocket(webSocketUrl(server), 'graphql-transport-ws', { headers });

    expect(await failureOf(socket)).toContain('401');
  });
});

function webSocketUrl(server: OpenServer): string {
  return server.serving.url.replace('http', 'ws');
}

function openSocket(server: OpenServer, connectionParams: Record<string, unknown> = {}) {
  const client = createClient({
    url: webSocketUrl(server),
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  });
  const ask = async (query: string, variables: Record<string, unknown> = {}) => {
    for await (const result of client.iterate({ query, variables })) return result;
    throw new Error('There was no answer.');
  };
  return {
    client,
    ask,
    async errorsOf(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
      return ask(query, variables).then(
        (result) => result.errors,
        (errors: unknown) => errors,
      );
    },
    [Symbol.dispose]: () => void client.dispose(),
  };
}

async function failureOf(socket: WebSocket): Promise<string> {
  const [error] = await once(socket, 'error');
  return String(error);
}
