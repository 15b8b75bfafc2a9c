import { cp } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createProject, type Project } from './sdk-project.ts';
import { type RunningServer, runServer } from './sdk-server.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const libraries = [
  '@apollo/client',
  '@types/node',
  '@types/ws',
  '@urql/core',
  'graphql',
  'graphql-ws',
  'rxjs',
  'undici-types',
  'ws',
];

let server: RunningServer;
let project: Project;
beforeAll(async () => {
  server = await runServer();
  project = await createProject();
  await cp(new URL('../fixtures/frameworks/', import.meta.url), project.dir, { recursive: true });
  for (const library of libraries) await project.add(library);
  await project.compile(['apollo.ts', 'urql.ts', 'required.cts'], {
    module: 'nodenext',
    lib: ['es2022', 'dom', 'dom.iterable', 'esnext.disposable'],
    types: ['node'],
    skipLibCheck: true,
    rewriteRelativeImportExtensions: true,
  });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await project?.[Symbol.asyncDispose]();
});

test.each([
  ['Apollo Client', 'apollo.js', 'told-by-apollo'],
  ['urql', 'urql.js', 'told-by-urql'],
  ['CommonJS', 'required.cjs', 'told-by-commonjs'],
])('%s asks, records, is refused and listens', async (_name, file, slug) => {
  const found = JSON.parse(await project.run(file, { URL: server.url, TOKEN: server.token }));

  expect(found).toEqual({
    disputed: ['withdrawal-precondition DISPUTED', 'call-happened DISPUTED'],
    summary: expect.stringMatching(/^Denied by the Kremlin/),
    node: expect.objectContaining({
      __typename: 'Claim',
      slug: 'call-happened',
      claimKind: 'FACT',
    }),
    heard: slug,
    outcomes: [slug, 'CONFLICT'],
  });
});
