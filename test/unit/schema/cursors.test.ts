import { describe, expect, test } from 'vitest';
import { NumberSeal } from '../../../db/rules/number-seal.ts';
import { decodeFeedCursor, encodeFeedCursor } from '../../../schema/reading/feed-cursor.ts';
import { decodePageCursor, encodePageCursor } from '../../../schema/reading/page-cursor.ts';

const invalid = { extensions: { code: 'CURSOR_INVALID' } };
const seal = new NumberSeal('5a'.repeat(32));
const log = { epoch: '00ff00ff00ff00ff', seal, lastOpenCursor: 100 };
const elsewhere = { ...log, seal: new NumberSeal('a5'.repeat(32)) };

function refusal(decode: () => unknown): unknown {
  try {
    return decode();
  } catch (error) {
    return error;
  }
}

const open = (text: string) => Buffer.from(text).toString('base64url');
const bytesOf = (cursor: string) => Buffer.from(cursor, 'base64url');
const flipped = (cursor: string, byte: number) => {
  const bytes = bytesOf(cursor);
  bytes.writeUInt8(bytes.readUInt8(byte) ^ 1, byte);
  return bytes.toString('base64url');
};

describe('a feed cursor', () => {
  test('leads back to its place, and is the same each time', () => {
    for (const seq of [0, 1, 999_999_999_999, Number.MAX_SAFE_INTEGER]) {
      const cursor = encodeFeedCursor(log, seq);
      expect(decodeFeedCursor(log, cursor)).toBe(seq);
      expect(encodeFeedCursor({ ...log, seal: new NumberSeal('5a'.repeat(32)) }, seq)).toBe(cursor);
    }
  });

  test('is as long for every number, and shares no more than its first byte with the next', () => {
    const cursors = Array.from({ length: 300 }, (_, seq) => bytesOf(encodeFeedCursor(log, seq)));

    expect(new Set(cursors.map(({ length }) => length))).toEqual(new Set([17]));
    const alike = cursors.slice(1).map((cursor, index) => {
      const before = cursors[index] ?? Buffer.alloc(0);
      return cursor.subarray(1).filter((byte, place) => byte === before[place + 1]).length;
    });
    // Of 16 bytes drawn by chance, one in sixteen such pairs shares one.
    expect(Math.max(...alike)).toBeLessThan(5);
  });

  const cursor = encodeFeedCursor(log, 7);

  test.each([
    '',
    'x',
    encodeFeedCursor({ ...log, epoch: '00ff00ff00ff00fe' }, 1),
    encodeFeedCursor(elsewhere, 1),
    `${cursor} `,
    `${cursor}==`,
    `${cursor}AAAA`,
    cursor.slice(0, -1),
    ...Array.from({ length: 17 }, (_, byte) => flipped(cursor, byte)),
    encodePageCursor(seal, 'claims', { key: 1, value: null }),
  ])('is not %j', (forged) => {
    expect(refusal(() => decodeFeedCursor(log, forged))).toMatchObject(invalid);
  });

  test('of the form that hid nothing holds up to where it was given up', () => {
    for (const seq of [0, 1, 100])
      expect(decodeFeedCursor(log, open(`feed1:${log.epoch}:${seq}`))).toBe(seq);
  });

  test.each([
    `feed1:${log.epoch}:101`,
    `feed1:${log.epoch}:999999999999999999`,
    `feed1:${log.epoch}:-1`,
    `feed1:${log.epoch}:1.5`,
    `feed1:${log.epoch}:01`,
    `feed1:${log.epoch}:`,
    'feed1:00ff00ff00ff00fe:1',
    'feed1:zz:1',
    'feed1::1',
    ` feed1:${log.epoch}:1`,
  ])('of the form that hid nothing is not %j', (text) => {
    expect(refusal(() => decodeFeedCursor(log, open(text)))).toMatchObject(invalid);
    expect(refusal(() => decodeFeedCursor({ ...log, epoch: '' }, open(text)))).toMatchObject(
      invalid,
    );
  });
});

describe('a page cursor', () => {
  test('leads back to its place in its list', () => {
    for (const value of [null, 'Ünal “der Jüngere”', '~', -9_007_199_254_740_991, 0.5]) {
      const place = { key: 7, value };
      const cursor = encodePageCursor(seal, 'a list', place);
      expect(decodePageCursor(seal, 'a list', cursor)).toEqual(place);
    }
  });

  test('tells no key', () => {
    const texts = [7, 8].map((key) =>
      bytesOf(encodePageCursor(seal, 'a list', { key, value: null })).toString(),
    );

    expect(texts.map((text) => text.split(':').length)).toEqual([3, 3]);
    expect(texts[0]).not.toBe(texts[1]);
    for (const text of texts) expect(text).toMatch(/^page2:[\w-]{22}:null$/);
  });

  const [, sealed] = bytesOf(encodePageCursor(seal, 'a list', { key: 1, value: null }))
    .toString()
    .split(':');

  test.each([
    '',
    'x',
    encodePageCursor(seal, 'another list', { key: 1, value: null }),
    encodePageCursor(elsewhere.seal, 'a list', { key: 1, value: null }),
    encodeFeedCursor(log, 1),
    open(`page2:${sealed}:`),
    open(`page2:${sealed}:{}`),
    open(`page2:${sealed}:[]`),
    open(`page2:${sealed}: null`),
    open(`page2:${sealed}:null:`),
    open(`page2:${sealed?.slice(1)}A:null`),
    open(`page1:${sealed}:[1,null]`),
    open('page1:x:[1,null]'),
    open('page2::null'),
  ])('is not %j', (cursor) => {
    expect(refusal(() => decodePageCursor(seal, 'a list', cursor))).toMatchObject(invalid);
  });
});
