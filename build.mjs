// Builds the server and the command line as `dist`, here or in the folder that is given, with further options for the
// compiler behind it. It is made beside the one of before and takes its place whole: no file of before is left in it, and
// a build that fails changes nothing.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const [folder = here, ...options] = process.argv.slice(2);
const place = resolve(folder);
const dist = join(place, 'dist');
const fresh = mkdtempSync(join(place, '.dist-'));
const former = `${fresh}-former`;
const run = (...args) => execFileSync(process.execPath, args, { cwd: here, stdio: 'inherit' });

try {
  run(
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.build.json',
    '--outDir',
    fresh,
    ...options,
  );
  run('build-assets.mjs', fresh);
  chmodSync(fresh, 0o755);
  if (existsSync(dist)) renameSync(dist, former);
  renameSync(fresh, dist);
} finally {
  for (const left of [fresh, former]) rmSync(left, { recursive: true, force: true });
}
