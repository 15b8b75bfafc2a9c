import { createHook } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openHandler } from './open-handler.ts';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test('a browser is shown GraphiQL, compressed as it accepts', async () => {
  await using server = await openHandler();

  const plain = await server.get('/graphql', browser);
  const gzip = await server.get('/graphql', { ...browser, 'accept-encoding': 'gzip, deflate' });
  const br = await server.get('/graphql', {
    ...browser,
    'accept-encoding': 'gzip, deflate, br, zstd',
  });

  expect(plain.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const page = Buffer.from(await plain.arrayBuffer());
  const zipped = Buffer.from(await gzip.arrayBuffer());
  const small = Buffer.from(await br.arrayBuffer());
  expect([plain, gzip, br].map(({ headers }) => headers.get('content-encoding'))).toEqual([
    null,
    'gzip',
    'br',
  ]);
  expect(page.includes('TheDisputedCall')).toBe(true);
  expect(gunzipSync(zipped).equals(page)).toBe(true);
  expect(brotliDecompressSync(small).equals(page)).toBe(true);
  expect(small.length).toBeLessThan(2_000_000);
});

test('the page is rendered and compressed once', async () => {
  await using server = await openHandler();
  const accept = { ...browser, 'accept-encoding': 'br' };
  let compressed = 0;
  const counting = createHook({
    init(_id, kind) {
      if (kind === 'ZLIB') compressed += 1;
    },
  }).enable();

  for (let times = 0; times < 20; times += 1) await server.get('/graphql', accept);
  counting.disable();

  expect(compressed).toBe(1);
});

test('who has the page is told that it has not changed', async () => {
  await using server = await openHandler();
  const accept = { ...browser, 'accept-encoding': 'gzip' };
  const etag = (await server.get('/graphql', accept)).headers.get('etag') ?? '';

  const again = await server.get('/graphql', { ...accept, 'if-none-match': etag });
  const otherwise = await server.get('/graphql', { ...browser, 'if-none-match': etag });

  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  expect(otherwise.status).toBe(200);
});

test('the page may run its own script, and speak to this server alone', async () => {
  await using server = await openHandler();

  const response = await server.get('/graphql', browser);
  const policy = response.headers.get('content-security-policy') ?? '';
  const html = await response.text();

  const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';
  expect(policy).toContain(
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`,
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
});

test('nothing of a request comes to stand in the page', async () => {
  await using server = await openHandler();

  const plain = await server.get('/graphql', browser);
  const asked = await server.get(
    '/graphql?query=%3Cscript%3Ealert(1)%3C/script%3E&title=injected',
    browser,
  );

  expect((await asked.text()) === (await plain.text())).toBe(true);
});

test('a program that asks for JSON gets JSON', async () => {
  await using server = await openHandler();

  const response = await server.get('/graphql?query={__typename}', { accept: 'application/json' });

  expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
});
