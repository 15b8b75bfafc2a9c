import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';

const bytesAtOnce = 1024 * 1024;

/**
 * The CRC-32 of a whole file, some 1 ms a MiB: any change by accident makes it another.
 * @param {string} path
 */
export async function fileSum(path) {
  let sum = 0;
  for await (const piece of createReadStream(path, { highWaterMark: bytesAtOnce }))
    sum = crc32(piece, sum);
  return sum;
}
