import { expect, test } from 'vitest';
import { networkOf } from '../../../server/address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '::1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8::2', '2001:db8:0:0'],
  ['::ffff:0:1', '0:0:0:0'],
  ['1:2:3:4:5:6:7:8::9', '1:2:3:4'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
