import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleEmbed, bundleScripts } from '../../server/pages/bundle-scripts.js';

const gzipped = (contents: Uint8Array): number => gzipSync(contents, { level: 9 }).byteLength;

test('the scripts of board, claim, article and actor are at most 25 kB together', async () => {
  const { outputFiles = [] } = await bundleScripts();
  const files = outputFiles.filter(({ path }) => !basename(path).startsWith('desk'));

  const bytes = files.reduce((sum, { contents }) => sum + gzipped(contents), 0);

  expect(files.length).toBeGreaterThan(3);
  expect(bytes).toBeLessThanOrEqual(25_000);
});

test('the script and the styles of the desk are at most 60 kB, with all that it shares', async () => {
  const { outputFiles = [] } = await bundleScripts();
  const files = outputFiles.filter(({ path }) => /^(desk|shared)-/.test(basename(path)));

  const bytes = files.reduce((sum, { contents }) => sum + gzipped(contents), 0);

  expect(files.length).toBeGreaterThan(2);
  expect(bytes).toBeLessThanOrEqual(60_000);
});

test('the script of embeds is one file of at most 6 kB, and asks by hash alone', async () => {
  const { outputFiles = [] } = await bundleEmbed();
  const [script] = outputFiles;

  expect(outputFiles).toHaveLength(1);
  expect(gzipped(script?.contents ?? new Uint8Array())).toBeLessThanOrEqual(6_000);
  expect(script?.text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval/);
});
