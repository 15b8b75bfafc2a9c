import { existsSync, statSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { builtProgram } from '../../kit/onrecord.ts';
import { type Command, runProgram } from '../../kit/program.ts';
import { openPlace } from './run-cli.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sample = join(root, 'db/sample/sample.jsonl');

let home: string;
let main: string;

beforeAll(async () => {
  home = await mkdtemp(join(folderFor(root), 'onrecord-pruned-'));
  main = join(home, 'dist/server/cli/main.js');
  await cp(builtProgram(), home, { recursive: true });
  await installForProduction();
});

afterAll(() => rm(home, { recursive: true, force: true }));

/** A folder for temporary files, on the same disk where there is one: what is linked there is not copied. */
function folderFor(path: string): string {
  const diskOf = (folder: string): number => statSync(folder).dev;
  return [tmpdir(), '/tmp'].find((folder) => diskOf(folder) === diskOf(path)) ?? tmpdir();
}

/** What `npm prune --omit=dev` leaves: every package that is not for development alone, and a link to no SDK. */
async function installForProduction(): Promise<void> {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const kept = Object.entries<{ readonly dev?: boolean }>(packages).flatMap(([path, { dev }]) => {
    const isPackage = /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path);
    return isPackage && !dev && existsSync(join(root, path)) ? [path] : [];
  });
  const isOnOneDisk = statSync(root).dev === statSync(home).dev;
  const copying = [isOnOneDisk ? '-al' : '-a', '--parents', ...kept, home];
  await run(['cp', ...copying]);
}

async function run(command: Command): Promise<void> {
  const { code, out, err } = await runProgram(command, { cwd: root });
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${out}${err}`);
}

test('what is built runs with the packages of production alone, and without a folder of the SDK', async () => {
  await using place = await openPlace({ program: [main] });
  const exported = place.file('export.jsonl');

  const imported = await place.run('import', sample);
  const status = await place.run('status', '--json');
  await place.run('export', exported);

  expect(existsSync(join(home, 'node_modules/@onrecord/sdk'))).toBe(false);
  expect(existsSync(join(home, 'node_modules/typescript'))).toBe(false);
  expect(imported).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(status.out)).toMatchObject({ counts: { articles: 2 }, backup: null });
  expect(await readFile(exported, 'utf8')).toContain('"id":"moscow-says-no"');
});

test('it works through a server of its own, over its socket and its address', async () => {
  await using place = await openPlace({ program: [main] });
  const welcome = await place.start('serve').until('call-happened');
  const url = /http:\S+\/graphql/.exec(welcome)?.[0] ?? '';
  const token = /onr_[\w-]{43}/.exec(welcome)?.[0] ?? '';
  const there = ['--url', url, '--token', token];

  const owned = await place.run('import', sample);
  const status = await place.run('status', '--json', ...there);
  const here = await place.run('export');
  const remote = await place.run('export', ...there);

  expect(owned).toMatchObject({ code: 0, out: expect.stringContaining('Nothing changed') });
  expect(JSON.parse(status.out)).toMatchObject({ database: url, counts: { articles: 2 } });
  expect(here).toMatchObject({ code: 0, err: '' });
  expect(remote).toEqual(here);
});

test('it shows GraphiQL, whose files were made when it was built', async () => {
  await using place = await openPlace({ program: [main] });
  const welcome = await place.start('serve').until('call-happened');
  const url = /http:\S+\/graphql/.exec(welcome)?.[0] ?? '';

  const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
  const files = [...page.matchAll(/"(\/graphiql\/[^"]+)"/g)].map(([, path = '']) => path);
  const answers = await Promise.all(files.map((path) => fetch(new URL(path, url))));

  expect(answers.map(({ headers }) => headers.get('content-type')?.split(';')[0]).sort()).toEqual([
    'application/json',
    'text/css',
    'text/javascript',
  ]);
  expect(existsSync(join(home, 'node_modules/esbuild'))).toBe(false);
});
