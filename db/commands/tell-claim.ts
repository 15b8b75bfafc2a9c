import type { OnRecordView } from '../queries/record-view.ts';
import type { ClaimContent } from '../rules/claim-content.ts';
import type { Review } from '../rules/vocabulary.ts';
import type { reviewLog } from '../tables/review.ts';
import type { NewRow } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { tellClaimWithdrawn } from './mark-withdrawn.ts';
import { newId, type Room, roomForClaims, stanceToName } from './new-name.ts';
import { actorsOf, type NewStance, newStance } from './new-stance.ts';
import { visibilityOf } from './visibility.ts';

/** A claim that was told of with its stances, and is yet to be inserted. */
export interface ClaimTold {
  readonly content: ClaimContent;
  readonly claim: ReturnType<typeof newClaim>;
  readonly stances: readonly NewStance[];
  readonly reviews: readonly NewRow<typeof reviewLog>[];
  /** How it is judged after its stances. */
  readonly review: Review;
  readonly withdrawnAt: number | null;
}

/** Where a claim and its stances come in. */
interface ClaimPlace extends Room {
  readonly slug: string;
  readonly view: Pick<OnRecordView, 'maybeDrafts'>;
}

/** Tells of claims, of their stances, and of what of them was withdrawn before, one after the other. */
export async function tellClaims(
  tx: WriteTx,
  contents: readonly ClaimContent[],
  view: Pick<OnRecordView, 'maybeDrafts'>,
): Promise<readonly ClaimTold[]> {
  if (contents.length === 0) return [];
  const room = await roomForClaims(tx, contents, ({ stances }, slug) =>
    stances.map((stance) => stanceToName(stance, slug)),
  );
  const all: ClaimTold[] = [];
  let [{ claim, stance, evidence }, used] = [room.keys, 0];
  for (const [place, content] of contents.entries()) {
    const slug = room.claimSlugs[place] ?? '';
    const slugs = room.slugs.slice(used, used + content.stances.length);
    all.push(
      await tellClaim(tx, content, {
        slug,
        view,
        keys: { ...room.keys, claim, stance, evidence },
        slugs,
      }),
    );
    claim += 1;
    stance += slugs.length;
    used += slugs.length;
    evidence += content.stances.reduce((sum, one) => sum + one.evidence.length, 0);
  }
  return all;
}

async function tellClaim(
  tx: WriteTx,
  content: ClaimContent,
  { slug, view, keys, slugs }: ClaimPlace,
): Promise<ClaimTold> {
  const concerned = content.concerns.map(({ key }) => key);
  if (content.review === 'VERIFIED') await acceptActors(tx, view.maybeDrafts(concerned));
  const claim = newClaim(tx, content, { key: keys.claim, slug });
  const reviews: NewRow<typeof reviewLog>[] = [claim.review];
  const made: NewStance[] = [];
  let isVerified = content.review === 'VERIFIED';
  let firstEvidence = keys.evidence;
  for (const [place, stance] of content.stances.entries()) {
    const verifies = stance.review === 'VERIFIED';
    // The first that is verified shows everyone whom its claim concerns.
    const named = [...actorsOf(stance), ...(isVerified ? [] : concerned)];
    if (verifies) await acceptActors(tx, view.maybeDrafts(named));
    const its = { claim: claim.key, slug: slugs[place] ?? '', key: keys.stance + place };
    const one = newStance(tx, stance, { ...its, firstEvidence });
    made.push(one);
    reviews.push(one.review);
    if (verifies && !isVerified) {
      const { recordedAt } = one.row;
      reviews.push({ ...claim.review, review: 'VERIFIED', recordedAt });
    }
    isVerified ||= verifies;
    firstEvidence += stance.evidence.length;
  }
  const reason = content.withdrawnReason;
  const withdrawnAt = reason === null ? null : tx.tick();
  if (reason !== null && withdrawnAt !== null)
    tellClaimWithdrawn(tx, claim, { at: withdrawnAt, reason });
  const review = isVerified ? 'VERIFIED' : content.review;
  return { content, claim, stances: made, reviews, review, withdrawnAt };
}

/** Tells of a claim that was checked, as one with the stances of its content. */
export function newClaim(
  tx: WriteTx,
  { kind, language, topics, stances, review }: ClaimContent,
  { key, slug }: { readonly key: number; readonly slug: string },
) {
  const at = tx.tick();
  const verified = stances.filter(({ review }) => review === 'VERIFIED');
  const isPublic = verified.length > 0;
  const actors = [...new Set(verified.map(({ actor }) => actor.key))];
  const seq = tx.append({
    type: isPublic ? 'CLAIM_ADDED' : 'CLAIM_RECORDED',
    noun: 'claim',
    subject: key,
    at,
    visibility: visibilityOf(isPublic),
    payload: isPublic ? { kind, language, topics, actors } : {},
  });
  tx.touch(key);
  const reviewed = { review, reason: null, by: tx.author.token, recordedAt: at };
  return {
    key,
    id: newId('claim', at),
    slug,
    at,
    isPublic,
    review: { claim: key, stance: null, ...reviewed },
    seq,
  };
}
