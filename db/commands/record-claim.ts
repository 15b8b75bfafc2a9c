import type { OnRecordView } from '../queries/record-view.ts';
import { type ClaimInput, claimContent, claimOnRecord } from '../rules/claim-content.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { insertClaims, readFactsAhead } from './insert-claim.ts';
import { recordViewOf } from './reference.ts';
import { tellClaims } from './tell-claim.ts';
import { unchangedOrNext } from './unchanged.ts';

/** Puts a claim on record, with its first stances. The same slug with the same content is on record already. */
export async function recordClaim(tx: WriteTx, input: ClaimInput): Promise<Recorded> {
  const view = await recordViewOf(tx, (names) => names.claim(input));
  const [recorded] = await recordClaims(tx, [judgeClaim(input, view)], view);
  if (recorded === undefined) throw new Error('No claim was recorded.');
  return recorded;
}

/** Judges a claim by what is on record. @throws RecordError */
export function judgeClaim(input: ClaimInput, view: OnRecordView) {
  const content = claimContent(input, view);
  return { content, known: claimOnRecord(content, view) };
}

/** Puts on record what of these claims, each with slugs of its own, was not found there by `view`. */
export async function recordClaims(
  tx: WriteTx,
  judged: readonly ReturnType<typeof judgeClaim>[],
  view: OnRecordView,
): Promise<readonly Recorded[]> {
  const fresh = judged.flatMap(({ content, known }) => (known === null ? content : []));
  readFactsAhead(tx, fresh);
  const all = await tellClaims(tx, fresh, view);
  await insertClaims(tx, all);
  const recorded = all.map(({ claim: { key, id, seq } }): Recorded => {
    return { noun: 'claim', key, id, created: true, seq };
  });
  const given = judged.map(({ known }) => known && { ...known, noun: 'claim' as const });
  return unchangedOrNext(tx, given, recorded);
}
