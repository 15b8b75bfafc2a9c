import { describe, expect, test } from 'vitest';
import { decodeFeedCursor, encodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { decodePageCursor, encodePageCursor } from '../../../schema/reading/page-cursor.ts';

const invalid = { extensions: { code: 'CURSOR_INVALID' } };

function refusal(decode: () => unknown): unknown {
  try {
    return decode();
  } catch (error) {
    return error;
  }
}

describe('a feed cursor', () => {
  test('leads back to its place', () => {
    for (const seq of [0, 1, 999_999_999_999]) {
      const position = { epoch: '00ff00ff00ff00ff', seq };
      expect(decodeFeedCursor(encodeFeedCursor(position))).toEqual(position);
    }
  });

  test.each([
    '',
    'x',
    encodeFeedCursor({ epoch: 'zz', seq: 1 }),
    encodeFeedCursor({ epoch: 'ff', seq: -1 }),
    encodeFeedCursor({ epoch: 'ff', seq: 1.5 }),
    `${encodeFeedCursor({ epoch: 'ff', seq: 1 })} `,
    `${encodeFeedCursor({ epoch: 'ff', seq: 1 })}==`,
    encodePageCursor('claims', { key: 1, value: null }),
  ])('is not %j', (cursor) => {
    expect(refusal(() => decodeFeedCursor(cursor))).toMatchObject(invalid);
  });
});

describe('a page cursor', () => {
  test('leads back to its place in its list', () => {
    for (const value of [null, 'Ünal “der Jüngere”', '~', -9_007_199_254_740_991, 0.5]) {
      const place = { key: 7, value };
      expect(decodePageCursor('a list', encodePageCursor('a list', place))).toEqual(place);
    }
  });

  const forged = (text: string) => Buffer.from(text).toString('base64url');
  const mark = Buffer.from(encodePageCursor('a list', { key: 1, value: null }), 'base64url')
    .toString()
    .split(':')[1];

  test.each([
    '',
    'x',
    encodePageCursor('another list', { key: 1, value: null }),
    encodeFeedCursor({ epoch: 'ff', seq: 1 }),
    forged(`page1:${mark}:`),
    forged(`page1:${mark}:{}`),
    forged(`page1:${mark}:["1",null]`),
    forged(`page1:${mark}:[1,{}]`),
    forged(`page1:${mark}:[1]`),
    forged(`page1:${mark}:[1,null,2]`),
    forged(`page1:${mark}: [1,null]`),
    forged(`page2:${mark}:[1,null]`),
  ])('is not %j', (cursor) => {
    expect(refusal(() => decodePageCursor('a list', cursor))).toMatchObject(invalid);
  });
});
