import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packedSdk } from '../kit/packed-sdk.ts';
import { type Command, runProgram } from '../kit/program.ts';

const source = fileURLToPath(new URL('.', import.meta.url));
const folder = fileURLToPath(new URL('../../.components/clients', import.meta.url));

/** Those whose binaries come by scripts of their own; no other package runs one. */
const withScripts = ['bun', 'deno'];

/** Installs what the lockfile names, unless it is there, and the packed SDK beside; tells where. */
export async function installClients(): Promise<string> {
  await mkdir(folder, { recursive: true });
  const stamp = join(folder, 'installed.json');
  const lockfile = await readFile(join(source, 'package-lock.json'), 'utf8');
  for (const name of ['package.json', 'package-lock.json'])
    await cp(join(source, name), join(folder, name));
  if ((await readFile(stamp, 'utf8').catch(() => '')) !== lockfile) {
    await npm('ci', '--ignore-scripts');
    await npm('rebuild', ...withScripts);
    await writeFile(stamp, lockfile);
  }
  await npm('install', '--no-save', '--ignore-scripts', '--offline', packedSdk().tarball);
  await rm(join(folder, 'programs'), { recursive: true, force: true });
  await cp(join(source, 'programs'), join(folder, 'programs'), { recursive: true });
  return folder;
}

async function npm(...args: readonly string[]): Promise<void> {
  const command: Command = ['npm', ...args, '--no-audit', '--no-fund'];
  const { code, out, err } = await runProgram(command, { cwd: folder });
  if (code !== 0) throw new Error(`${command.join(' ')} failed:\n${out}${err}`);
}
