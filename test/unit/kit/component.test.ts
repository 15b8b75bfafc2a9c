import { expect, test } from 'vitest';
import { lackOf } from '../../kit/component.ts';

const nowhere = { PATH: '/nowhere', ONRECORD_SQLD: '/nowhere/sqld' };

test('what is there is not missed, be it in PATH or where it is said to be', () => {
  expect(lackOf(['curl'], { ONRECORD_CURL: process.execPath })).toBeNull();
  expect(lackOf(['sqld', 'redis'], { ONRECORD_SQLD: process.execPath, PATH: '/nowhere' })).toEqual({
    reason: 'there is no redis here',
    isFault: false,
  });
});

test('what is missing is a reason to skip, and a fault where it is required', () => {
  const reason = 'there is no sqld and no redis here';

  expect(lackOf(['sqld', 'redis'], nowhere)).toEqual({ reason, isFault: false });
  expect(lackOf(['sqld', 'redis'], { ...nowhere, ONRECORD_REQUIRE: 'chromium' })).toEqual({
    reason,
    isFault: false,
  });
  expect(lackOf(['sqld', 'redis'], { ...nowhere, ONRECORD_REQUIRE: 'chromium,redis' })).toEqual({
    reason,
    isFault: true,
  });
});
