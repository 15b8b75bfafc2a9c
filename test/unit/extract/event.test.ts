import { expect, test } from 'vitest';
import { eventOf, isSameEvent } from '../../../extract/claims/event.ts';

const isSame = (one: string, other: string) => {
  const [a, b] = [eventOf(one), eventOf(other)];
  return a !== undefined && b !== undefined && isSameEvent(a, b);
};

test.each([
  ['a noun', 'Ida Roe held a phone conversation with Tom Hale.', 'Roe phoned Hale.'],
  ['the other first', 'Roe and Hale spoke on the phone.', 'Hale phoned Roe on Monday.'],
  [
    'existence',
    'There was a call between Roe and Hale.',
    'President Roe talked to Mayor Tom Hale.',
  ],
  ['both of them', 'Roe phoned Hale.', 'There was a phone call between the two leaders.'],
  ['more told', 'Roe phoned Hale.', 'Roe had phoned Hale from a hotel in Holm.'],
  ['a headline', 'There was Roe And Hale Phone Call Amid Storm.', 'Roe spoke with Hale.'],
  ['reached out', 'Roe had reached out to Hale to discuss the bridge.', 'Roe called Hale.'],
  ['met', 'Roe met Hale in Holm.', 'Hale and Roe held a meeting.'],
])('one event told by %s', (_how, one, other) => {
  expect(isSame(one, other)).toBe(true);
  expect(isSame(other, one)).toBe(true);
});

test.each([
  ['another party', 'Roe phoned Hale.', 'Roe phoned Vane.'],
  ['another day', 'Roe phoned Hale on Monday.', 'Roe phoned Hale on Tuesday.'],
  ['who did it', 'Roe sold the ferry to Hale.', 'Hale sold the ferry to Roe.'],
  ['another thing', 'Roe sold the ferry.', 'Roe sold the pier.'],
  ['what was said in it', 'Roe phoned Hale.', 'Roe told Hale in the call not to sell.'],
  ['another deed', 'Roe phoned Hale.', 'Roe met Hale.'],
  ['more than it', 'Roe phoned Hale.', 'Roe phoned Hale and warned him.'],
])('not one event by %s', (_how, one, other) => {
  expect(isSame(one, other)).toBe(false);
});
