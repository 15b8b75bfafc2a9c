/** What is told a letter a byte (db/read/byte-text.ts). */
export const asBytes = (bytes: string): Buffer<ArrayBuffer> => Buffer.from(bytes, 'latin1');

const scratch = Buffer.allocUnsafeSlow(1024 * 1024);
const bytesPerUnit = 3;

/**
 * A text in UTF-8. A socket that is given a text makes room for three bytes a character and encodes it there: for a page
 * of claims that costs more than parsing the question.
 */
export function encoded(text: string): Buffer<ArrayBuffer> {
  if (text.length * bytesPerUnit > scratch.length) return Buffer.from(text);
  return Buffer.from(scratch.subarray(0, scratch.write(text)));
}
