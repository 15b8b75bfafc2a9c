import type { ClaimNamed } from '../queries/named.ts';
import type { OnRecordView } from '../queries/record-view.ts';
import type { StanceContent } from '../rules/stance-content.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { concernedBy } from './concerned-by.ts';
import { roomForStances, stanceToName } from './new-name.ts';
import { actorsOf, insertStances, type NewStance, newStance } from './new-stance.ts';
import { reviewClaim } from './review-claim.ts';

/** A stance that was checked, and the claim that it is on. */
interface StanceOn {
  readonly content: StanceContent;
  readonly claim: Pick<ClaimNamed, 'key' | 'slug' | 'review'>;
}

/**
 * Records stances that were checked, one after the other, their rows in a statement a table: their events, what of them was
 * withdrawn before; their claims are no drafts then. `view` tells what is known of whom they name.
 */
export async function insertNewStances(
  tx: WriteTx,
  stances: readonly StanceOn[],
  view: Pick<OnRecordView, 'maybeDrafts'>,
): Promise<readonly Recorded[]> {
  if (stances.length === 0) return [];
  const { keys, slugs } = await roomForStances(
    tx,
    stances.map(({ content, claim }) => stanceToName(content, claim.slug)),
  );
  const made: NewStance[] = [];
  /** The claims that come to be verified, by the first of their stances that is. */
  const verified = new Map<number, Pick<StanceOn, 'claim'> & { readonly at: number }>();
  let firstEvidence = keys.evidence;
  for (const [place, { content, claim }] of stances.entries()) {
    const verifies = content.review === 'VERIFIED';
    if (verifies) {
      const isDraft = claim.review === 'DRAFT' && !verified.has(claim.key);
      const concerned = isDraft ? await concernedBy(tx, claim.key) : [];
      const named = [...actorsOf(content), ...concerned];
      await acceptActors(tx, view.maybeDrafts(named));
    }
    const its = { claim: claim.key, slug: slugs[place] ?? '', key: keys.stance + place };
    const one = newStance(tx, content, { ...its, firstEvidence });
    made.push(one);
    firstEvidence += content.evidence.length;
    if (verifies && !verified.has(claim.key)) {
      verified.set(claim.key, { claim, at: one.row.recordedAt });
    }
  }
  await insertStances(tx, made);
  for (const { claim, at } of verified.values()) {
    await reviewClaim(tx, claim, { review: 'VERIFIED', at });
  }
  return made.map(({ row: { key, id }, seq }) => ({ noun: 'stance', key, id, created: true, seq }));
}
