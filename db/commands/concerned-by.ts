import { actorsConcerned } from '../queries/review.ts';
import type { WriteTx } from '../write/transaction.ts';

/** The keys of the actors whom a claim bears on, in the order in which they were told. */
export async function concernedBy(tx: WriteTx, claim: number): Promise<readonly number[]> {
  const rows = await tx.reader.read(actorsConcerned, { claim });
  return rows.map(({ actor }) => actor);
}
