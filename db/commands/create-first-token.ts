import { tokens } from '../tables/token.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { type CreateTokenInput, createToken } from './create-token.ts';

/** Creates a token where there is none, revoked ones counted; null where there is. */
export async function createFirstToken(
  tx: WriteTx,
  input: CreateTokenInput,
): Promise<Recorded | null> {
  const [known] = await tx.drizzle.select({ key: tokens.key }).from(tokens).limit(1);
  return known === undefined ? createToken(tx, input) : null;
}
