import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { removeWithUs } from '../kit/keep.ts';

const root = join(import.meta.dirname, '../..');
/** Where there is more to a running server than what is compiled. */
const assets = ['package.json', 'db', 'schema', 'server'];

/**
 * Compiles the tree as it is now, and answers where, until this process ends: a loader inside a server's process would cost
 * what production does not.
 */
export function buildTree(): string {
  // Below node_modules, so that its imports are found.
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'onrecord-bench-'));
  removeWithUs(folder);
  const emit = ['--noCheck', '--noEmit', 'false', '--rewriteRelativeImportExtensions'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', root, ...emit, '--outDir', folder], {
    stdio: 'inherit',
  });
  const filter = (path: string) => !path.endsWith('.ts');
  for (const asset of assets) {
    cpSync(join(root, asset), join(folder, asset), { recursive: true, filter });
  }
  return folder;
}
