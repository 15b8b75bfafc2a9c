import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { LogCorrupt } from './startup-error.ts';

/** Whether this process can only read the database at `path`: the file, or the folder of its log and its lock. */
export function isReadOnly(path: string): boolean {
  return existsSync(path) && !(mayWrite(path) && mayWrite(dirname(path)));
}

export function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the log beside the database at `path` holds anything that is not in the file. */
export function hasLog(path: string): boolean {
  return (statSync(logOf(path), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** The write-ahead log of the database at `path`. */
function logOf(path: string): string {
  return `${path}-wal`;
}

const headerBytes = 32;

/**
 * Passes when the log is one that SQLite wrote, or none. SQLite itself takes one with a damaged beginning for an empty
 * one, and starts without what was acknowledged.
 * @throws LogCorrupt
 */
export function assertLogReadable(path: string): void {
  if (!hasLog(path)) return;
  const header = Buffer.alloc(headerBytes);
  const file = openSync(logOf(path), 'r');
  try {
    readSync(file, header, 0, headerBytes, 0);
  } finally {
    closeSync(file);
  }
  // Its beginning is synced before all else: where only nothing got there, nothing was acknowledged.
  const isUnbegun = header.every((byte) => byte === 0);
  if (!isUnbegun && !isLogHeader(header)) throw new LogCorrupt(logOf(path));
}

const littleEndianMagic = 0x377f0682;
const bigEndianMagic = 0x377f0683;

/** See "The WAL File Format" in SQLite's file format: a number that stands for the order of bytes, and a checksum. */
function isLogHeader(header: Buffer): boolean {
  const magic = header.readUInt32BE(0);
  if (magic !== littleEndianMagic && magic !== bigEndianMagic) return false;
  const word = (at: number): number =>
    magic === bigEndianMagic ? header.readUInt32BE(at) : header.readUInt32LE(at);
  let [first, second] = [0, 0];
  for (let at = 0; at < 24; at += 8) {
    first = (first + word(at) + second) >>> 0;
    second = (second + word(at + 4) + first) >>> 0;
  }
  return header.readUInt32BE(24) === first && header.readUInt32BE(28) === second;
}
