import {
  type ClaimContent,
  type ClaimInput,
  claimContent,
  claimOnRecord,
} from '../rules/claim-content.ts';
import { claimConcerns, claims, claimTopics } from '../tables/claim.ts';
import { reviewLog } from '../tables/review.ts';
import { insertRow, insertRows } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { insertStance } from './insert-stance.ts';
import { markClaimWithdrawn } from './mark-withdrawn.ts';
import { freeSlug, newId } from './new-name.ts';
import { recordViewOf } from './reference.ts';
import { unchanged } from './unchanged.ts';
import { visibilityOf } from './visibility.ts';

/** Puts a claim on record, with its first stances. The same slug with the same content is on record already. */
export async function recordClaim(tx: WriteTx, input: ClaimInput): Promise<Recorded> {
  const view = await recordViewOf(tx, (names) => names.claim(input));
  const content = claimContent(input, view);
  const known = claimOnRecord(content, view);
  if (known !== null) return unchanged(tx, { noun: 'claim', key: known.key, id: known.id });

  const concerned = content.concerns.map(({ key }) => key);
  if (content.review === 'VERIFIED') await acceptActors(tx, concerned);
  const claim = await insertClaim(tx, content);
  const promised = content.stances.flatMap((stance) => stance.slug ?? []);
  let { review } = content;
  for (const stance of content.stances) {
    await insertStance(tx, stance, { claim: { ...claim, review }, promised });
    if (stance.review === 'VERIFIED') review = 'VERIFIED';
  }
  const reason = content.withdrawnReason;
  if (reason !== null) await markClaimWithdrawn(tx, claim, reason);
  return { noun: 'claim', key: claim.key, id: claim.id, created: true, seq: claim.seq };
}

async function insertClaim(tx: WriteTx, content: ClaimContent) {
  const at = tx.tick();
  const id = newId('claim', at);
  const slug = content.slug ?? (await freeSlug(tx, 'claim', { text: content.text }));
  const verified = content.stances.filter(({ review }) => review === 'VERIFIED');
  const isPublic = verified.length > 0;
  const row = claimRow(content, { id, slug, at });
  const key = await insertRow(tx.drizzle, claims, row);
  await insertRows(tx.drizzle, reviewLog, [
    {
      claim: key,
      stance: null,
      review: content.review,
      reason: null,
      by: tx.author.token,
      recordedAt: at,
    },
  ]);
  const topics = [...new Set(content.topics)];
  await insertRows(
    tx.drizzle,
    claimTopics,
    topics.map((topic) => ({ topic, claim: key })),
  );
  const concerned = content.concerns.map(({ key: actor }, position) => {
    return { claim: key, position, actor };
  });
  await insertRows(tx.drizzle, claimConcerns, concerned);
  const { kind, language } = content;
  const actors = [...new Set(verified.map(({ actor }) => actor.key))];
  const seq = tx.append({
    type: isPublic ? 'CLAIM_ADDED' : 'CLAIM_RECORDED',
    noun: 'claim',
    subject: key,
    at,
    visibility: visibilityOf(isPublic),
    payload: isPublic ? { kind, language, topics: content.topics, actors } : {},
  });
  tx.touch(key);
  return { key, id, slug, isPublic, seq };
}

/** The row of a claim that was checked; the projection sees to its standing at the end of the transaction. */
export function claimRow(
  { stances, ...content }: ClaimContent,
  { id, slug, at }: { readonly id: string; readonly slug: string; readonly at: number },
) {
  const isPublic = stances.some(({ review }) => review === 'VERIFIED');
  return {
    ...content,
    id,
    slug,
    recordedAt: at,
    allTopics: [...new Set(content.topics)],
    publicAt: isPublic ? at : null,
    toldAt: isPublic ? at : null,
    shown: null,
    listed: isPublic && content.withdrawnReason === null,
    ...unaddressed(at),
  };
}

/** A standing before any stance; the projection sees to it at the end of the transaction. */
function unaddressed(at: number) {
  return {
    status: 'UNADDRESSED' as const,
    onlyUnnamedSources: false,
    standingChangedAt: at,
    withdrawnAt: null,
    withdrawnReason: null,
  };
}
