import { expect, test } from 'vitest';
import { bylineIn } from '../../../extract/credits/byline.ts';
import { creditsOf } from '../../../extract/credits/credits.ts';
import { datelineOf, isDateline } from '../../../extract/words/dateline.ts';

test.each([
  ['LONDON (Reuters) - ', 'Reuters'],
  ['LONDON, Jan 3 (Reuters) - ', 'Reuters'],
  ['KYIV, Ukraine (AP) — ', 'AP'],
  ['WASHINGTON, Jan. 3 (UPI) -- ', 'UPI'],
  ['PARIS, Jan 3, 2024 (AFP) - ', 'AFP'],
  ['BERLIN, 3 Jan. (dpa) ', 'dpa'],
  ['Berlin (dpa) - ', 'dpa'],
  ['Berlin/Paris (AFP) – ', 'AFP'],
  ['The Hague (AP) — ', 'AP'],
  ['Port-au-Prince (AP) — ', 'AP'],
  ['BEIJING, Jan. 3 (Xinhua) -- ', 'Xinhua'],
  ['SEOUL, Jan. 3 (Yonhap) -- ', 'Yonhap'],
  ['New Delhi [India], January 3 (ANI): ', 'ANI'],
  ['New Delhi, Jan 3 (PTI) ', 'PTI'],
  ['Madrid, Jan 3 (EFE).- ', 'EFE'],
  ['MOSCOW, January 3. /TASS/. ', 'TASS'],
  ['MOSCOW. Jan 3 (Interfax) - ', 'Interfax'],
  ['KYIV. Jan 3 (Interfax-Ukraine) – ', 'Interfax-Ukraine'],
  ['TOKYO, Jan. 3, Kyodo - ', 'Kyodo'],
  ['(Reuters) - ', 'Reuters'],
  ['(ANSA) - ROME, JAN 3 - ', 'ANSA'],
  ['LONDON (AFP/Reuters) - ', 'AFP/Reuters'],
  ['PORT ELLIS (Northern Wire) — ', 'Northern Wire'],
  ['PORT ELLIS, Holm — ', undefined],
])('“%s” is a dateline', (dateline, mark) => {
  const line = `${dateline}The mayor denied it.`;

  expect(datelineOf(line)).toEqual({ length: dateline.length, ...(mark && { mark }) });
  expect(isDateline(dateline.trim())).toBe(true);
});

test.each([
  'The Associated Press (AP) - America’s oldest agency - said so.',
  'The mayor told the council (AP) - He said no.',
  'Ann Example (Labour) said no.',
  'She said that (Reuters) is an agency.',
  'The mayor told Reuters - And nobody else.',
  'Reuters — The agency said so.',
  'IT (the ferry) Sank.',
  'London (Ontario) The mayor said no.',
])('“%s” begins with no dateline', (line) => {
  expect(datelineOf(line)?.length ?? 0).toBe(0);
});

test.each([
  ['By Ann Example', 'By Ann Example'],
  ['By Ann Example and Bob Sample', 'By Ann Example and Bob Sample'],
  ['BY ANN EXAMPLE', 'BY ANN EXAMPLE'],
  ['By Ann van der Example, Associated Press', 'By Ann van der Example, Associated Press'],
  ['By The Associated Press', 'By The Associated Press'],
  ['by Jean-Luc O’Sample | Reuters', 'by Jean-Luc O’Sample | Reuters'],
  ['By Land and Sea', undefined],
  ['By the numbers', undefined],
  ['By a Staff Reporter', undefined],
  ['By Tuesday the ferry had sunk.', undefined],
  ['By and large', undefined],
])('the line “%s” names the authors %s', (line, byline) => {
  const text = `Ferry talks stall\n\n${line}\n\nThe mayor denied on Sunday that the ferry was sold.\n`;

  expect(bylineIn(text)).toBe(byline);
});

test('a line far below, and the title, name no authors', () => {
  const lines = ['By Ann Example', 'One.', 'Two.', 'Three.', 'Four.', 'By Bob Sample'];

  expect(bylineIn(lines.join('\n'))).toBeUndefined();
});

/** The names of all places that credit somebody, in the order of `creditsOf`. */
const named = (told: Parameters<typeof creditsOf>[0]) => creditsOf(told).map(({ names }) => names);

const body = 'The mayor denied on Sunday that any order had been given to the crews of the ferry.';
const textOf = (...lines: readonly string[]) => `${['Ferry talks stall', ...lines].join('\n\n')}\n`;

