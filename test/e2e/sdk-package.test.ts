import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Command, runProgram } from '../kit/program.ts';
import { createProject, type Project } from './sdk-project.ts';

vi.setConfig({ testTimeout: 120_000 });

const bin = (name: string) =>
  fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

let project: Project;
beforeAll(async () => {
  project = await createProject();
}, 120_000);
afterAll(() => project?.[Symbol.asyncDispose]());

/** What a program prints in the folder of the project. */
async function run(command: Command): Promise<string> {
  const { code, out, err } = await runProgram(command, { cwd: project.dir });
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${out}${err}`);
  return out;
}

const subpaths = ['', '/operations', '/documents', '/cache', '/query', '/react'].map(
  (path) => `@onrecord/sdk${path}`,
);

/** What a program prints that lists the exports of each subpath. */
async function exportsBy(load: string, type: 'module' | 'commonjs'): Promise<string[][]> {
  const program = `${type === 'module' ? '' : '(async () => {'}
    const all = [];
    for (const path of ${JSON.stringify(subpaths)}) all.push(Object.keys(${load}));
    console.log(JSON.stringify(all.map((names) => names.filter((name) => !/^(default|module.exports|__esModule)$/.test(name)).sort())));
  ${type === 'module' ? '' : '})()'}`;
  return JSON.parse(await run([process.execPath, `--input-type=${type}`, '-e', program]));
}

test('are-the-types-wrong finds no problem', async () => {
  const printed = await run([bin('attw'), project.tarball, '--format', 'json']);

  const { analysis, problems = {} } = JSON.parse(printed);

  expect(Object.keys(analysis.entrypoints)).toHaveLength(10);
  expect(analysis.problems).toEqual([]);
  expect(problems).toEqual({});
});

test('publint finds no problem', async () => {
  const printed = await run([bin('publint'), 'run', project.tarball, '--strict']);

  expect(printed).toContain('All good!');
});

test('it is the same to import and to require', async () => {
  await project.add('react');
  const imported = await exportsBy('await import(path)', 'module');
  const required = await exportsBy('require(path)', 'commonjs');

  expect(imported[0]).toEqual([
    'FeedError',
    'NetworkError',
    'RateLimitError',
    'RefusedError',
    'ResponseError',
    'createClient',
  ]);
  expect(imported[1]).toEqual(expect.arrayContaining(['claims', 'connect', 'request']));
  expect(imported[2]).toContain('ClaimDocument');
  expect(imported[3]).toEqual(['apolloCacheOptions', 'graphcacheOptions']);
  expect(imported[4]).toContain('claimsQueryOptions');
  expect(imported[5]).toContain('useLiveClaims');
  expect(required).toEqual(imported);
});

test('it has no dependency, and brings nothing but what it says', async () => {
  const files = await run(['tar', '-tzf', project.tarball]);
  const { dependencies, sideEffects } = JSON.parse(
    await run(['tar', '-xzOf', project.tarball, 'package/package.json']),
  );

  expect(dependencies).toBeUndefined();
  expect(sideEffects).toBe(false);
  const strangers = files
    .trim()
    .split('\n')
    .filter(
      (name) => !/^package\/(dist\/.*\.(js|d\.ts)|package\.json|README\.md|LICENSE)$/.test(name),
    );
  expect(strangers.sort()).toEqual([
    'package/dist/cjs/package.json',
    ...['apollo', 'graphql', 'sdk', 'urql'].map((name) => `package/dist/manifests/${name}.json`),
    'package/dist/schema.graphql',
  ]);
});

test('CommonJS that requires it is typed as it is', async () => {
  await project.add('graphql');
  await project.compile(['required.cts'], { module: 'nodenext', lib: ['es2022', 'dom'] });

  expect(await project.run('required.cjs', {})).toBe('NetworkError query');
});

test('a worker needs the types of workers alone', async () => {
  await project.compile(['worker.ts'], {
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2022', 'webworker'],
  });
});
