import { describe, expect, test } from 'vitest';
import { attacks } from './attacks.ts';

describe.each(attacks.map((attack) => [attack.name, attack] as const))('%s', (_name, attack) => {
  test('is withstood by the lane, where that is asked', { concurrent: true }, async () => {
    expect(await attack.runByLane()).not.toBe(false);
  });
});
