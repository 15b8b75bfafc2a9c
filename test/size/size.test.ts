import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { packedSdk } from '../kit/packed-sdk.ts';
import { sizeOf } from './bundle.ts';
import { ours } from './measures.ts';
import {
  ceiling,
  ourProject,
  ownSelectionsCeiling,
  ownSelectionsProject,
  typeCostOf,
} from './type-cost.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

vi.setConfig({ testTimeout: 120_000 });

let workbench: Workbench;
beforeAll(() => {
  workbench = openWorkbench(join(packedSdk().project, 'node_modules/@onrecord/sdk'));
  workbench.add('graphql');
}, 120_000);
afterAll(() => workbench?.[Symbol.dispose]());

const budgets = ours.flatMap(({ name, program, budget }) =>
  budget === undefined ? [] : [{ name, program, budget }],
);

test.each(budgets)('$name: at most $budget bytes', async ({ program, budget }) => {
  expect((await sizeOf(workbench, program)).gzipped).toBeLessThanOrEqual(budget);
});

test('a bundle without an operation has nothing of it', async () => {
  const one = await sizeOf(
    workbench,
    "import { claims } from '@onrecord/sdk/operations'; globalThis.kept = claims;",
  );
  const two = await sizeOf(
    workbench,
    "import { claims, search } from '@onrecord/sdk/operations'; globalThis.kept = [claims, search];",
  );

  expect(two.minified - one.minified).toBeGreaterThan(500);
});

test('a project that imports everything stays below the ceiling of types', () => {
  const { types, instantiations } = typeCostOf(workbench, ourProject);

  expect(types).toBeGreaterThan(1000);
  expect(types).toBeLessThanOrEqual(ceiling.types);
  expect(instantiations).toBeLessThanOrEqual(ceiling.instantiations);
});

test('ten documents of a project’s own stay below theirs', () => {
  workbench.add('gql.tada');
  const { types, instantiations } = typeCostOf(workbench, ownSelectionsProject);

  expect(types).toBeGreaterThan(1000);
  expect(types).toBeLessThanOrEqual(ownSelectionsCeiling.types);
  expect(instantiations).toBeLessThanOrEqual(ownSelectionsCeiling.instantiations);
});
