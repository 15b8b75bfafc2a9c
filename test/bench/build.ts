import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeWithUs } from '../kit/keep.ts';

const root = join(import.meta.dirname, '../..');
/**
 * Builds the server, in `dist` as it is shipped, and compiles those that it is compared with, all as the sources are now, and
 * answers where, until this process ends: a loader inside a server's process would cost what production does not.
 */
export function buildTree(): string {
  // Below node_modules, so that its imports are found.
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'onrecord-bench-'));
  removeWithUs(folder);
  const emit = { noCheck: true, noEmit: false, rewriteRelativeImportExtensions: true };
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { ...emit, rootDir: root, outDir: folder },
    include: [join(root, 'test/bench/contenders')],
  };
  const configFile = join(folder, 'tsconfig.json');
  writeFileSync(configFile, JSON.stringify(config));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', configFile], { stdio: 'inherit' });
  execFileSync(process.execPath, [join(root, 'build.mjs'), folder], { stdio: 'inherit' });
  return folder;
}
