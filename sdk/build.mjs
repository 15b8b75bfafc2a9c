// Builds the package: `dist` is ES modules, `dist/cjs` CommonJS, each with the types of its own kind.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const compiler = join(here, '../node_modules/typescript/bin/tsc');
const dist = join(process.argv[2] ?? here, 'dist');

rmSync(dist, { recursive: true, force: true });
for (const [project, folder] of [
  ['tsconfig.json', dist],
  ['tsconfig.cjs.json', join(dist, 'cjs')],
]) {
  execFileSync(process.execPath, [compiler, '-p', join(here, project), '--outDir', folder], {
    stdio: 'inherit',
  });
}
cpSync(join(here, 'manifests/current'), join(dist, 'manifests'), { recursive: true });
writeFileSync(join(dist, 'cjs/package.json'), '{ "type": "commonjs" }\n');
cpSync(join(here, '../schema/schema.graphql'), join(dist, 'schema.graphql'));
// What it is to a program that imports it is for the program's bundler to say.
writeFileSync(
  join(dist, 'cjs/schema.graphql.d.ts'),
  'declare const schema: unknown;\nexport = schema;\n',
);
