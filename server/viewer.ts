import { createHash } from 'node:crypto';
import type { Database } from '../db/client.ts';
import { tokenByHash } from '../db/queries/token.ts';
import { codedError } from '../schema/coded.ts';
import type { Viewer } from '../schema/context.ts';

/** Whoever can open the socket beside the database file may do everything. */
export const owner: Viewer = Object.freeze({ token: null, name: 'owner', role: 'ADMIN' });

/** Who asks, by an Authorization header: nobody without one, and an error where it holds no token in force. */
export function viewerOf(
  db: Readers,
  authorization: string | null | undefined,
): Promise<Viewer> | null {
  return authorization ? holderOf(db, authorization) : null;
}

type Readers = Pick<Database, 'reader' | 'written'>;

async function holderOf({ reader, written }: Readers, authorization: string): Promise<Viewer> {
  const [, token] = /^Bearer +(onr_[\w-]{43})$/i.exec(authorization.trim()) ?? [];
  if (token === undefined) throw refused();
  const args = { hash: createHash('sha256').update(token).digest('hex') };
  let [found] = await reader.read(tokenByHash, args);
  // One that was made a moment ago may not have come to a replica yet.
  if (!found && written !== reader) [found] = await written.read(tokenByHash, args);
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
