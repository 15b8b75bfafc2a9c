import { expect, test } from 'vitest';
import { unread } from '../soak/unread.ts';

test('twenty subscribers that never read cost the others nothing, and the process little memory', async () => {
  const { figures, faults } = await unread({ events: 20_000, tell: () => {} });

  expect(faults).toEqual([]);
  expect(figures).toMatchObject({ mutations: 40, told: [20_000, 20_000] });
}, 400_000);
