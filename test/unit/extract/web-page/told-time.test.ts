import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toldTime } from '../../../../extract/web-page/told-time.ts';

const moments: Readonly<Record<string, string>> = {
  '2023-01-05T22:30:00Z': '2023-01-05T22:30:00.000Z',
  '2023-01-05T22:30Z': '2023-01-05T22:30:00.000Z',
  '2023-01-05t22:30:00z': '2023-01-05T22:30:00.000Z',
  '20230105T223000Z': '2023-01-05T22:30:00.000Z',
  '20230105T2230+0100': '2023-01-05T21:30:00.000Z',
  '2023-01-05T22:30:00.000+0000': '2023-01-05T22:30:00.000Z',
  '2023-01-05 22:30:00 +01:00': '2023-01-05T21:30:00.000Z',
  '2023-01-05T22:30:00 -0500': '2023-01-06T03:30:00.000Z',
  '2023-01-05T22:30:00+01': '2023-01-05T21:30:00.000Z',
  '2023-01-05T22:30:00-00:00': '2023-01-05T22:30:00.000Z',
  '2023-01-05T22:30:00+05:45': '2023-01-05T16:45:00.000Z',
  '2023-01-05T22:30:00+14:00': '2023-01-05T08:30:00.000Z',
  '2023-01-05T22:30:00.123456789Z': '2023-01-05T22:30:00.123Z',
  '2023-01-05T22:30:00,5Z': '2023-01-05T22:30:00.500Z',
  '2023-01-05T22:30:00 UTC': '2023-01-05T22:30:00.000Z',
  '2023/01/05 22:30:00 +0000': '2023-01-05T22:30:00.000Z',
  '2023-01-05T22:30:00+01:00[Europe/Paris]': '2023-01-05T21:30:00.000Z',
  'Thu, 05 Jan 2023 22:30:00 +0100': '2023-01-05T21:30:00.000Z',
  'Thu, 05 Jan 2023 22:30:00 GMT': '2023-01-05T22:30:00.000Z',
  '5 Jan 2023 22:30 -0800': '2023-01-06T06:30:00.000Z',
  'Thu Jan 05 2023 22:30:00 GMT+0100 (Central European Standard Time)': '2023-01-05T21:30:00.000Z',
  'Thu Jan  5 22:30:00 UTC 2023': '2023-01-05T22:30:00.000Z',
  'January 5, 2023, 10:30 p.m. GMT': '2023-01-05T22:30:00.000Z',
  '  2023-01-05T22:30:00Z\n': '2023-01-05T22:30:00.000Z',
  '1923-01-05T22:30:00Z': '1923-01-05T22:30:00.000Z',
};

const days: Readonly<Record<string, string>> = {
  '2023-01-05': '2023-01-05',
  '20230105': '2023-01-05',
  '2023/01/05': '2023-01-05',
  '2023.01.05': '2023-01-05',
  '2024-02-29': '2024-02-29',
  '2023-01-05T22:30:00': '2023-01-05',
  '2023-01-05T00:00:00.000': '2023-01-05',
  '2023-01-05 22:30': '2023-01-05',
  '20230105T223000': '2023-01-05',
  // The letters of a zone stand for several.
  '2023-01-05 22:30 CST': '2023-01-05',
  'Thu, 05 Jan 2023 22:30:00 EST': '2023-01-05',
  'January 5, 2023': '2023-01-05',
  'JANUARY 5, 2023': '2023-01-05',
  'Jan. 5, 2023': '2023-01-05',
  'Jan 5 2023': '2023-01-05',
  'January 5th, 2023': '2023-01-05',
  '5 January 2023': '2023-01-05',
  '05-Jan-2023': '2023-01-05',
  '5th of January 2023': '2023-01-05',
  'Sept. 5, 2023': '2023-09-05',
  'Thursday, January 5, 2023': '2023-01-05',
  'Thursday 5 January 2023 22:30': '2023-01-05',
  'January 5, 2023 at 10:30 PM': '2023-01-05',
  'January 5, 2023 - 10:30am EST': '2023-01-05',
  // A second that our clocks do not have.
  '2016-12-31T23:59:60Z': '2016-12-31',
  '1605-07-01': '1605-07-01',
};

