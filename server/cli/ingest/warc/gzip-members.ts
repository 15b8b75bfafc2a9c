import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';

/** What stands for a stretch of a stream that cannot be read. */
export interface Gap {
  readonly gap: string;
}

/**
 * The bytes of a gzip file, member by member. A member that is broken, or whose checksum is another, leaves a gap before its end,
 * and what follows is read from the next one on: Node's own reader ends at the first.
 */
export async function* unzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | Gap> {
  const members = new Members();
  for await (const chunk of chunks) yield* members.take(chunk);
  if (members.isWithin) yield { gap: 'it ends in the midst of a record' };
}

const trailerBytes = 8;
const shortestHeader = 10;

class Members {
  #left: Buffer = Buffer.alloc(0);
  #engine: InflateRaw | null = null;
  /** Whether the data of a member is behind, and its checksum is next. */
  #isAtTrailer = false;
  #isLost = false;
  #checksum = 0;
  /** The end of what a member holds, which nobody is given before its checksum is seen. */
  #last: Buffer | null = null;

  get isWithin(): boolean {
    if (this.#engine !== null || this.#isAtTrailer) return true;
    // Zeros fill archives up to the length of a block.
    return !this.#isLost && this.#left.some((byte) => byte !== 0);
  }

  async *take(chunk: Buffer): AsyncGenerator<Buffer | Gap> {
    this.#left = this.#left.length === 0 ? chunk : Buffer.concat([this.#left, chunk]);
    while (this.#left.length > 0) {
      if (this.#isAtTrailer) {
        if (this.#left.length < trailerBytes) return;
        yield* this.#end();
      } else {
        if (this.#engine === null && !this.#begin()) return;
        if (this.#engine !== null) yield* this.#inflate(this.#engine);
      }
    }
  }

  async *#inflate(engine: InflateRaw): AsyncGenerator<Buffer | Gap> {
    const { out, used, isOver, isBroken } = await inflated(engine, this.#left);
    for (const bytes of out) {
      if (this.#last !== null) yield this.#last;
      this.#checksum = crc32(bytes, this.#checksum);
      this.#last = bytes;
    }
    if (isBroken) yield this.#lost();
    else this.#left = this.#left.subarray(used);
    this.#isAtTrailer = isOver && !isBroken;
    if (isBroken || isOver) this.#engine = null;
  }

  #lost(): Gap {
    this.#isLost = true;
    this.#last = null;
    return { gap: 'a stretch of it is damaged' };
  }

  *#end(): Generator<Buffer | Gap> {
    const isSound = this.#left.readUInt32LE(0) === this.#checksum;
    if (isSound && this.#last !== null) yield this.#last;
    if (!isSound) yield this.#lost();
    this.#left = this.#left.subarray(trailerBytes);
    this.#isAtTrailer = false;
    this.#isLost = false;
    this.#last = null;
  }

  /** Begins with the next member; false where more has to come first. */
  #begin(): boolean {
    const at = memberIn(this.#left, this.#isLost);
    if (at === null) {
      // A header may lie across two chunks.
      this.#left = this.#left.subarray(-Math.min(this.#left.length, longestHeader));
      return false;
    }
    this.#left = this.#left.subarray(at);
    this.#isLost = false;
    this.#checksum = 0;
    this.#engine = createInflateRaw();
    return true;
  }
}

const longestHeader = 4096;

/** Where the data of the next member begins; null where none is whole. */
function memberIn(bytes: Buffer, isLost: boolean): number | null {
  let at = bytes.indexOf(magic, isLost ? 1 : 0);
  while (at >= 0) {
    const end = headerEnd(bytes, at);
    if (end !== null) return end;
    at = bytes.indexOf(magic, at + 1);
  }
  return null;
}

const magic = Buffer.from([0x1f, 0x8b, 0x08]);

/** Where the header at a place ends; null where there is none, or it is not whole. */
function headerEnd(bytes: Buffer, at: number): number | null {
  const flags = bytes[at + 3] ?? 0xff;
  // Three of the flags stand for nothing.
  if (at + shortestHeader > bytes.length || (flags & 0xe0) !== 0) return null;
  let end = at + shortestHeader;
  if (flags & 4) {
    if (end + 2 > bytes.length) return null;
    end += 2 + bytes.readUInt16LE(end);
  }
  for (const named of [8, 16]) {
    if ((flags & named) === 0) continue;
    const zero = bytes.indexOf(0, end);
    if (zero < 0) return null;
    end = zero + 1;
  }
  if (flags & 2) end += 2;
  return end <= bytes.length ? end : null;
}

interface Inflated {
  readonly out: readonly Buffer[];
  /** How much of the stretch belongs to the member. */
  readonly used: number;
  readonly isOver: boolean;
  readonly isBroken: boolean;
}

function inflated(engine: InflateRaw, bytes: Buffer): Promise<Inflated> {
  const before = engine.bytesWritten;
  const out: Buffer[] = [];
  return new Promise((resolve) => {
    const settle = (isBroken: boolean) => {
      engine.removeAllListeners();
      // What it throws later is of no interest.
      engine.on('error', () => {});
      const isOver = engine.readableEnded;
      resolve({ out, used: engine.bytesWritten - before, isOver, isBroken });
    };
    engine.on('data', (chunk: Buffer) => out.push(chunk));
    engine.once('error', () => settle(true));
    engine.write(bytes, () => setImmediate(() => settle(engine.errored !== null)));
  });
}
