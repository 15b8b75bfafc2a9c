import { TextDecoder } from '@exodus/bytes/encoding.js';
import { Unreadable } from '../unreadable.ts';

/** What bytes say, in characters. */
export interface Decoded {
  /** With the mark of its encoding, where it has one; U+FFFD where bytes stand for no character, or for a control that is no white space. */
  readonly text: string;
  /** By the name that the standard gives it, in small letters. */
  readonly encoding: string;
  /** The first byte that stands for no character, and where it is; undefined where all do. */
  readonly lost: string | undefined;
  /** What was read otherwise than it is declared or stands there, a sentence each. */
  readonly notes: readonly string[];
}

/** The characters of bytes in an encoding. C1 controls are what windows-1252 has in their place, as in a page's `&#146;`. */
export function characters(bytes: Uint8Array, encoding: string): Decoded {
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (!/[^\P{Cc}\s]|\ufffd/u.test(decoded))
    return { text: decoded, encoding, lost: undefined, notes: [] };
  const printed = decoded.replace(/[\u0080-\u009f]/gu, (control) => inWindows1252(control));
  const text = printed.replace(/[^\P{Cc}\s]/gu, '\ufffd');
  const offset = lostOffset(bytes, encoding, text);
  if (offset === undefined) return { text, encoding, lost: undefined, notes: [] };
  const lost = named(bytes, offset);
  if (lostIn(text) - lostIn(printed) > 1 + text.length / 1000) {
    throw new Unreadable(`it is no text: there are controls in it, such as ${lost}.`);
  }
  const places = lostIn(text);
  const and = places > 1 ? `, and so do ${places - 1} more` : '';
  return { text, encoding, lost, notes: [`The ${lost} stands for no character${and}.`] };
}

/** Whether bytes are UTF-8 throughout. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How a byte is told to whoever looks for it. */
export function named(bytes: Uint8Array, offset: number): string {
  const value = bytes[offset]?.toString(16).toUpperCase().padStart(2, '0');
  return `byte 0x${value} at offset ${offset}`;
}

/** How often something is lost in a text. */
export function lostIn(text: string): number {
  return text.split('\ufffd').length - 1;
}

const highControls = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

function inWindows1252(control: string): string {
  return highControls.charAt(control.charCodeAt(0) - 0x80);
}

/** Where the first byte is that made a U+FFFD; undefined where all of them stood there as such. */
function lostOffset(bytes: Uint8Array, encoding: string, text: string): number | undefined {
  const place = text.indexOf('\ufffd');
  if (encoding.startsWith('utf-16')) return 2 * place;
  if (text.length === bytes.length) return place;
  const control = bytes.findIndex(
    (byte) => (byte < 0x20 && (byte < 9 || byte > 13)) || byte === 0x7f,
  );
  const malformed = malformedAt(bytes, encoding);
  return control === -1 ? malformed : Math.min(control, malformed ?? control);
}

const chunk = 4096;
const longestCharacter = 4;

/** Where the first character begins that is none, in an encoding whose characters have several bytes. */
function malformedAt(bytes: Uint8Array, encoding: string): number | undefined {
  const sound = soundChunks(bytes, encoding);
  if (sound === bytes.length) return undefined;
  const from = Math.max(0, sound - 2 * longestCharacter);
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  decoder.decode(bytes.subarray(0, from), { stream: true });
  let begun = from;
  try {
    for (let at = from; at < bytes.length; at += 1) {
      if (decoder.decode(bytes.subarray(at, at + 1), { stream: true }) !== '') begun = at + 1;
    }
  } catch {
    return begun;
  }
  return begun;
}

/** How many bytes can be read before the chunk with the first one that can't. */
function soundChunks(bytes: Uint8Array, encoding: string): number {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let sound = 0;
  try {
    for (; sound < bytes.length; sound += chunk) {
      decoder.decode(bytes.subarray(sound, sound + chunk), { stream: true });
    }
    decoder.decode();
  } catch {
    return Math.min(sound, bytes.length - 1);
  }
  return bytes.length;
}
