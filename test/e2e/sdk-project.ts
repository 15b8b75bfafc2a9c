import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(root, 'node_modules/typescript/bin/tsc');

/** An empty project with the packed SDK in it, and the sources of test/fixtures/sdk-project. */
export interface Project extends AsyncDisposable {
  readonly dir: string;
  /** The packed SDK. */
  readonly tarball: string;
  /** Type-checks the files and writes what they compile to. Fails with what the compiler says. */
  compile(files: readonly string[], options: Readonly<Record<string, unknown>>): Promise<void>;
  /** Runs a compiled file and answers what it printed. */
  run(file: string, env: Readonly<Record<string, string>>): Promise<string>;
  /** Puts a package of ours beside the SDK. */
  add(name: string): Promise<void>;
}

/** Builds and packs the SDK, and installs it as a stranger would. */
export async function createProject(): Promise<Project> {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-sdk-'));
  const tarball = await packedInto(dir);
  await writeFile(join(dir, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: dir });
  await cp(new URL('../fixtures/sdk-project/', import.meta.url), dir, { recursive: true });

  return {
    dir,
    tarball,
    async compile(files, options) {
      const compilerOptions = {
        target: 'es2022',
        strict: true,
        exactOptionalPropertyTypes: true,
        types: [],
        outDir: 'out',
        rootDir: '.',
        ...options,
      };
      await writeFile(join(dir, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
      await run(process.execPath, [tsc, '-p', dir]).catch((error: { stdout?: string }) => {
        throw new Error(`It does not compile:\n${error.stdout}`);
      });
    },
    async run(file, env) {
      const { stdout } = await run(process.execPath, [join(dir, 'out', file)], { env: { ...env } });
      return stdout;
    },
    async add(name) {
      const place = join(dir, 'node_modules', name);
      await mkdir(dirname(place), { recursive: true });
      if (!existsSync(place)) await symlink(join(root, 'node_modules', name), place);
    },
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
}

/** Builds and packs the SDK, away from what others may be building. */
async function packedInto(dir: string): Promise<string> {
  const source = join(root, 'sdk');
  const copy = join(dir, 'package');
  await mkdir(copy);
  await run(process.execPath, [join(source, 'build.mjs'), copy]);
  for (const name of ['package.json', 'README.md', 'LICENSE']) {
    await cp(join(source, name), join(copy, name));
  }
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', dir], { cwd: copy });
  const packed = (await readdir(dir)).find((name) => name.endsWith('.tgz')) ?? '';
  return join(dir, packed);
}
