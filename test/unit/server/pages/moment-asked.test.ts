import { expect, test } from 'vitest';
import { momentAsked, momentBefore } from '../../../../server/pages/moment-asked.ts';

const now = async () => Date.parse('2024-11-12T09:30:00.000Z');

test.each([
  [null, null],
  [' ', null],
  ['2024-11-11', '2024-11-11T23:59:59.999Z'],
  ['2024-11-12T09:29:59Z', '2024-11-12T09:29:59.000Z'],
  ['2024-11-12T09:30:00.000Z', '2024-11-12T09:30:00.000Z'],
  // The day of today is told of as far as it has come.
  ['2024-11-12', '2024-11-12T09:30:00.000Z'],
  ['2024-11-12T09:30:00.001Z', undefined],
  ['2024-11-13', undefined],
  ['2024-02-30', undefined],
  ['2024-11-12T25:00:00Z', undefined],
  ['yesterday', undefined],
])('%j asks for the moment %j', async (asked, moment) => {
  expect(await momentAsked(asked, now)).toBe(moment);
});

test.each([
  [null, null],
  ['2024-11-12', '2024-11-12T00:00:00.000Z'],
  ['2999-01-01T00:00:00Z', '2999-01-01T00:00:00.000Z'],
  ['never', undefined],
])('before %j begins at %j', (asked, moment) => {
  expect(momentBefore(asked)).toBe(moment);
});
