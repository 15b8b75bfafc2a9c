import { eq } from 'drizzle-orm';
import { AlreadyWithdrawn, NotOnRecord } from '../rules/errors.ts';
import type { Ref } from '../rules/reference.ts';
import { tokens } from '../tables/token.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { idOf } from './reference.ts';

export interface RevokeTokenInput {
  readonly token: Ref;
}

/** Ends what a token allows, from the next request on. */
export async function revokeToken(tx: WriteTx, input: RevokeTokenInput): Promise<Recorded> {
  const id = idOf(input.token, ['token']);
  const [token] = await tx.drizzle.select().from(tokens).where(eq(tokens.id, id));
  const named = { noun: 'token', reference: id };
  if (token === undefined) throw new NotOnRecord(named, ['token']);
  if (token.revokedAt !== null) throw new AlreadyWithdrawn(named, ['token']);

  const at = tx.tick();
  await tx.drizzle.update(tokens).set({ revokedAt: at }).where(eq(tokens.key, token.key));
  const seq = tx.append({
    type: 'TOKEN_REVOKED',
    noun: 'token',
    subject: token.key,
    at,
    visibility: 'ADMINS',
    payload: { name: token.name },
  });
  return { noun: 'token', key: token.key, id, created: false, seq };
}
