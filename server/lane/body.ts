import type { IncomingMessage } from 'node:http';
import { brokenOff } from '../json-request.ts';

/** The body of a request. @throws Where it is broken off. */
export function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.once('end', () => resolve(one(pieces)));
    // Also where its connection is closed before it is whole.
    request.once('error', () => reject(brokenOff()));
  });
}

function one(pieces: readonly Buffer[]): Buffer {
  const [first] = pieces;
  return first && pieces.length === 1 ? first : Buffer.concat(pieces);
}
