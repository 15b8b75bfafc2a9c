import { createHash } from 'node:crypto';
import { tokenByHash } from '../db/queries/token.ts';
import type { Reader } from '../db/read/read.ts';
import { codedError } from '../schema/coded.ts';
import type { Viewer } from '../schema/context.ts';

/** Whoever can open the socket beside the database file may do everything. */
export const owner: Viewer = Object.freeze({ token: null, name: 'owner', role: 'ADMIN' });

/** Who asks, by an Authorization header: nobody without one, and an error where it holds no token in force. */
export function viewerOf(
  reader: Reader,
  authorization: string | null | undefined,
): Promise<Viewer> | null {
  return authorization ? holderOf(reader, authorization) : null;
}

async function holderOf(reader: Reader, authorization: string): Promise<Viewer> {
  const [, token] = /^Bearer +(onr_[\w-]{43})$/i.exec(authorization.trim()) ?? [];
  if (token === undefined) throw refused();
  const [found] = await reader.read(tokenByHash, {
    hash: createHash('sha256').update(token).digest('hex'),
  });
  if (
    !found ||
    found.revokedAt !== null ||
    (found.expiresAt ?? Number.POSITIVE_INFINITY) <= Date.now()
  )
    throw refused();
  return { token: found.key, name: found.name, role: found.role };
}

function refused(): Error {
  return codedError('UNAUTHENTICATED', 'This token is unknown, expired or revoked.');
}
