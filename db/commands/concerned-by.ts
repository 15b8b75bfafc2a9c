import { asc, eq } from 'drizzle-orm';
import { claimConcerns } from '../tables/claim.ts';
import type { WriteTx } from '../write/transaction.ts';

/** The keys of the actors whom a claim bears on, in the order in which they were told. */
export async function concernedBy(tx: WriteTx, claim: number): Promise<readonly number[]> {
  const rows = await tx.drizzle
    .select({ actor: claimConcerns.actor })
    .from(claimConcerns)
    .where(eq(claimConcerns.claim, claim))
    .orderBy(asc(claimConcerns.position));
  return rows.map(({ actor }) => actor);
}
