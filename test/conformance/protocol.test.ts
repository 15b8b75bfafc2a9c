import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const here = new URL('./', import.meta.url);
const protocol = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
const promises = [...protocol.matchAll(/^(\d+)\. (.+)$/gm)];

test('the promises are numbered from 1, and each says what MUST hold', () => {
  expect(promises.map(([, number]) => Number(number))).toEqual(
    promises.map((_, index) => index + 1),
  );
  for (const [, , promise] of promises) expect(promise?.match(/\bMUST\b/g)).toHaveLength(1);
});

test('every promise has a test that bears its number, and every number a promise', () => {
  const files = readdirSync(here).filter((name) => /^protocol-.+\.test\.ts$/.test(name));
  const tests = files.map((name) => readFileSync(new URL(name, here), 'utf8')).join('\n');
  const tested = [...tests.matchAll(/^test\('(\d+) /gm)].map(([, number]) => Number(number));

  expect(tested.sort((a, b) => a - b)).toEqual(promises.map(([, number]) => Number(number)));
});
