import type { OnRecordView } from '../queries/record-view.ts';
import type { ClaimContent } from '../rules/claim-content.ts';
import type { Review } from '../rules/vocabulary.ts';
import type { reviewLog } from '../tables/review.ts';
import type { NewRow } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { tellClaimWithdrawn } from './mark-withdrawn.ts';
import { freeSlug, newId, type Room, roomForClaim, roomForNewStances } from './new-name.ts';
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
interface ClaimRoom extends Room {
  readonly slug: string;
}

/** Tells of claims, of their stances, and of what of them was withdrawn before, one after the other. */
export async function tellClaims(
  tx: WriteTx,
  contents: readonly ClaimContent[],
  view: Pick<OnRecordView, 'maybeDrafts'>,
): Promise<readonly ClaimTold[]> {
  const rooms = await roomsFor(tx, contents);
  const all: ClaimTold[] = [];
  for (const [place, content] of contents.entries()) {
    const room = rooms[place];
    if (room !== undefined) all.push(await tellClaim(tx, content, { ...room, view }));
  }
  return all;
}

/** Where each comes in: with one statement for one claim, and with one for several that have slugs. */
async function roomsFor(
  tx: WriteTx,
  contents: readonly ClaimContent[],
): Promise<readonly ClaimRoom[]> {
  const [first, second] = contents;
  if (first === undefined) return [];
  const stancesOf = ({ stances }: ClaimContent, slug: string) =>
    stances.map((stance) => {
      return { slug: stance.slug, text: `${stance.actor.slug} ${stance.kind} ${slug}` };
    });
  if (second === undefined)
    return [await roomForClaim(tx, first, (slug) => stancesOf(first, slug))];
  const named: { readonly content: ClaimContent; readonly slug: string }[] = [];
  for (const content of contents) {
    named.push({ content, slug: content.slug ?? (await freeSlug(tx, 'claim', content.text)) });
  }
  const room = await roomForNewStances(
    tx,
    named.flatMap(({ content, slug }) => stancesOf(content, slug)),
  );
  let [{ claim, stance, evidence }, used] = [room.keys, 0];
  return named.map(({ content: { stances }, slug }) => {
    const slugs = room.slugs.slice(used, used + stances.length);
    const its = { slug, slugs, keys: { claim, stance, evidence } };
    claim += 1;
    stance += slugs.length;
    used += slugs.length;
    evidence += stances.reduce((sum, one) => sum + one.evidence.length, 0);
    return its;
  });
}

async function tellClaim(
  tx: WriteTx,
  content: ClaimContent,
  { slug, view, keys, slugs }: ClaimRoom & { readonly view: Pick<OnRecordView, 'maybeDrafts'> },
): Promise<ClaimTold> {
  const concerned = content.concerns.map(({ key }) => key);
  if (content.review === 'VERIFIED') await acceptActors(tx, view.maybeDrafts(concerned));
  const claim = newClaim(tx, content, { key: keys.claim, slug });
  const reviewed = { by: tx.author.token, reason: null };
  const reviews = [
    { claim: claim.key, stance: null, review: content.review, recordedAt: claim.at, ...reviewed },
  ] as NewRow<typeof reviewLog>[];
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
      reviews.push({
        claim: claim.key,
        stance: null,
        review: 'VERIFIED',
        recordedAt,
        ...reviewed,
      });
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

function newClaim(
  tx: WriteTx,
  { kind, language, topics, stances }: ClaimContent,
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
  return { key, id: newId('claim', at), slug, at, isPublic, seq };
}
