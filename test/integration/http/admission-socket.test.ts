import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Settings } from '../../../server/config.ts';
import { openServer } from '../server/open-server.ts';
import { bearer } from './open-handler.ts';

const afar = { 'x-forwarded-for': '203.0.113.7' };
const subscription = 'subscription { recordEvents { cursor } }';

test('an operation on a socket is refused where reading needs a token', async () => {
  await using asked = await openAsked({ REQUIRE_TOKEN: 'true' });
  const authorization = await bearer(asked.db, { role: 'READER' });

  for (const query of ['{ __typename }', '{ __schema { description } }', subscription, '{ no }']) {
    expect(await asked.codeOf(query)).toBe('UNAUTHENTICATED');
  }
  expect(await asked.codeOf('{ __typename }', { authorization })).toBeUndefined();
});

test('an operation on a socket is told what it costs, and refused where it is too much', async () => {
  await using asked = await openAsked({ LIMITS: 'cost=59' });

  await asked.ask('{ claims(first: 60) { nodes { slug } } }');
  expect(await asked.ask('{ claims(first: 60) { nodes { slug } } }')).toMatchObject({
    extensions: { cost: 59 },
  });
  expect(await asked.codeOf('{ claims(first: 62) { nodes { slug } } }')).toBe('QUERY_TOO_COMPLEX');
});

test('whoever asks too much on sockets is told to wait, for another stream, too', async () => {
  await using asked = await openAsked({ LIMITS: 'costPerMinute=100', TRUSTED_PROXY_HOPS: '1' });

  for (let times = 0; times < 12; times += 1) await asked.codeOf('{ __typename }');

  expect(await asked.codeOf('{ __typename }')).toBe('RATE_LIMITED');
  expect(await asked.codeOf(subscription)).toBe('RATE_LIMITED');
});

async function openAsked(settings: Settings) {
  const server = await openServer(settings);
  class FromAfar extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol, { headers: afar });
    }
  }
  const ask = async (query: string, connectionParams: Record<string, unknown> = {}) => {
    const client = createClient({
      url: server.serving.url.replace('http', 'ws'),
      webSocketImpl: FromAfar,
      connectionParams,
      retryAttempts: 0,
    });
    try {
      for await (const result of client.iterate({ query })) return result;
      return {};
    } catch (errors) {
      return { errors };
    } finally {
      await client.dispose();
    }
  };
  return {
    ask,
    db: server.db,
    async codeOf(query: string, connectionParams?: Record<string, unknown>): Promise<unknown> {
      const { errors } = await ask(query, connectionParams);
      return Array.isArray(errors) ? errors[0].extensions.code : undefined;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
