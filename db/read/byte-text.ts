/*
 * Text in UTF-8 with a letter for each byte. What SQLite tells as bytes is so neither decoded nor encoded again on its way to a
 * socket, and is cut and put together as any text.
 */

const beyondAscii = /[\u0080-\uffff]/;

/** The bytes of a text, a letter a byte. */
export function bytesIn(text: string): string {
  return beyondAscii.test(text) ? Buffer.from(text).toString('latin1') : text;
}

/** The text that these bytes are. */
export function textIn(bytes: string): string {
  return beyondAscii.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes;
}
