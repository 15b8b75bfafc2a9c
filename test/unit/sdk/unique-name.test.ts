import { afterEach, expect, test, vi } from 'vitest';
import { uniqueName } from '../../../sdk/src/unique-name.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['with', globalThis.crypto],
  ['without randomUUID on', {}],
  ['without', undefined],
])('names are unique %s crypto', (_how, crypto) => {
  vi.stubGlobal('crypto', crypto);

  const names = new Set(Array.from({ length: 1000 }, uniqueName));

  expect(names.size).toBe(1000);
  for (const name of names) expect(name).toMatch(/^[\w-]{20,200}$/);
});
