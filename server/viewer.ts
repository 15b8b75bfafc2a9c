import { createHash } from 'node:crypto';
import type { Database } from '../db/client.ts';
import { type TokenFound, tokenByHash } from '../db/queries/token.ts';
import type { Reader } from '../db/read/read.ts';
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

type Readers = Pick<Database, 'isLocal' | 'reader' | 'written'>;

/** The tokens that were in force when they were shown last, by their hashes. */
type Believed = Map<string, TokenFound>;

const mostBelieved = 1000;
const believedOf = new WeakMap<Readers, Believed>();

async function holderOf(db: Readers, authorization: string): Promise<Viewer> {
  const token = tokenIn(authorization.trim());
  const hash = createHash('sha256').update(token).digest('hex');
  if (db.isLocal) return viewerIn(await lookUp(db, db.reader, hash));
  const believed = believedIn(db);
  const known = believed.get(hash);
  if (known !== undefined) return believedViewer(db, { hash, known });
  const found = await lookUp(db, db.reader, hash);
  const viewer = viewerIn(found);
  const [oldest] = believed.size < mostBelieved ? [] : believed.keys();
  if (oldest !== undefined) believed.delete(oldest);
  if (found) believed.set(hash, found);
  return viewer;
}

/** Whoever showed a token before: a libSQL server is asked for it anew with what is asked first in their name. */
function believedViewer(
  db: Readers,
  { hash, known }: { readonly hash: string; readonly known: TokenFound },
): Viewer {
  let confirmed: Promise<void> | null = null;
  const ask = async (reader: Reader): Promise<void> => {
    try {
      viewerIn(await lookUp(db, reader, hash));
    } catch (error) {
      believedIn(db).delete(hash);
      confirmed = null;
      throw error;
    }
  };
  const confirm = (reader: Reader): Promise<void> => {
    confirmed ??= ask(reader);
    return confirmed;
  };
  return { ...viewerIn(known), confirm };
}

function believedIn(db: Readers): Believed {
  const found = believedOf.get(db) ?? new Map();
  believedOf.set(db, found);
  return found;
}

async function lookUp(
  { written, isLocal }: Readers,
  reader: Reader,
  hash: string,
): Promise<TokenFound | undefined> {
  const [found] = await reader.read(tokenByHash, { hash });
  // One that was made a moment ago may not have come to a replica yet.
  if (found || isLocal || reader === written) return found;
  return (await written.read(tokenByHash, { hash }))[0];
}

/** Whose token that is. @throws UNAUTHENTICATED where it is not in force */
function viewerIn(found: TokenFound | undefined): Viewer {
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
