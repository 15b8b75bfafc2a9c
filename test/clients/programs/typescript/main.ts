import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Every compiler that is installed under a name of its own, each of the package's declarations checked: by the oldest in all
// ways in which programs find the types of a package, by the others in the one that asks most.
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const [oldest, ...newer] = Object.keys(dependencies).filter((name) => /^typescript-\d/.test(name));
const tried = [
  ...['nodenext', 'bundler', 'node10'].map((way) => [oldest, way]),
  ...newer.map((compiler) => [compiler, 'nodenext']),
];

let failed = 0;
for (const [compiler, way] of tried) {
  const tsc = `node_modules/${compiler}/bin/tsc`;
  const project = `programs/typescript/tsconfig.${way}.json`;
  try {
    execFileSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
  } catch (error) {
    failed += 1;
    process.stdout.write(`${compiler}, ${way}:\n${Object(error).stdout}\n`);
  }
}
process.exit(failed === 0 ? 0 : 1);
