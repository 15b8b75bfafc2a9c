import { expect, test } from 'vitest';
import { unread } from '../soak/unread.ts';

// If all of it were kept for those who do not read, it would be 130 MB: more than a server may grow.
const events = 6_000;

test('twenty subscribers that never read cost the others nothing, and the process little memory', async () => {
  const { figures, faults } = await unread({ events, tell: () => {} });

  expect(faults).toEqual([]);
  expect(figures).toMatchObject({ mutations: 12, told: [events, events] });
}, 400_000);
