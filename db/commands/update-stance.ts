import { and, eq, isNull } from 'drizzle-orm';
import type { Ref } from '../rules/reference.ts';
import {
  assertShown,
  type StanceCorrectionInput,
  stanceCorrection,
} from '../rules/stance-content.ts';
import { evidence } from '../tables/evidence.ts';
import { type StanceRow, stances } from '../tables/stance.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { changeOf } from './change.ts';
import { recordViewOf, stanceAt } from './reference.ts';
import { unchanged } from './unchanged.ts';
import { visibilityOf } from './visibility.ts';

export interface UpdateStanceInput extends StanceCorrectionInput {
  readonly stance: Ref;
}

/**
 * Corrects when and where a stance was taken, how sure its speaker sounded, or the curator's note. Whose it is, on what
 * claim and of which kind never changes. The event keeps the old values.
 */
export async function updateStance(tx: WriteTx, input: UpdateStanceInput): Promise<Recorded> {
  const { key, id } = await stanceAt(tx, input.stance, ['stance']);
  const view = await recordViewOf(tx, (names) => names.stanceCorrection(input));
  const { saidIn, ...told } = stanceCorrection(input, view);
  const [known] = await tx.drizzle.select().from(stances).where(eq(stances.key, key));
  if (known === undefined) throw new Error(`There is no stance ${key}.`);
  const change = changeOf<StanceRow>(known, {
    ...told,
    saidIn: saidIn === undefined ? undefined : (saidIn?.key ?? null),
  });
  if (change === null) return unchanged(tx, { noun: 'stance', key, id });
  if (change.changed.note === null) {
    assertShown({ isQuoted: await isQuoted(tx, known), isNoted: false }, ['note']);
  }

  await tx.drizzle.update(stances).set(change.changed).where(eq(stances.key, key));
  const seq = tx.append({
    type: 'STANCE_CHANGED',
    noun: 'stance',
    subject: key,
    claims: [known.claim],
    at: tx.tick(),
    visibility: visibilityOf(known.review === 'VERIFIED'),
    payload: { before: change.before },
  });
  tx.touch(known.claim);
  return { noun: 'stance', key, id, created: false, seq };
}

/** Whether words show the stance; one that was withdrawn was shown by those that were withdrawn, too. */
async function isQuoted(tx: WriteTx, { key, withdrawnAt }: StanceRow): Promise<boolean> {
  const [piece] = await tx.drizzle
    .select({ key: evidence.key })
    .from(evidence)
    .where(
      and(
        eq(evidence.stance, key),
        withdrawnAt === null ? isNull(evidence.withdrawnAt) : undefined,
      ),
    )
    .limit(1);
  return piece !== undefined;
}
