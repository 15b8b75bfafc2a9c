import { satisfies } from 'semver';
import { expect, test } from 'vitest';
import { pageText, plain, rowsIn, sectionOf } from './page.ts';

const page = pageText('docs/decisions/0001-dependencies.md');
const { dependencies, devDependencies, engines } = JSON.parse(pageText('package.json'));

test.each([
  ['At run time', dependencies],
  ['For development', devDependencies],
])(
  '%s: every dependency has a line that says why it is here, and no other has',
  (heading, used) => {
    const rows = rowsIn(sectionOf(page, heading));

    // A cell names several packages, some with the version that matters: `ws`, `@graphql-codegen/*`, `vitest` 4.
    const told = rows.flatMap(([cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );

    const isTold = (name: string) =>
      told.some((one) => one === name || (one?.endsWith('*') && name.startsWith(one.slice(0, -1))));
    expect(Object.keys(used).filter((name) => !isTold(name))).toEqual([]);
    expect(told.filter((name) => name && !name.endsWith('*') && !used[name])).toEqual([]);
  },
);

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
}

test('every package runs on the oldest Node that is supported, but for those of development that are told', () => {
  const oldest = `${engines.node.replace('>=', '')}.0`;
  const locked = Object.entries<Locked>(JSON.parse(pageText('package-lock.json')).packages);
  const told = rowsIn(sectionOf(page, 'Node 20')).map(([name]) => plain(name).split(' ')[0]);

  const tooNew = locked.filter(([, { engines }]) => !satisfies(oldest, engines?.node ?? '*'));

  expect(locked.length).toBeGreaterThan(500);
  expect(tooNew.filter(([, { dev }]) => !dev)).toEqual([]);
  expect(tooNew.map(([path]) => path.split('node_modules/').at(-1)).sort()).toEqual(told.sort());
});

test('a libSQL server is of one version, whoever starts it', () => {
  const compose = pageText('compose.yaml');

  expect(compose).toMatch(/libsql-server:\$\{LIBSQL_SERVER_TAG:-v\d+\.\d+\.\d+\}$/m);
  expect(pageText('.ci/run')).toMatch(/ @sqld\/linux-x64@\d+\.\d+\.\d+[\w.-]*$/m);
  expect(compose + pageText('Dockerfile')).not.toContain('latest');
});
