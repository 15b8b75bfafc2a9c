import { createHash } from 'node:crypto';
import type { Database } from '../db/client.ts';
import { tokenByHash } from '../db/queries/token.ts';
import { unauthenticated } from '../schema/coded.ts';
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
  const token = tokenIn(authorization.trim());
  const args = { hash: createHash('sha256').update(token).digest('hex') };
  let [found] = await reader.read(tokenByHash, args);
  // One that was made a moment ago may not have come to a replica yet.
  if (!found && written !== reader) [found] = await written.read(tokenByHash, args);
  if (!found)
    throw unauthenticated('This token is not known here: it is of another record, or mistyped.');
  if (found.revokedAt !== null)
    throw unauthenticated('This token was revoked: an ADMIN can make a new one.');
  const { expiresAt, key, name, role } = found;
  if (expiresAt !== null && expiresAt <= Date.now()) {
    const at = new Date(expiresAt).toISOString();
    throw unauthenticated(`This token expired at ${at}: an ADMIN can make a new one.`);
  }
  return { token: key, name, role };
}

/** The token that the header shows. @throws UNAUTHENTICATED where it shows none, with what is wrong with it */
function tokenIn(authorization: string): string {
  const [, scheme, token] = /^(?:(\w+) +)?(.*)$/s.exec(authorization) ?? [];
  const isToken = token !== undefined && /^onr_[\w-]{43}$/.test(token);
  if (isToken && scheme?.toLowerCase() === 'bearer') return token;
  if (isToken && scheme === undefined)
    throw unauthenticated('The token stands in the header without the word Bearer before it.');
  throw unauthenticated(whyNone(authorization));
}

function whyNone(authorization: string): string {
  if (/^bearer +bearer\b/i.test(authorization))
    return 'The word Bearer stands twice before the token: it is added to what is given.';
  return /^(bearer\b|onr_)/i.test(authorization)
    ? 'This is no token: one is onr_ and 43 letters, digits, hyphens and underscores after it.'
    : 'The authorization header shows no Bearer token.';
}
