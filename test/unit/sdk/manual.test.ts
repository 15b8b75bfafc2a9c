import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runProgram } from '../../kit/program.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const source = (path: string) => readFile(join(root, 'sdk/src', path), 'utf8');

/** What stands above each export of a module: its manual. */
async function manualsIn(path: string): Promise<ReadonlyMap<string, string>> {
  const found = (await source(path)).matchAll(
    /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:async )?(?:type|interface|class|const|function\*?) (\w+)/g,
  );
  const manuals = new Map<string, string>();
  for (const [, manual = '', name = ''] of found) if (!manuals.has(name)) manuals.set(name, manual);
  return manuals;
}

/** The names that a module exports again, by the module that has them. */
async function exportedAgain(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = (await source(path)).matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)'/gm);
  return new Map(
    [...found].map(([, names = '', from = '']) => [
      from,
      names
        .split(',')
        .map((name) => name.trim().replace(/^type /, ''))
        .filter((name) => name !== ''),
    ]),
  );
}

async function withoutExample(path: string): Promise<string[]> {
  const folder = path.includes('/') ? 'generated' : '.';
  const missing: string[] = [];
  for (const [from, names] of await exportedAgain(path)) {
    const manuals = await manualsIn(join(folder, from));
    missing.push(...names.filter((name) => !manuals.get(name)?.includes('@example')));
  }
  return missing;
}

test.each(['index.ts', 'generated/operations.ts'])(
  'whatever %s exports again has a manual with an example',
  async (path) => {
    expect(await withoutExample(path)).toEqual([]);
  },
);

test.each(['generated/operations.ts', 'generated/documents.ts'])(
  'whatever %s exports has a manual with an example',
  async (path) => {
    const manuals = [...(await manualsIn(path))];

    expect(manuals.length).toBeGreaterThan(40);
    expect(manuals.filter(([, manual]) => !manual.includes('@example'))).toEqual([]);
  },
);

// What the examples take from their reader.
const given = `
import type { Client, RecordStanceInput, StanceInput } from '@onrecord/sdk';
declare const record: Client;
declare const signal: AbortSignal;
declare const saved: string & (() => Promise<string>);
declare const save: (cursor: string) => Promise<void>;
declare const show: (...shown: readonly unknown[]) => void;
declare const write: (lines: readonly string[]) => void;
declare const hideTheForm: () => void;
declare const id: string;
declare const claim: string;
declare const article: string;
declare const text: string;
declare const lines: readonly string[];
declare const stance: StanceInput;
`;

test('the examples in the manuals of the operations compile', async () => {
  const files = (await readdir(join(root, 'sdk/operations'))).map((name) =>
    readFile(join(root, 'sdk/operations', name), 'utf8'),
  );
  const examples = (await Promise.all(files))
    .flatMap((file) => file.match(/^(?:#.*\n)+/gm) ?? [])
    .flatMap((comment) => comment.replace(/^# ?/gm, '').split('@example').slice(1))
    .map((example) => `export async function example() {\n${example}\n}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-manual-'));
  try {
    const names = examples.map((_, index) => `example-${index}.mts`);
    for (const [index, example] of examples.entries())
      await writeFile(join(folder, `example-${index}.mts`), given + example);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configFor(names)));

    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { out: faults } = await runProgram([process.execPath, compiler, '-p', folder]);

    expect(examples.length).toBeGreaterThan(40);
    expect(faults).toBe('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

const configFor = (files: readonly string[]) => ({
  files,
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom'],
    module: 'nodenext',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
    paths: { '@onrecord/sdk': [join(root, 'sdk/src/index.ts')] },
  },
});