const none = [
  ...['', 'soon', 'yesterday', '2023', '2023-01', '2023-W01-4', 'January 2023', 'January 5'],
  ...['03/04/2024', '3/4/24', '25/12/2023', '12/25/2023', '03-04-2024', '03.04.2024 10:00'],
  ...['0001-01-01T00:00:00', '0001-01-01T00:00:00Z', '0000-00-00 00:00:00', '1604-12-31'],
  ...[
    '1970-01-01',
    '1970-01-01T00:00:00Z',
    '1970-01-01T01:00:00+01:00',
    '1969-12-31T19:00:00-05:00',
  ],
  // Of the present in seconds, read as milliseconds.
  ...['1970-01-20T08:42:37Z', '1900-01-01', '1899-12-30T00:00:00Z', '9999-12-31', '2100-01-01'],
  ...['2023-02-30', '2023-02-29', '2023-13-05', '2023-01-32', '2023-00-05', 'February 30, 2023'],
  ...['2023-02-30T10:00:00Z', '2023-01-05T24:30:00Z', '2023-01-05T22:60:00Z', '2023-01-05T25:00'],
  ...['2023-01-05T22:30:00+25:00', '2023-01-05T22:30:00+15:00', '2023-01-05T22:30:00+01:75'],
  ...[
    '1672957800',
    '1672957800000',
    '-1',
    'Monday, January 5, 2023',
    'Mon, 05 Jan 2023 22:30:00 GMT',
  ],
  ...[
    '2023-01-05T22:30:00 or later',
    '2023-01-05T',
    '2023-01-05 to 2023-01-06',
    '+12023-01-05',
    'Jan 5, 23',
  ],
  ...[
    '{{date}}',
    '2023-01-05T22:30:00Z 2023-01-06T22:30:00Z',
    '5 5 2023',
    `2023-01-05${' '.repeat(5)}x`,
  ],
];

test.each(Object.entries(moments))('%s is a moment', (told, at) => {
  expect(toldTime(told)?.at).toBe(at);
});

test.each(Object.entries(days))('%s is a day', (told, on) => {
  expect(toldTime(told)).toEqual({ on });
});

test.each(none)('“%s” is nothing certain', (told) => {
  expect(toldTime(told)).toBeUndefined();
});

const timesThere = `
  import { toldTime } from './extract/web-page/told-time.ts';
  const told = ${JSON.stringify([...Object.keys(moments), ...Object.keys(days), ...none])};
  console.log(JSON.stringify([new Date(0).getTimezoneOffset(), told.map((one) => toldTime(one) ?? null)]));`;

test('times are the same wherever they are read', () => {
  const [utc, west, east] = ['UTC', 'America/Los_Angeles', 'Asia/Tokyo'].map((zone) => {
    const env = { ...process.env, TZ: zone };
    const tsx = ['--import', 'tsx', '--input-type=module', '--eval', timesThere];
    return JSON.parse(execFileSync(process.execPath, tsx, { env, encoding: 'utf8' }));
  });

  expect([utc[0], west[0], east[0]]).toEqual([0, 480, -540]);
  expect(west[1]).toEqual(utc[1]);
  expect(east[1]).toEqual(utc[1]);
  expect(utc[1].filter((one: unknown) => one !== null)).toHaveLength(
    Object.keys(moments).length + Object.keys(days).length,
  );
});

test.each([
  '1'.repeat(1e6),
  ' '.repeat(1e6),
  `2023-01-05T22:30:00${'0'.repeat(1e6)}`,
  '('.repeat(1e6),
])('what is long is no time, and takes none', (told) => {
  expect(toldTime(told)).toBeUndefined();
});
