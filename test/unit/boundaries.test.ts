import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { violations } from '../kit/boundaries.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixture = fileURLToPath(new URL('../fixtures/boundaries', import.meta.url));

test('no folder imports what it may not know', async () => {
  expect(await violations(root)).toEqual([]);
});

test.each([
  ['rules-are-pure', 'db/rules/impure.ts'],
  ['tables-know-drizzle-only', 'db/tables/knowing.ts'],
  ['queries-only-read', 'db/queries/writing.ts'],
  ['commands-know-no-lines', 'db/commands/reading-lines.ts'],
  ['db-sees-no-graph', 'db/graph.ts'],
  ['schema-writes-no-sql', 'schema/sql.ts'],
  ['server-writes-no-sql', 'server/sql.ts'],
  ['server-is-no-client', 'server/asking.ts'],
  ['browsers-know-no-server', 'server/graphiql/browser/peeking.ts'],
  ['servers-know-no-browser', 'server/graphiql/rendering.ts'],
  ['pages-show-what-was-answered', 'server/pages/render/looking-up.ts'],
  ['browsers-know-no-server', 'server/pages/browser/peeking.ts'],
  ['clients-import-the-sdk-index', 'server/cli/reaching.ts'],
  ['clients-import-the-sdk-index', 'server/pages/browser/reaching.ts'],
  ['clients-import-the-sdk-index', 'server/pages/browser/drawing.tsx'],
  ['sdk-sees-nobody', 'sdk/src/peeking.ts'],
  ['extract-sees-nobody', 'extract/asking.ts'],
  ['tests-stay-outside', 'server/tested.ts'],
  ['no-circles', 'server/first.ts'],
  ['no-circles', 'schema/claim.ts'],
])('%s catches %s', async (rule, file) => {
  const found = await violations(fixture);

  expect(found.some((line) => line.startsWith(`${rule}: ${file} -> `))).toBe(true);
});

test('the command line and pages in browsers alone may import the SDK, by its front door', async () => {
  const found = await violations(fixture);

  expect(found.filter((line) => line.includes(' -> sdk/'))).toEqual([
    'clients-import-the-sdk-index: server/cli/reaching.ts -> sdk/src/inside.ts',
    'clients-import-the-sdk-index: server/pages/browser/reaching.ts -> sdk/src/inside.ts',
    'server-is-no-client: server/asking.ts -> sdk/src/index.ts',
    'clients-import-the-sdk-index: server/pages/browser/drawing.tsx -> sdk/src/inside.ts',
  ]);
});
