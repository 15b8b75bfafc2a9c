import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtProgram } from '../../kit/onrecord.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const dist = join(builtProgram(), 'dist');

test('whatever a source finds by its path is where it looks for it', () => {
  const sought = ['db', 'extract', 'schema', 'server'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => foundByPath(join(room, path))),
  );

  expect(sought.length).toBeGreaterThan(4);
  expect(sought.filter((path) => !existsSync(join(dist, path)))).toEqual(ofSourcesAlone);
});

test('the licences of what is in it are beside it', async () => {
  const licences = await readFile(join(dist, 'licences.txt'), 'utf8');

  for (const name of ['graphql', 'graphql-yoga', 'pino', 'zod']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d[^:\\n]*: MIT\\n\\n.*\\S`, 'm'));
  }
  // It comes without its text.
  expect(licences).toMatch(/^drizzle-orm \S+: Apache-2\.0$/m);
  expect(licences).not.toContain('undefined');
});

test('the help is told out of few files, in which no library is but that of the command line', async () => {
  const files = await filesBehind(join(dist, 'server/cli/main.js'));

  const texts = await Promise.all([...files].map((file) => readFile(file, 'utf8')));
  const libraries = texts.flatMap((text) =>
    [...text.matchAll(/^\/\/ \S*node_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(([, name]) => name),
  );
  expect(files.size).toBeLessThan(10);
  expect(new Set(libraries)).toEqual(new Set(['commander']));
});

/** What is wanted where the program runs from its sources, and where they are worked on. */
const ofSourcesAlone = ['schema/schema.graphql', 'server/reading/reading-from-sources.js'];

/** The paths that a source makes of its own, from the root. */
function foundByPath(source: string): readonly string[] {
  const text = readFileSync(join(root, source), 'utf8');
  return [...text.matchAll(/new URL\('([^']+)', import\.meta\.url\)/g)].map(([, path = '']) =>
    join(dirname(source), path),
  );
}

/** A built file, and all that is loaded before its first line runs. */
async function filesBehind(file: string, found = new Set<string>()): Promise<ReadonlySet<string>> {
  if (found.has(file)) return found;
  found.add(file);
  const text = await readFile(file, 'utf8');
  for (const [, path = ''] of text.matchAll(/^(?:\} from|import) "(\.[^"]+)";$/gm)) {
    await filesBehind(join(dirname(file), path), found);
  }
  return found;
}
