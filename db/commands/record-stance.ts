import type { OnRecordView } from '../queries/record-view.ts';
import { type StanceOnClaimInput, stanceOnClaim, stanceOnRecord } from '../rules/stance-content.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { insertNewStances } from './insert-stance.ts';
import { recordViewOf } from './reference.ts';
import { unchangedOrNext } from './unchanged.ts';

/** Puts on record how an actor stands to a claim. The same slug with the same content is on record already. */
export async function recordStance(tx: WriteTx, input: StanceOnClaimInput): Promise<Recorded> {
  const view = await recordViewOf(tx, (names) => names.stanceOnClaim(input));
  const [recorded] = await recordStances(tx, [judgeStance(input, view)], view);
  if (recorded === undefined) throw new Error('No stance was recorded.');
  return recorded;
}

/** Judges a stance by what is on record. @throws RecordError */
export function judgeStance(input: StanceOnClaimInput, view: OnRecordView) {
  const content = stanceOnClaim(input, view);
  const claim = view.claim(input.claim, ['claim']);
  return { content, claim, known: stanceOnRecord(content, view) };
}

/** Puts on record what of these stances, each with a slug of its own, was not found there by `view`. */
export async function recordStances(
  tx: WriteTx,
  judged: readonly ReturnType<typeof judgeStance>[],
  view: OnRecordView,
): Promise<readonly Recorded[]> {
  const fresh = judged.filter(({ known }) => known === null);
  const given = judged.map(({ known }) => known && { ...known, noun: 'stance' as const });
  return unchangedOrNext(tx, given, await insertNewStances(tx, fresh, view));
}
