import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Every compiler that is installed under a name of its own, by each way in which programs find the types of a package, each
// of its declarations checked.
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const compilers = Object.keys(dependencies).filter((name) => /^typescript-\d/.test(name));
const ways = ['nodenext', 'bundler', 'node10'];
/** Version 6 warns of this way, and version 7 has it no more. */
const isGone = (compiler: string, way: string) => way === 'node10' && /-[67]/.test(compiler);

let failed = 0;
for (const compiler of compilers) {
  for (const way of ways.filter((each) => !isGone(compiler, each))) {
    const tsc = `node_modules/${compiler}/bin/tsc`;
    const project = `programs/typescript/tsconfig.${way}.json`;
    try {
      execFileSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
    } catch (error) {
      failed += 1;
      process.stdout.write(`${compiler}, ${way}:\n${Object(error).stdout}\n`);
    }
  }
}
process.exit(failed === 0 ? 0 : 1);
