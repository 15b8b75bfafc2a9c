import { chmod, cp, mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeWithUs } from './keep.ts';
import { type Command, runProgram } from './program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Below node_modules, so that its imports are found.
const cache = join(root, 'node_modules/.cache');

/** The command line as users run it. @throws where `buildProgram` was not called before */
export function onrecord(...args: readonly string[]): Command {
  return [process.execPath, join(builtProgram(), 'dist/server/cli/main.js'), ...args];
}

/** The folder with `dist` and `package.json`. @throws where `buildProgram` was not called before */
export function builtProgram(): string {
  const folder = process.env.ONRECORD_BUILT;
  if (folder === undefined) throw new Error('Nothing is built yet: call buildProgram().');
  return folder;
}

/** Builds the program as the sources are now, for `onrecord` to find here and in processes that this one starts. */
export async function buildProgram(): Promise<void> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'onrecord-tests-'));
  removeWithUs(folder);
  // Some tests run it as another user.
  await chmod(folder, 0o755);
  const { code, out, err } = await runProgram([process.execPath, join(root, 'build.mjs'), folder]);
  if (code !== 0) throw new Error(`The program cannot be built:\n${out}${err}`);
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  process.env.ONRECORD_BUILT = folder;
}
