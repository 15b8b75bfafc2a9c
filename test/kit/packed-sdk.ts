import { cp, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeWithUs } from './keep.ts';
import { runProgram } from './program.ts';

const source = fileURLToPath(new URL('../../sdk', import.meta.url));

/** The SDK as it is published. */
export interface PackedSdk {
  readonly tarball: string;
  /** A project where it is installed as a stranger would, and nothing else. To be copied, not changed. */
  readonly project: string;
}

/** @throws where `packSdk` was not called before */
export function packedSdk(): PackedSdk {
  const { ONRECORD_SDK_TARBALL: tarball, ONRECORD_SDK_PROJECT: project } = process.env;
  if (tarball === undefined || project === undefined)
    throw new Error('Nothing is packed yet: call packSdk().');
  return { tarball, project };
}

/** Builds, packs and installs the SDK as it is now, for `packedSdk` to find here and in processes that this one starts. */
export async function packSdk(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-packed-'));
  removeWithUs(folder);
  const copy = join(folder, 'package');
  const project = join(folder, 'project');
  await mkdir(copy);
  await mkdir(project);
  // Away from what others may be building.
  await run(folder, process.execPath, join(source, 'build.mjs'), copy);
  for (const name of ['package.json', 'README.md', 'LICENSE']) {
    await cp(join(source, name), join(copy, name));
  }
  await run(copy, 'npm', 'pack', '--ignore-scripts', '--pack-destination', folder);
  const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  const tarball = join(folder, packed);
  await writeFile(join(project, 'package.json'), '{"type":"module","private":true}');
  await run(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', tarball);
  process.env.ONRECORD_SDK_TARBALL = tarball;
  process.env.ONRECORD_SDK_PROJECT = project;
}

async function run(cwd: string, path: string, ...args: readonly string[]): Promise<void> {
  const { code, out, err } = await runProgram([path, ...args], { cwd });
  if (code !== 0) throw new Error(`${path} ${args.join(' ')} failed:\n${out}${err}`);
}
