import { describe, expect, test } from 'vitest';
import { openHandler } from './open-handler.ts';

const foreign = 'https://elsewhere.example';
const loopback = [
  'http://localhost:5173',
  'http://127.0.0.1:8080',
  'http://[::1]:3000',
  'https://app.localhost',
];

describe('while developing', () => {
  test.each(loopback)('pages of this machine may read: %s', async (origin) => {
    await using server = await openHandler();

    const response = await server.ask({ query: '{ __typename }' }, { origin });

    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('vary')).toContain('Origin');
  });

  test.each([
    foreign,
    'null',
    'http://localhost.elsewhere.example',
    'http://127.0.0.1.elsewhere.example',
    'http://elsewhere.example/#localhost',
  ])('pages of other machines may not: %s', async (origin) => {
    await using server = await openHandler();

    const response = await server.ask({ query: '{ __typename }' }, { origin });

    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('in production', () => {
  test('only the pages of CORS_ORIGINS may read', async () => {
    await using server = await openHandler({
      production: true,
      corsOrigins: ['https://news.example'],
    });
    const allowed = async (origin: string) =>
      (await server.ask({ query: '{ __typename }' }, { origin })).headers.get(
        'access-control-allow-origin',
      );

    expect(await allowed('https://news.example')).toBe('https://news.example');
    for (const origin of [
      foreign,
      ...loopback,
      'http://news.example',
      'https://news.example:8443',
    ]) {
      expect(await allowed(origin)).toBeNull();
    }
  });

  test('* in CORS_ORIGINS is every page, still without credentials', async () => {
    await using server = await openHandler({ production: true, corsOrigins: ['*'] });

    const { headers } = await server.ask({ query: '{ __typename }' }, { origin: foreign });

    expect(headers.get('access-control-allow-origin')).toBe(foreign);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('a preflight', () => {
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type, x-evil',
    },
  });

  test('of a page that may read is told what it may send', async () => {
    await using server = await openHandler();

    const response = await server.handler.fetch(
      'http://localhost/graphql',
      preflight('http://localhost:5173'),
    );

    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'authorization, content-type, last-event-id, onrecord-read-after, traceparent, tracestate, x-request-id',
    );
  });

  test('of another page is told nothing', async () => {
    await using server = await openHandler();

    const { headers } = await server.handler.fetch('http://localhost/graphql', preflight(foreign));

    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
