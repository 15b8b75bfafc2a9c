import { TextDecoder } from '@exodus/bytes/encoding.js';
import { Unreadable } from '../unreadable.ts';
import { named } from './characters.ts';

/** UTF-16, where bytes are in it: by their mark, or by the zeros that are the other half of what is ASCII. */
export function wideEncoding(bytes: Uint8Array, mark: string | undefined): string | undefined {
  if (mark?.startsWith('utf-16')) return mark;
  const head = bytes.subarray(0, 1024);
  const zeros = head.filter((byte) => byte === 0).length;
  if (zeros === 0 || zeros < head.length / 4) return undefined;
  return head.indexOf(0) % 2 === 0 ? 'utf-16be' : 'utf-16le';
}

/** Refuses UTF-16 that a byte too few or too many has put out of step, as all that follows would be other characters. */
export function assertAligned(bytes: Uint8Array, encoding: string): void {
  const ascii = bytes.filter((byte) => byte > 0 && byte < 0x80).length;
  if (ascii > 0.9 * bytes.length) {
    throw new Unreadable(`it has the mark of UTF-16 and is not in it: ${named(bytes, 0)}.`);
  }
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const outOfStep = text.search(swapped);
  if (outOfStep === -1) return;
  const offset = Math.max(0, 2 * (outOfStep - 1));
  throw new Unreadable(`it is out of step in UTF-16 from ${named(bytes, offset)} on.`);
}

const swappedAscii = Array.from({ length: 0x60 }, (_, index) =>
  String.fromCharCode((index + 0x20) << 8),
);

// ASCII in the other order is no words of any language where five of it stand in a row.
const swapped = new RegExp(`[\u0a00\u0d00${swappedAscii.join('')}]{5}`, 'u');