test.each([
  ['Reuters', ['Reuters']],
  ['By REUTERS', ['REUTERS']],
  ['By The Associated Press', ['The Associated Press']],
  ['Ann Example, Associated Press', ['Ann Example', 'Associated Press']],
  ['By ANN EXAMPLE | AP Sports Writer', ['ANN EXAMPLE', 'AP']],
  ['Ann Example and Bob Sample, AFP', ['Ann Example and Bob Sample', 'AFP']],
  ['Ann Example/Reuters', ['Ann Example', 'Reuters']],
  ['Ann Example (Reuters)', ['Ann Example', 'Reuters']],
  ['Ann Example - AP', ['Ann Example', 'AP']],
  ['Ann Example in London for Reuters', ['Ann Example', 'Reuters']],
  ['Reuters Staff', ['Reuters']],
  ['Reuters in Kyiv', ['Reuters']],
  ['From AFP', ['AFP']],
  ['Ann Example and Reuters', ['Ann Example and Reuters']],
])('the byline “%s” names %j', (byline, names) => {
  expect(named({ text: textOf(body), byline })).toEqual([names]);
});

test.each([
  'Staff and agencies',
  'Agencies',
  'Gazette staff and wire reports',
  'Compiled from AP reports',
])('the byline “%s” takes every credit away', (byline) => {
  const text = textOf(`LONDON (Reuters) - ${body}`);

  expect(creditsOf({ text, byline })).toEqual([]);
});

test.each([
  ['in parentheses', textOf(body, `${body} (Reuters)`), ['Reuters']],
  ['in a line of its own', textOf(body, '(AFP)'), ['AFP']],
  ['in brackets', textOf(body, '[dpa]'), ['dpa']],
  ['of several', textOf(body, `${body} (AP/Reuters)`), ['AP', 'Reuters']],
  ['behind a dash', textOf(body, `${body} — AFP`), ['AFP']],
  ['behind a short dash', textOf(body, `“${body}” - Bernama`), ['Bernama']],
  ['in slashes', textOf(body, `${body} /TASS/`), ['TASS']],
  ['of rights', textOf(body, '© 2024 AFP'), ['AFP']],
  [
    'of all rights',
    textOf(body, 'Copyright 2024 The Associated Press. All rights reserved.'),
    ['The Associated Press'],
  ],
  [
    'of principles',
    textOf(body, 'Our Standards: The Thomson Reuters Trust Principles.'),
    ['Reuters'],
  ],
  [
    'before what stands around',
    textOf(body, `${body} (Reuters)`, 'Share this', 'Read more'),
    ['Reuters'],
  ],
])('a closing credit %s', (_how, text, names) => {
  expect(named({ text })).toEqual([names]);
});

test.each([
  [
    'what was told to an agency',
    textOf(`The mayor told Reuters on Sunday that ${body}`, 'She said so to AP.'),
  ],
  ['what an agency says', textOf(`According to AP, ${body}`, 'It was false, Reuters reported.')],
  ['a photograph', textOf(body, 'The ferry in a file photo. (AP)')],
  ['a photographer', textOf(body, 'The ferry on Monday. (AP Photo/Ann Example)', '')],
  [
    'a dateline far below',
    textOf(...Array(8).fill(body), `LONDON (Reuters) - ${body}`, ...Array(8).fill(body)),
  ],
  ['an agency between', textOf('LONDON (Reuters) is a bureau.', body)],
])('%s credits nobody that is an agency', (_what, text) => {
  const agencies = named({ text })
    .flat()
    .filter((name) => /^(?:Reuters|AP|AFP)$/u.test(name));

  expect(agencies).toEqual([]);
});

test('each dateline of several stories is told', () => {
  const text = textOf(`LONDON (Reuters) - ${body}`, body, `PARIS (AFP) - ${body}`);

  expect(named({ text })).toEqual([['Reuters'], ['AFP']]);
});

test.each([
  '('.repeat(1e6),
  'A (A'.repeat(2e5),
  '— '.repeat(5e5),
  'LONDON, '.repeat(1e5),
  '\n'.repeat(1e6),
  'A/A (A) '.repeat(1e5),
])('a text without sense has no credit for long', (text) => {
  const before = process.cpuUsage();
  creditsOf({ text, byline: text.slice(0, 20_000) });

  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});
