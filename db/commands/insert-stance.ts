import type { ClaimNamed } from '../queries/named.ts';
import type { EvidenceContent } from '../rules/evidence-content.ts';
import type { StanceContent } from '../rules/stance-content.ts';
import { effectiveTime } from '../rules/stance-time.ts';
import { polarityOf } from '../rules/vocabulary.ts';
import { reviewLog } from '../tables/review.ts';
import { stances } from '../tables/stance.ts';
import { insertRow, insertRows } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { concernedBy } from './concerned-by.ts';
import { type EvidenceInserted, insertEvidence } from './insert-evidence.ts';
import {
  markEvidenceWithdrawn,
  markStanceWithdrawn,
  type StanceOfWithdrawal,
} from './mark-withdrawn.ts';
import { freeSlug, newId } from './new-name.ts';
import { reviewClaim } from './review-claim.ts';
import { visibilityOf } from './visibility.ts';

interface Beside {
  readonly claim: Pick<ClaimNamed, 'key' | 'slug' | 'review'>;
  /** The slugs of stances that are recorded beside it. */
  readonly promised?: readonly string[];
}

/** Records a stance that was checked: its rows, its event, what of it was withdrawn before; its claim is no draft then. */
export async function insertStance(
  tx: WriteTx,
  content: StanceContent,
  { claim, promised = [] }: Beside,
): Promise<Recorded> {
  const { actor, kind, review } = content;
  if (review === 'VERIFIED') {
    const concerned = claim.review === 'DRAFT' ? await concernedBy(tx, claim.key) : [];
    await acceptActors(tx, [...actorsOf(content), ...concerned]);
  }
  const at = tx.tick();
  const id = newId('stance', at);
  const text = `${actor.slug} ${kind} ${claim.slug}`;
  const slug = content.slug ?? (await freeSlug(tx, 'stance', { text, promised }));
  const row = stanceRow(content, { id, slug, claim: claim.key, at });
  const key = await insertRow(tx.drizzle, stances, row);
  await insertRows(tx.drizzle, reviewLog, [
    { claim: null, stance: key, review, reason: null, by: tx.author.token, recordedAt: at },
  ]);
  const shown = await insertEvidence(
    tx,
    content.evidence.map((piece) => ({ content: piece, stance: key, at })),
  );
  const seq = tx.append({
    type: 'STANCE_ADDED',
    noun: 'stance',
    subject: key,
    at,
    visibility: visibilityOf(review === 'VERIFIED'),
    payload: {},
  });
  tx.touch(claim.key);
  if (review === 'VERIFIED') await reviewClaim(tx, claim, { review: 'VERIFIED', at });

  await withdrawAtOnce(tx, { key, claim: claim.key, review }, { content, shown });
  return { noun: 'stance', key, id, created: true, seq };
}

interface StanceNamed {
  readonly id: string;
  readonly slug: string;
  /** The key of its claim. */
  readonly claim: number;
  readonly at: number;
}

/** The row of a stance that was checked. */
export function stanceRow(content: StanceContent, { id, slug, claim, at }: StanceNamed) {
  return {
    ...content,
    id,
    slug,
    claim,
    actor: content.actor.key,
    saidIn: content.saidIn?.key ?? null,
    recordedAt: at,
    ...projectionExpected(content, { claim, at }),
  };
}

/** Whom a stance and its chains name. */
function actorsOf({ actor, evidence }: StanceContent): number[] {
  return [actor.key, ...evidence.flatMap(chainOf)];
}

function chainOf({ attribution }: EvidenceContent): number[] {
  return attribution.map(({ key }) => key);
}

async function withdrawAtOnce(
  tx: WriteTx,
  stance: StanceOfWithdrawal,
  {
    content,
    shown,
  }: { readonly content: StanceContent; readonly shown: readonly EvidenceInserted[] },
): Promise<void> {
  for (const { key, withdrawnReason } of shown) {
    if (withdrawnReason !== null) await markEvidenceWithdrawn(tx, { key, stance }, withdrawnReason);
  }
  const isShown =
    shown.length === 0 || shown.some(({ withdrawnReason }) => withdrawnReason === null);
  const reason =
    content.withdrawnReason ?? (isShown ? null : (shown.at(-1)?.withdrawnReason ?? null));
  if (reason !== null) await markStanceWithdrawn(tx, stance, reason);
}

/** What the projection will most often say, so that it seldom has anything to correct. */
function projectionExpected(
  { actor, kind, review, saidAt, saidOn, knownBy }: StanceContent,
  { claim, at }: { readonly claim: number; readonly at: number },
) {
  const time = effectiveTime({
    kind,
    saidAt,
    saidOn,
    issuedAt: null,
    knownBy,
    recordedAt: at,
  });
  const polarity = polarityOf[kind];
  const isVerified = review === 'VERIFIED';
  return {
    polarity,
    shownClaim: claim,
    shownActor: actor.key,
    effectiveAt: time.at,
    effectiveBasis: time.basis,
    listed: isVerified,
    counting: isVerified && polarity !== 'WITHDRAWN',
    hearsay: false,
    carrierRetracted: false,
    withdrawnAt: null,
    withdrawnReason: null,
  };
}
