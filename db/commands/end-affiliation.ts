import { eq } from 'drizzle-orm';
import { assertPeriod } from '../rules/date.ts';
import { AlreadyWithdrawn, NotOnRecord } from '../rules/errors.ts';
import type { Ref } from '../rules/reference.ts';
import { affiliations } from '../tables/affiliation.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { idOf } from './reference.ts';
import { touchClaimsOfAffiliation } from './touch-claims.ts';

export interface EndAffiliationInput {
  readonly affiliation: Ref;
  /** The last day in force. */
  readonly until: string;
}

/** Records the end of an affiliation, once. */
export async function endAffiliation(tx: WriteTx, input: EndAffiliationInput): Promise<Recorded> {
  const id = idOf(input.affiliation, ['affiliation']);
  const [known] = await tx.drizzle.select().from(affiliations).where(eq(affiliations.id, id));
  const named = { noun: 'affiliation', reference: id };
  if (known === undefined) throw new NotOnRecord(named, ['affiliation']);
  if (known.endedAt !== null) throw new AlreadyWithdrawn(named, ['affiliation']);
  const { until } = input;
  assertPeriod([known.from, until], ['from', 'until'], []);

  const at = tx.tick();
  await tx.drizzle
    .update(affiliations)
    .set({ until, endedAt: at })
    .where(eq(affiliations.key, known.key));
  const seq = tx.append({
    type: 'AFFILIATION_ENDED',
    noun: 'affiliation',
    subject: known.key,
    at,
    visibility: 'PUBLIC',
    payload: { until },
  });
  await touchClaimsOfAffiliation(tx, known);
  return { noun: 'affiliation', key: known.key, id, created: false, seq };
}
