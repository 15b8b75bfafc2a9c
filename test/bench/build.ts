import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The tree as it is now, compiled: a loader inside the process would cost what production does not. */
export interface Build {
  readonly folder: string;
  remove(): void;
}

const root = join(import.meta.dirname, '../..');
/** Where there is more to a running server than what is compiled. */
const assets = ['package.json', 'db', 'schema', 'server'];

export function buildTree(): Build {
  // Below node_modules, so that its imports are found.
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'onrecord-bench-'));
  const emit = ['--noCheck', '--noEmit', 'false', '--rewriteRelativeImportExtensions'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', root, ...emit, '--outDir', folder], {
    stdio: 'inherit',
  });
  const filter = (path: string) => !path.endsWith('.ts');
  for (const asset of assets) {
    cpSync(join(root, asset), join(folder, asset), { recursive: true, filter });
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
