import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packedSdk } from '../kit/packed-sdk.ts';
import { type Command, runProgram } from '../kit/program.ts';

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

/** Copies the project where the packed SDK is installed. */
export async function createProject(): Promise<Project> {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-sdk-'));
  const { tarball, project } = packedSdk();
  await cp(project, dir, { recursive: true });
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
      const { code, out } = await runProgram([process.execPath, tsc, '-p', dir]);
      if (code !== 0) throw new Error(`It does not compile:\n${out}`);
    },
    async run(file, env) {
      const command: Command = [process.execPath, join(dir, 'out', file)];
      const { code, out, err } = await runProgram(command, { env: { ...env } });
      if (code !== 0) throw new Error(`${file} ended with ${code}:\n${out}${err}`);
      return out;
    },
    async add(name) {
      const place = join(dir, 'node_modules', name);
      await mkdir(dirname(place), { recursive: true });
      if (!existsSync(place)) await symlink(join(root, 'node_modules', name), place);
    },
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
}
