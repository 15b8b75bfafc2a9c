import { createInflateRaw, type InflateRaw } from 'node:zlib';

/** What stands for a stretch of a stream that cannot be read. */
export interface Gap {
  readonly gap: string;
}

/**
 * The bytes of a gzip file, member by member. A member that is broken leaves a gap, and what follows is read from the next one
 * on: Node's own reader ends at the first.
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
  /** How much of the trailer of the member before is still to be passed over. */
  #trailer = 0;
  #isLost = false;

  get isWithin(): boolean {
    return this.#engine !== null || (this.#left.length > 0 && !this.#isLost);
  }

  async *take(chunk: Buffer): AsyncGenerator<Buffer | Gap> {
    this.#left = this.#left.length === 0 ? chunk : Buffer.concat([this.#left, chunk]);
    while (this.#left.length > 0) {
      if (this.#engine === null && !this.#begin()) return;
      const { out, used, error } = await inflated(this.#engine, this.#left);
      yield* out;
      if (error !== null) {
        this.#engine = null;
        this.#isLost = true;
        yield { gap: 'a stretch of it is not gzip' };
      } else if (used < this.#left.length || this.#engine?.readableEnded) {
        this.#engine = null;
        this.#trailer = trailerBytes;
        this.#left = this.#left.subarray(used);
      } else {
        this.#left = Buffer.alloc(0);
      }
    }
  }

  /** Begins with the next member; false where more has to come first. */
  #begin(): boolean {
    if (this.#trailer > 0) {
      const passed = Math.min(this.#trailer, this.#left.length);
      this.#trailer -= passed;
      this.#left = this.#left.subarray(passed);
    }
    const at = memberIn(this.#left, this.#isLost);
    if (at === null) {
      // A header may lie across two chunks.
      this.#left = this.#left.subarray(-Math.min(this.#left.length, longestHeader));
      return false;
    }
    this.#left = this.#left.subarray(at);
    this.#isLost = false;
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

/** What a stretch comes to, and how much of it belongs to the member. */
function inflated(
  engine: InflateRaw | null,
  bytes: Buffer,
): Promise<{ readonly out: Buffer[]; readonly used: number; readonly error: Error | null }> {
  if (engine === null) throw new Error('No member has begun.');
  const before = engine.bytesWritten;
  const out: Buffer[] = [];
  return new Promise((resolve) => {
    const onData = (chunk: Buffer) => out.push(chunk);
    const end = (error: Error | null) => {
      engine.off('data', onData).off('end', onEnd).off('error', end);
      // What it throws later is of no interest.
      if (error !== null) engine.on('error', () => {});
      resolve({ out, used: engine.bytesWritten - before, error });
    };
    const onEnd = () => end(null);
    engine.on('data', onData).once('end', onEnd).once('error', end);
    engine.write(bytes, () => setImmediate(end, null));
  });
}
