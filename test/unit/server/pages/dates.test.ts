import { expect, test } from 'vitest';
import { day, effective, momentTime, published } from '../../../../server/pages/render/dates.ts';

test('a moment is told in UTC, and a day as the day that was told', () => {
  expect(momentTime('2024-11-07T23:59:59.999Z').text).toBe(
    '<time class="moment" datetime="2024-11-07T23:59:59.999Z">7 November 2024, 23:59 UTC</time>',
  );
  expect(day('2022-02-28').text).toBe('<time datetime="2022-02-28">28 February 2022</time>');
});

test.each([
  [
    'SAID_ON',
    '2024-11-07T00:00:00.000Z',
    'said on <time datetime="2024-11-07">7 November 2024</time>',
  ],
  [
    'SAID_ON',
    '2024-11-07T23:59:59.999Z',
    'said on <time datetime="2024-11-07">7 November 2024</time>',
  ],
  [
    'ISSUED',
    '2024-11-07T00:00:00.000Z',
    'published on <time datetime="2024-11-07">7 November 2024</time>',
  ],
  [
    'SAID_AT',
    '2024-11-07T00:00:00.000Z',
    'said on <time class="moment" datetime="2024-11-07T00:00:00.000Z">7 November 2024, 00:00 UTC</time>',
  ],
] as const)('of what is known by %s at %s no hour is made up', (basis, at, told) => {
  expect(effective({ at, basis }).text).toBe(told);
});

test('of a publication its moment is told, else its day, else nothing', () => {
  const [publishedAt, publishedOn] = ['2024-11-07T06:00:00.000Z', '2024-11-06'];

  expect(published({ publishedAt, publishedOn: null })?.text).toContain('06:00 UTC');
  expect(published({ publishedAt: null, publishedOn })?.text).toContain('>6 November 2024<');
  expect(published({ publishedAt: null, publishedOn: null })).toBeNull();
});
