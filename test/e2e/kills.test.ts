import { expect, test } from 'vitest';
import { surviveKills } from '../soak/kills.ts';

test('a server that is killed again and again loses nothing that it acknowledged, and doubles nothing', async () => {
  const { figures, faults } = await surviveKills({
    rounds: 2,
    writers: 16,
    mostClaims: 30,
    tell: () => {},
  });

  expect(faults).toEqual([]);
  expect(figures.acknowledged).toBeGreaterThan(3);
  expect(figures.heard).toBe(figures.acknowledged);
}, 240_000);
