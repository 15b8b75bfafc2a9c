import { expect, test } from 'vitest';
import { behindProxy } from '../../../../server/address.ts';
import { defaultLimits } from '../../../../server/limits/limits.ts';
import { pursesOf } from '../../../../server/limits/purses.ts';

type Asking = Parameters<typeof pursesOf>[0];

const holder = (role: 'READER' | 'EDITOR') => ({ token: 7, name: 'a desk', role });
const namesOf = (asking: Asking) => pursesOf(asking, defaultLimits).map(({ name }) => name);

test('strangers pay from their address and from what they have together', () => {
  expect(namesOf({ address: '203.0.113.7', viewer: null })).toEqual(['203.0.113.7', 'strangers']);
});

test('whoever shows a token pays from its own, an editor more a minute', () => {
  const ofToken = (role: 'READER' | 'EDITOR') =>
    pursesOf({ address: '203.0.113.7', viewer: holder(role) }, defaultLimits);

  expect(ofToken('READER')).toMatchObject([
    { name: 'token 7', perMinute: defaultLimits.costPerMinute },
  ]);
  expect(ofToken('EDITOR')).toMatchObject([
    { name: 'token 7', perMinute: defaultLimits.editorCostPerMinute },
  ]);
});

test('the owner and this machine itself pay nothing', () => {
  expect(namesOf({ address: '203.0.113.7', isOwner: true })).toEqual([]);
  expect(namesOf({ address: '127.0.0.1', viewer: null })).toEqual([]);
  expect(namesOf({ address: '::1', viewer: holder('EDITOR') })).toEqual([]);
});

test('whom a proxy on this machine brings pays with all strangers', () => {
  expect(namesOf({ address: behindProxy, viewer: null })).toEqual(['strangers']);
});

test('all strangers together have less at once than in a minute', () => {
  const [, strangers] = pursesOf({ address: '203.0.113.7', viewer: null }, defaultLimits);

  expect(strangers?.perMinute).toBe(defaultLimits.strangersPerMinute);
  expect(strangers?.most).toBe(defaultLimits.strangersPerMinute / 12);
});

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:0:0:1', true],
  ['2001:db8::1', '2001:db8::2', true],
  ['2001:db8::1:2:3:4:5', '2001:db8:0:1::', true],
  ['::1:2:3:4:5', '0:0:0:1::9', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['2001:db8::1', '2001:db8:0:1::1', false],
])('%s and %s are of one network: %s', (one, other, isOne) => {
  const [first] = namesOf({ address: one, viewer: null });
  const [second] = namesOf({ address: other, viewer: null });

  expect(first === second).toBe(isOne);
});
