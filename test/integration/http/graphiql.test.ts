import { createHook } from 'node:async_hooks';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildClientSchema, printSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { type OpenHandler, openHandler } from './open-handler.ts';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
let server: OpenHandler;

beforeAll(async () => {
  server = await openHandler();
});

afterAll(() => server[Symbol.asyncDispose]());

const encodings = ['identity', 'gzip, deflate', 'gzip, deflate, br, zstd'];

test('a browser is shown GraphiQL: a page, a script, styles and the schema', async () => {
  const page = await server.get('/graphql', browser);
  const files = await filesOf(server);

  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const types = await Promise.all(
    files.map(async (path) => (await server.get(path)).headers.get('content-type')),
  );
  expect(types.sort()).toEqual([
    'application/json; charset=utf-8',
    'text/css; charset=utf-8',
    'text/javascript; charset=utf-8',
  ]);
});

test('each file is compressed as a browser accepts, and may be kept for ever under its name', async () => {
  for (const path of ['/graphql', ...(await filesOf(server))]) {
    const answers = await Promise.all(
      encodings.map((encoding) => server.get(path, { ...browser, 'accept-encoding': encoding })),
    );
    const [plain, zipped, small] = await Promise.all(
      answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())),
    );

    expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual([
      null,
      'gzip',
      'br',
    ]);
    expect(plain?.equals(gunzipSync(zipped ?? ''))).toBe(true);
    expect(plain?.equals(brotliDecompressSync(small ?? ''))).toBe(true);
    if (path !== '/graphql')
      expect(answers[0]?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  }
});

test('nothing is compressed twice', async () => {
  await using server = await openHandler();
  const paths = ['/graphql', ...(await filesOf(server))];
  const accept = { ...browser, 'accept-encoding': 'br' };
  let compressed = 0;
  const counting = createHook({
    init(_id, kind) {
      if (kind === 'ZLIB') compressed += 1;
    },
  }).enable();

  for (let times = 0; times < 20; times += 1)
    for (const path of paths) await server.get(path, accept);
  counting.disable();

  expect(compressed).toBe(paths.length);
});

test('who has the page is told that it has not changed', async () => {
  const accept = { ...browser, 'accept-encoding': 'gzip' };
  const etag = (await server.get('/graphql', accept)).headers.get('etag') ?? '';

  const again = await server.get('/graphql', { ...accept, 'if-none-match': etag });
  const otherwise = await server.get('/graphql', { ...browser, 'if-none-match': etag });

  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  expect(otherwise.status).toBe(200);
});

test('the page may run scripts and styles of this server, none that stands in it, and speak to this server alone', async () => {
  const response = await server.get('/graphql', browser);
  const policy = response.headers.get('content-security-policy') ?? '';

  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|blob:|worker|\*/);
  expect(await response.text()).not.toMatch(/<style|<script>|\son\w+=|style=/);
});

test('the schema lies beside the page as it would be told', async () => {
  const path = (await filesOf(server)).find((each) => each.endsWith('.json')) ?? '';
  const { data } = await (await server.get(path)).json();

  expect(printSchema(buildClientSchema(data))).toBe(printSchema(schema));
});

test.each([
  ['introspection needs a token', { publicIntrospection: false }],
  ['reading needs a token', { requireToken: true }],
  ['production has set nothing else', { production: true, graphiql: true }],
])('the schema does not lie beside the page where %s', async (_, settings) => {
  await using closed = await openHandler(settings);
  const schemaPath = (await filesOf(server)).find((each) => each.endsWith('.json')) ?? '';

  expect((await filesOf(closed)).map((path) => path.replace(/.*\./, '')).sort()).toEqual([
    'css',
    'js',
  ]);
  expect((await closed.get(schemaPath)).status).toBe(404);
});

test.each(['/graphiql/', '/graphiql/page.js', '/graphiql/%2e%2e/package.json'])(
  '%s is no file of the page',
  async (path) => {
    const response = await server.get(path);

    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.status).toBeGreaterThanOrEqual(400);
  },
);

test('where GraphiQL is not shown, its files are not there', async () => {
  await using closed = await openHandler({ graphiql: false });

  for (const path of await filesOf(server)) expect((await closed.get(path)).status).toBe(404);
});

test('nothing of a request comes to stand in the page', async () => {
  const plain = await server.get('/graphql', browser);
  const asked = await server.get(
    '/graphql?query=%3Cscript%3Ealert(1)%3C/script%3E&title=injected',
    browser,
  );

  expect((await asked.text()) === (await plain.text())).toBe(true);
});

test('a program that asks for JSON gets JSON', async () => {
  const response = await server.get('/graphql?query={__typename}', { accept: 'application/json' });

  expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
});

/** The paths of what the page loads. */
async function filesOf({ get }: OpenHandler): Promise<string[]> {
  const html = await (await get('/graphql', browser)).text();
  return [...html.matchAll(/"(\/graphiql\/[^"]+)"/g)].map(([, path = '']) => path);
}
