import { createHash } from 'node:crypto';
import type { Bound } from '../../db/read/page.ts';
import type { NumberSeal } from '../../db/rules/number-seal.ts';
import { codedError } from '../coded.ts';

/** Opaque text for a place in the list that `list` describes: its name, order and filter. The key of the row is hidden. */
export function encodePageCursor(seal: NumberSeal, list: string, place: Bound): string {
  return encoded(seal, mark(list), place);
}

function encoded(seal: NumberSeal, tag: Buffer, { key, value }: Bound): string {
  const sealed = seal.seal(tag, key).toString('base64url');
  return Buffer.from(`page2:${sealed}:${JSON.stringify(value)}`).toString('base64url');
}

/** Throws `CURSOR_INVALID` for what `encodePageCursor` did not write for this list. */
export function decodePageCursor(seal: NumberSeal, list: string, cursor: string): Bound {
  const place = placeIn(seal, list, cursor);
  if (place === null) {
    throw codedError(
      'CURSOR_INVALID',
      'This is not a cursor of this list with this order and filter.',
    );
  }
  return place;
}

/** The place in this list that a cursor names; null for what `encodePageCursor` did not write for it. */
export function placeIn(seal: NumberSeal, list: string, cursor: string): Bound | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, sealed = '', json = ''] = /^page2:([\w-]{22}):(.*)$/s.exec(text) ?? [];
  const tag = mark(list);
  const key = seal.open(tag, Buffer.from(sealed, 'base64url'));
  const value = parseValue(json);
  const place = key === null || value === undefined ? null : { key, value };
  return place !== null && encoded(seal, tag, place) === cursor ? place : null;
}

function parseValue(json: string): Bound['value'] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return value === null || typeof value === 'string' || typeof value === 'number'
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

function mark(list: string): Buffer {
  return createHash('sha256').update(list).digest().subarray(0, 8);
}
