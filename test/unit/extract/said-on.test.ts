import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { createRules } from '../../../extract/rules.ts';
import { saidOn } from '../../../extract/stances/said-on.ts';

const rules = createRules();

describe('the day that words mean', () => {
  test.each([
    ['the article’s own day', 'on Friday', '2024-03-01', '2024-03-01'],
    ['the last one', 'on Wednesday', '2024-03-01', '2024-02-28'],
    ['over the end of a month', 'yesterday', '2024-03-01', '2024-02-29'],
    ['over the end of a year', 'on Tuesday', '2025-01-01', '2024-12-31'],
    ['a month of the year before', 'on Dec. 30', '2025-01-02', '2024-12-30'],
    ['a leap day', 'on February 29', '2024-03-02', '2024-02-29'],
    ['a part of a day', 'Monday night', '2024-03-01', '2024-02-26'],
    ['days ago', 'two days ago', '2025-01-01', '2024-12-30'],
    ['the day before yesterday', 'the day before yesterday', '2025-01-01', '2024-12-30'],
    ['last night', 'last night', '2025-01-01', '2024-12-31'],
    ['the last of the week before', 'last Friday', '2024-03-05', '2024-03-01'],
    ['a week ago', 'last Friday', '2024-03-01', '2024-02-23'],
    ['of last week', 'on Monday last week', '2024-03-01', '2024-02-19'],
    ['a day of that weekday', 'on Monday, Nov. 4', '2024-11-13', '2024-11-04'],
    ['a whole date', 'on 11 November 2024', undefined, '2024-11-11'],
  ])('is %s: %s in %s', (...[, phrase, day, expected]) => {
    expect(saidOn(phrase, day)).toBe(expected);
  });

  test.each([
    ['the article has no date', 'on Monday', undefined],
    ['nor a year', 'on Nov. 11', undefined],
    ['it may be yesterday or a week before', 'last Thursday', '2024-03-01'],
    ['it is still to come', 'next Monday', '2024-03-01'],
    ['it is later than the article', 'on 3 March', '2024-03-01'],
    ['it is later in the week', 'this Saturday', '2024-03-01'],
    ['there is no such day', 'on 30 February', '2024-03-01'],
    ['it was another weekday', 'on Monday, Nov. 5', '2024-11-13'],
    ['the article’s date is none', 'on Monday', 'soon'],
  ])('is not told where %s: %s in %s', (_why, phrase, day) => {
    expect(saidOn(phrase, day)).toBeUndefined();
  });
});

const phrases = [
  ...['last night', 'late last night', 'tonight', 'yesterday evening', 'an hour ago', 'last week'],
  ...[
    'the day before yesterday',
    'on Sunday',
    'early on Tuesday',
    'two nights ago',
    'at midnight',
    'on 31 December',
  ],
];

const daysThere = `
  import { saidOn } from './extract/stances/said-on.ts';
  const days = ${JSON.stringify(phrases)}.map((phrase) => saidOn(phrase, '2025-01-01') ?? null);
  console.log(JSON.stringify([new Date(0).getTimezoneOffset(), days]));`;

test.each([
  ['America/Los_Angeles', 480],
  ['Pacific/Kiritimati', 640],
])('the day is the same where it is read at %s', (zone, offset) => {
  const env = { ...process.env, TZ: zone };
  const tsx = ['--import', 'tsx', '--input-type=module', '--eval', daysThere];
  const there = JSON.parse(execFileSync(process.execPath, tsx, { env, encoding: 'utf8' }));

  expect(there).toEqual([offset, phrases.map((phrase) => saidOn(phrase, '2025-01-01') ?? null)]);
});

test.each([
  [
    'behind the verb',
    'Ida Roe told reporters in Holm on Monday that the pier was safe.',
    'on Monday',
  ],
  ['at the head', 'On Wednesday, Ida Roe said the pier was safe.', 'On Wednesday'],
  ['at the head without a comma', 'On Wednesday Ida Roe said the pier was safe.', 'On Wednesday'],
  ['behind the quotation', '“The pier held,” Ida Roe said last Friday.', 'last Friday'],
  ['of a month', 'Ida Roe told the Courier on Nov. 4 that the pier cracked.', 'on Nov. 4'],
  ['none of what is said', 'Ida Roe said that the pier opened on Monday.', undefined],
  ['none of a vote', 'Ida Roe said Monday’s vote was safe.', undefined],
])('when something was said stands %s', (_where, text, expected) => {
  expect(rules.extract({ text }).stances[0]?.saidPhrase).toBe(expected);
});
