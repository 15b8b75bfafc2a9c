import { describe, expect, test } from 'vitest';
import { attacks } from './attacks.ts';

describe.each(attacks.map((attack) => [attack.name, attack] as const))('%s', (_name, attack) => {
  test('is not, where the protection is off', { concurrent: true }, async () => {
    expect(await attack.run(false)).toBe(false);
  });
});
