import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const source = (path: string) =>
  readFile(new URL(`../../../sdk/src/${path}`, import.meta.url), 'utf8');

/** What a selection is built from, and nobody needs to name. */
const isInternal = (name: string) => /Data$|^Incremental$|^RefusalFacts/.test(name);

test('the index exports every type of a selection by its name', async () => {
  const names = [
    ...(await source('generated/selections.ts')).matchAll(/^export (?:type|interface) (\w+)/gm),
  ];
  const index = await source('index.ts');
  const files = ['selections.ts', 'variables.ts'];
  for (const file of files) expect(index).toContain(`export type * from './${file}';`);
  const exported = new Set((await Promise.all(files.map(source))).join().match(/\w+/g));

  const missing = names.flatMap(([, name = '']) =>
    isInternal(name) || exported.has(name) ? [] : [name],
  );

  expect(missing).toEqual([]);
});

test('the index exports the refusals whole', async () => {
  expect(await source('index.ts')).toContain("export type * from './generated/refusals.ts';");
});
