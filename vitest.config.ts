import { statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const inFolders = (...folders: readonly string[]) =>
  folders.map((folder) => `test/${folder}/**/*.test.ts`);

/** In memory where there is room: a commit waits for no disk there, and half of the tests commit. */
function folderForFiles(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 1e9 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

export default defineConfig({
  resolve: {
    // Vitest would load graphql's ES modules beside the CommonJS ones that the libraries load.
    alias: [
      {
        find: /^graphql$/,
        replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)),
      },
    ],
  },
  test: {
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Many tests wait for processes of their own: with one worker a core, a third of the time no core works.
    maxWorkers: availableParallelism() + 1,
    // The files of a worker share what they import, and keep no state there: to import the graph anew costs more than most tests.
    isolate: false,
    env: { TMPDIR: folderForFiles() },
    setupFiles: ['test/setup/orphan.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: inFolders('unit') } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: inFolders('attacks', 'conformance', 'docs', 'eval', 'faults', 'integration'),
          globalSetup: ['test/setup/program.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: inFolders('e2e', 'size'),
          globalSetup: ['test/setup/program.ts', 'test/setup/sdk.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: 'test/types/tsconfig.json',
          },
        },
      },
    ],
  },
});
