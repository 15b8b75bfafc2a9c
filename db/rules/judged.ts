import { differingKeys } from './difference.ts';
import { Conflict } from './errors.ts';
import { type Because, optionalText, type Unknown } from './field.ts';
import type { Judgement } from './vocabulary.ts';

/** What was judged of a link or a merge, and why it was revoked. */
export interface Judged {
  readonly judgement: Judgement;
  readonly reason: string | null;
  readonly revokedReason: string | null;
}

/** A judgement with what else was told with it, and is compared where it is on record. */
interface JudgedToldMore extends Judged {
  readonly told?: object;
}

/** What is asked to be judged; `revoked` is given where the judgement was revoked before it came here. */
export interface JudgedInput {
  readonly judgement: Judgement;
  readonly reason?: Unknown<string>;
  readonly revoked?: Because;
}

/** How each field of a judgement is read. */
export function judgedFields({ judgement, reason, revoked }: JudgedInput) {
  return {
    judgement: () => judgement,
    reason: () => optionalText(reason, ['reason']),
    revokedReason: () => optionalText(revoked?.reason, ['revoked', 'reason']),
  };
}

/**
 * The row that says the same already: the one in force, or one that was revoked for the same reason.
 * @throws Conflict when the one in force says something else
 */
export function judgementOnRecord<Row extends Judged>(
  rows: readonly Row[],
  { told = {}, ...judged }: JudgedToldMore,
  named: { readonly noun: string; readonly reference: string },
): Row | null {
  const { judgement, reason } = judged;
  const differing = (row: Row) => differingKeys(row, { judgement, reason, ...told });
  const isSame = (row: Row) => differing(row).length === 0;
  const inForce = rows.find((row) => row.revokedReason === null);
  if (judged.revokedReason !== null) {
    const revoked = rows.find((row) => isSame(row) && row.revokedReason === judged.revokedReason);
    if (revoked !== undefined) return revoked;
    if (inForce === undefined || !isSame(inForce)) return null;
    throw new Conflict({ ...named, keys: ['revoked'] }, ['revoked']);
  }
  if (inForce === undefined || isSame(inForce)) return inForce ?? null;
  const keys = differing(inForce);
  throw new Conflict({ ...named, keys }, keys.slice(0, 1));
}
