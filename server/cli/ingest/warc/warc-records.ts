import { ByteQueue } from './byte-queue.ts';
import type { Gap } from './gzip-members.ts';

/** A record of a web archive. */
export interface WarcRecord {
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Null where nobody wanted it. */
  readonly body: Buffer | null;
  /** Whether the body is larger than anybody may want: only its beginning is there. */
  readonly isCut: boolean;
}

interface RecordsWanted {
  /** Whether the body of a record with these headers is wanted. */
  readonly isWanted: (headers: ReadonlyMap<string, string>) => boolean;
  readonly largestBody: number;
}

/**
 * The records of a web archive (WARC 1.0 and 1.1), and the gaps where there is none: what is broken is told once, and reading goes
 * on with the next record that begins as one.
 */
export async function* warcRecords(
  stretches: AsyncIterable<Buffer | Gap>,
  wanted: RecordsWanted,
): AsyncGenerator<WarcRecord | Gap> {
  const bytes = new ByteQueue(stretches);
  try {
    for (;;) {
      await skipLineEnds(bytes);
      const isEnd = (await bytes.peek(1)).length === 0;
      const gap = isEnd ? bytes.passGap() : null;
      if (gap !== null) yield { gap };
      else if (isEnd) return;
      else {
        const record = await nextRecord(bytes, wanted);
        yield record;
        if ('gap' in record) await findRecord(bytes);
      }
    }
  } finally {
    await bytes.close();
  }
}

const largestHeader = 64 * 1024;
const start = Buffer.from('WARC/');

async function skipLineEnds(bytes: ByteQueue): Promise<void> {
  for (;;) {
    const held = await bytes.peek(1);
    const at = held.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
    bytes.drop(at < 0 ? held.length : at);
    if (at >= 0 || held.length === 0) return;
  }
}

/** Drops what stands before the next record, across gaps. */
async function findRecord(bytes: ByteQueue): Promise<void> {
  const next = Buffer.from('\nWARC/1.');
  for (;;) {
    const held = await bytes.peek(largestHeader);
    const at = held.indexOf(next);
    if (at >= 0) return bytes.drop(at + 1);
    // It may begin at the end of what is held.
    if (held.length >= largestHeader) bytes.drop(held.length - next.length);
    else {
      bytes.drop(held.length);
      if (bytes.passGap() === null) return;
      if ((await bytes.peek(start.length)).subarray(0, start.length).equals(start)) return;
    }
  }
}

async function nextRecord(
  bytes: ByteQueue,
  { isWanted, largestBody }: RecordsWanted,
): Promise<WarcRecord | Gap> {
  if (!(await bytes.peek(start.length)).subarray(0, start.length).equals(start)) {
    return { gap: 'a stretch of it is no record' };
  }
  const header = await headerOf(bytes);
  if (header === null) return { gap: 'the header of a record does not end' };
  const headers = headersIn(header);
  const length = headers.get('content-length') ?? '';
  const uri = headers.get('warc-target-uri') ?? 'a record';
  if (!/^\d{1,15}$/.test(length)) return { gap: `${uri}: its length is not told` };
  const size = Number(length);
  const isCut = size > largestBody;
  if (!isWanted(headers) || isCut) {
    const body = isCut
      ? Buffer.from((await bytes.peek(largestHeader)).subarray(0, largestHeader))
      : null;
    return (await bytes.skip(size)) ? { headers, body, isCut } : { gap: `${uri} is cut off` };
  }
  const held = await bytes.peek(size + 4);
  if (held.length < size) return { gap: `${uri} is cut off` };
  // Another record, or the end: where the length is wrong, the words would be those of others, too.
  const behind = held.subarray(size, size + 4).toString('latin1');
  if (!/^\r?\n\r?\n/.test(behind) && behind !== '') return { gap: `${uri}: its length is wrong` };
  const body = Buffer.from(held.subarray(0, size));
  bytes.drop(size);
  return { headers, body, isCut };
}

/** The lines before the body, which are let go of; null where they do not end. */
async function headerOf(bytes: ByteQueue): Promise<string | null> {
  for (let wanted = 4096; wanted <= largestHeader; wanted *= 2) {
    const held = await bytes.peek(wanted);
    const text = held.toString('latin1', 0, wanted);
    const end = /\r?\n\r?\n/.exec(text);
    if (end !== null) {
      bytes.drop(end.index + end[0].length);
      return Buffer.from(text.slice(0, end.index), 'latin1').toString('utf8');
    }
    if (held.length < wanted) return null;
  }
  return null;
}

/** Headers by their names in lower case; of those that are told twice, the first. The first line is none. */
export function headersIn(lines: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const unfolded = lines.replace(/\r?\n[ \t]+/g, ' ');
  for (const line of unfolded.split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}
