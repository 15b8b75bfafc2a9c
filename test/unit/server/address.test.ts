import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { behindProxy, createAddressOf, isLoopback, networkOf } from '../../../server/address.ts';

/** As far as an address goes. */
const request = (remoteAddress: string, forwardedFor?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
  }) as unknown as IncomingMessage;

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
  'from %s, what a proxy brings is told from what this machine asks',
  (connected) => {
    const addressOf = createAddressOf(0);

    expect(isLoopback(addressOf(request(connected)))).toBe(true);
    expect(addressOf(request(connected))).not.toBe(behindProxy);
    expect(addressOf(request(connected, '203.0.113.7'))).toBe(behindProxy);
  },
);

test('who connects from elsewhere is known by that, whatever is told', () => {
  expect(createAddressOf(0)(request('198.51.100.1', '127.0.0.1'))).toBe('198.51.100.1');
});

test('a proxy that is trusted tells the address', () => {
  const addressOf = createAddressOf(1);

  expect(addressOf(request('127.0.0.1', '198.51.100.9, 203.0.113.7'))).toBe('203.0.113.7');
  expect(isLoopback(addressOf(request('127.0.0.1')))).toBe(true);
});

test('behind a proxy everybody has an address of this machine, as far as streams are counted', () => {
  expect(isLoopback(behindProxy)).toBe(true);
});

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
