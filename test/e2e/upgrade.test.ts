import { expect, test } from 'vitest';
import { surviveUpgrades } from '../soak/upgrade.ts';

test('an upgrade that is killed leaves a whole file, and goes on at the next start', async () => {
  const { figures, faults } = await surviveUpgrades({ kills: 3, claims: 60, tell: () => {} });

  expect(faults).toEqual([]);
  expect(figures.upgraded).toBe(1);
}, 240_000);
