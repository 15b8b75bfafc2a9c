import { type Cipher, createCipheriv, createDecipheriv, type Decipher } from 'node:crypto';

const algorithm = 'aes-256-ecb';

/**
 * Hides numbers that clients carry. Under one key and tag a number is always the same 16 bytes, which tell neither how
 * large it is nor how far from another; without the key nobody makes bytes that open, but once in 2^64 tries.
 */
export class NumberSeal {
  // A block each, and nothing between two: one cipher serves for all.
  readonly #cipher: Cipher;
  readonly #decipher: Decipher;

  /** `key` is 32 bytes in hex. */
  constructor(key: string) {
    const bytes = Buffer.from(key, 'hex');
    this.#cipher = createCipheriv(algorithm, bytes, null).setAutoPadding(false);
    this.#decipher = createDecipheriv(algorithm, bytes, null).setAutoPadding(false);
  }

  /** The whole number, 0 or more, under a tag of 8 bytes. */
  seal(tag: Buffer, number: number): Buffer {
    const block = Buffer.alloc(16);
    tag.copy(block);
    block.writeBigUInt64BE(BigInt(number), 8);
    return this.#cipher.update(block);
  }

  /** The number that was sealed under this tag; null where none was. */
  open(tag: Buffer, sealed: Buffer): number | null {
    if (sealed.length !== 16) return null;
    const block = this.#decipher.update(sealed);
    return block.subarray(0, 8).equals(tag) ? Number(block.readBigUInt64BE(8)) : null;
  }
}
