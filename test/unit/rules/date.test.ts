import { expect, test } from 'vitest';
import { assertDate, assertPeriod, dayOf, startOf } from '../../../db/rules/date.ts';
import { InputInvalid } from '../../../db/rules/errors.ts';

test.each(['2024-11-07', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
  '%s is a day',
  (date) => {
    expect(() => assertDate(date, [])).not.toThrow();
  },
);

test.each([
  '',
  '2024-13-01',
  '2024-00-10',
  '2024-02-30',
  '2023-02-29',
  '1900-02-29',
  '2024-11-31',
  '2024-11',
  '2024-1-7',
  '07.11.2024',
  '2024-11-07T00:00:00Z',
  ' 2024-11-07',
  '2024-11-07\n',
  '-2024-11-07',
])('%j is no day', (date) => {
  const refused = () => assertDate(date, ['saidOn']);

  expect(refused).toThrow(InputInvalid);
  expect(refused).toThrow(expect.objectContaining({ path: ['saidOn'] }));
});

test.each<readonly [string | null, string | null]>([
  [null, null],
  ['2024-11-07', null],
  [null, '2024-11-07'],
  ['2024-11-07', '2024-11-07'],
  ['2024-11-07', '2025-01-01'],
])('%s to %s is a period', (from, until) => {
  expect(() => assertPeriod([from, until], ['from', 'until'], [])).not.toThrow();
});

test.each<readonly [string | null, string | null, string]>([
  ['2024-11-08', '2024-11-07', 'happenedUntil'],
  ['2024-11-31', '2025-11-07', 'happenedFrom'],
  [null, 'tomorrow', 'happenedUntil'],
])('%s to %s is refused at %s', (from, until, key) => {
  const refused = () => assertPeriod([from, until], ['happenedFrom', 'happenedUntil'], ['claim']);

  expect(refused).toThrow(expect.objectContaining({ path: ['claim', key] }));
});

test('a day starts at midnight UTC and ends a millisecond before the next', () => {
  expect(dayOf(startOf('2024-11-07'))).toBe('2024-11-07');
  expect(dayOf(startOf('2024-11-07') - 1)).toBe('2024-11-06');
  expect(dayOf(startOf('2024-11-08') - 1)).toBe('2024-11-07');
});
