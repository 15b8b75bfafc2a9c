import { createHash } from 'node:crypto';
import type { Bound } from '../../db/read/page.ts';
import { codedError } from '../coded.ts';

/** Opaque text for a place in the list that `list` describes: its name, order and filter. */
export function encodePageCursor(list: string, { key, value }: Bound): string {
  return Buffer.from(`page1:${mark(list)}:${JSON.stringify([key, value])}`).toString('base64url');
}

/** Throws `CURSOR_INVALID` for what `encodePageCursor` did not write for this list. */
export function decodePageCursor(list: string, cursor: string): Bound {
  const text = Buffer.from(cursor, 'base64url').toString();
  const start = `page1:${mark(list)}:`;
  const place = text.startsWith(start) ? parsePlace(text.slice(start.length)) : null;
  if (place === null || encodePageCursor(list, place) !== cursor) {
    throw codedError(
      'CURSOR_INVALID',
      'This is not a cursor of this list with this order and filter.',
    );
  }
  return place;
}

function parsePlace(text: string): Bound | null {
  try {
    const place: unknown = JSON.parse(text);
    if (!Array.isArray(place)) return null;
    const [key, value]: unknown[] = place;
    const isValue = value === null || typeof value === 'string' || typeof value === 'number';
    return typeof key === 'number' && isValue ? { key, value } : null;
  } catch {
    return null;
  }
}

function mark(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 11);
}
