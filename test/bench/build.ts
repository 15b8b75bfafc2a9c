import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeWithUs } from '../kit/keep.ts';

const root = join(import.meta.dirname, '../..');
/** What the processes under measurement run. */
const sources = ['db', 'extract', 'schema', 'server', 'test/bench/contenders'];
/** Where there is more to a running server than what is compiled. */
const assets = ['package.json', 'db', 'schema', 'server'];

/**
 * Compiles the servers as the sources are now, and answers where, until this process ends: a loader inside a server's process
 * would cost what production does not.
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
    include: sources.map((source) => join(root, source)),
  };
  const configFile = join(folder, 'tsconfig.json');
  writeFileSync(configFile, JSON.stringify(config));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', configFile], { stdio: 'inherit' });
  const filter = (path: string) => !path.endsWith('.ts');
  for (const asset of assets) {
    cpSync(join(root, asset), join(folder, asset), { recursive: true, filter });
  }
  return folder;
}
