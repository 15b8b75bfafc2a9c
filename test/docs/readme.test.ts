import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importFiles } from '../../db/interchange/import.ts';
import { sampleRecord } from '../../db/sample/sample.ts';
import { answerOf, openHandler } from '../integration/http/open-handler.ts';
import { recordOf } from '../integration/mutations/open-desk.ts';
import { owner } from '../kit/owner.ts';
import { runProgram } from '../kit/program.ts';
import { blocksIn, pageText } from './page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the question in the README is answered as its comments say', async () => {
  await using server = await openHandler();
  await importFiles(server.db, [sampleRecord], { author: owner });
  const [query = ''] = blocksIn(pageText('README.md'), 'graphql');
  const promised = [...query.matchAll(/(\w+) # (.+)$/gm)].map(([, field, value]) => [field, value]);

  const { data, errors } = await answerOf(server.ask({ query }));

  expect(errors).toBeUndefined();
  expect(promised.map(([field]) => field)).toEqual(['status', 'summary']);
  expect(recordOf(data?.claim).standing).toMatchObject(Object.fromEntries(promised));
  expect(data).toHaveProperty('claim.standing.sides.0.stance.evidence.0.attribution.0.name');
});

// What a snippet takes from the ones before it, or from its reader.
const given = `
import type { Client, RecordStanceInput } from '@onrecord/sdk';
declare const record: Client;
declare const input: RecordStanceInput;
declare const choose: (places: unknown) => void;
`;

test.each(['README.md', 'sdk/README.md'])('the TypeScript in %s compiles', async (page) => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-readme-'));
  try {
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const files = new Map<string, string>();
    for (const [index, code] of blocksIn(pageText(page), 'ts').entries())
      files.set(`snippet-${index}.mts`, /^import /m.test(code) ? code : given + code);
    for (const [index, code] of blocksIn(pageText(page), 'tsx').entries())
      files.set(`component-${index}.tsx`, code);
    for (const [name, code] of files) await writeFile(join(folder, name), code);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configFor([...files.keys()])));

    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { out: faults } = await runProgram([process.execPath, compiler, '-p', folder]);

    expect(files.size).toBeGreaterThan(0);
    expect(faults).toBe('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function configFor(files: readonly string[]): object {
  return {
    files,
    compilerOptions: {
      target: 'es2022',
      module: 'nodenext',
      moduleDetection: 'force',
      jsx: 'react-jsx',
      lib: ['es2022', 'dom'],
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      strict: true,
      exactOptionalPropertyTypes: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noEmit: true,
      paths: {
        '@onrecord/sdk': [join(root, 'sdk/src/index.ts')],
        '@onrecord/sdk/operations': [join(root, 'sdk/src/generated/operations.ts')],
        '@onrecord/sdk/documents': [join(root, 'sdk/src/generated/documents.ts')],
        '@onrecord/sdk/cache': [join(root, 'sdk/src/cache.ts')],
        '@onrecord/sdk/query': [join(root, 'sdk/src/generated/query.ts')],
        '@onrecord/sdk/react': [join(root, 'sdk/src/react.ts')],
        '@onrecord/sdk/introspection': [join(root, 'sdk/src/generated/introspection.ts')],
      },
    },
  };
}
