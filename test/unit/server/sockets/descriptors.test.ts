import { expect, test } from 'vitest';
import { connectionsWithin, limitIn } from '../../../../server/sockets/descriptors.ts';

const told = (most: string): string =>
  `Limit                     Soft Limit           Hard Limit           Units     
Max processes             7000                 7000                 processes 
Max open files            ${most.padEnd(21)}1048576              files     
`;

test('the limit of descriptors is the soft one', () => {
  expect(limitIn(told('500'))).toBe(500);
  expect(limitIn(told('unlimited'))).toBe(Number.POSITIVE_INFINITY);
  expect(limitIn('')).toBe(10_240);
});

test('connections leave some descriptors to everything else', () => {
  expect([65_536, 1_024, 500, 16].map(connectionsWithin)).toEqual([65_408, 896, 375, 12]);
});
