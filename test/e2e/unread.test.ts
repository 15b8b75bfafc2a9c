import { expect, test } from 'vitest';
import { unread } from '../soak/unread.ts';

// Of these, the buffers of the system take less than half. What a server kept of the rest would be more than it may grow by.
const events = 1_000;
const bytes = 12_000;

test('twenty subscribers that never read cost the others nothing, and the process little memory', async () => {
  const { figures, faults } = await unread({ events, bytes, tell: () => {} });

  expect(faults).toEqual([]);
  expect(figures).toMatchObject({ mutations: 20, told: [events, events] });
}, 400_000);
