import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const source = (path: string) =>
  readFile(new URL(`../../../sdk/src/${path}`, import.meta.url), 'utf8');

/** What a selection is built from, and nobody needs to name. */
const isInternal = (name: string) => /Data$|^Incremental$|^RefusalFacts/.test(name);

test.each(['generated/selections.ts', 'generated/refusals.ts'])(
  'the index exports every type of %s by its name',
  async (path) => {
    const names = [...(await source(path)).matchAll(/^export (?:type|interface) (\w+)/gm)];
    const exported = new Set((await source('index.ts')).match(/\w+/g));

    const missing = names.flatMap(([, name = '']) =>
      isInternal(name) || exported.has(name) ? [] : [name],
    );

    expect(missing).toEqual([]);
  },
);
