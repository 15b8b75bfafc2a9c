import { asc, eq } from 'drizzle-orm';
import { slugsTaken } from '../queries/named.ts';
import { stancesOfClaim } from '../queries/stance-content.ts';
import { Conflict, InputInvalid } from '../rules/errors.ts';
import type { Review } from '../rules/vocabulary.ts';
import { claims, claimTopics } from '../tables/claim.ts';
import { reviewLog } from '../tables/review.ts';
import { insertRow, insertRows } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import {
  type ClaimContent,
  type ClaimInput,
  claimContent,
  claimDifferences,
} from './claim-content.ts';
import type { Unknown } from './field.ts';
import { insertStance } from './insert-stance.ts';
import { markClaimWithdrawn } from './mark-withdrawn.ts';
import { freeSlug, newId, slugField } from './new-name.ts';
import { assertNotRejected } from './review-claim.ts';
import { indexClaim } from './search-index.ts';
import {
  type StanceContent,
  type StanceInput,
  stanceContent,
  stanceDifferences,
} from './stance-content.ts';
import { type Row, unchanged } from './unchanged.ts';
import { visibilityOf } from './visibility.ts';

export interface RecordClaimInput extends ClaimInput {
  readonly slug?: Unknown<string>;
  /** The first stances on it; unless they say otherwise, they are reviewed as the claim is. */
  readonly stances?: Unknown<readonly StanceInput[]>;
}

interface CheckedClaim {
  readonly slug: string | null;
  readonly content: ClaimContent;
  readonly stances: readonly StanceContent[];
}

/** Puts a claim on record, with its first stances. The same slug with the same content is on record already. */
export async function recordClaim(tx: WriteTx, input: RecordClaimInput): Promise<Recorded> {
  const content = claimContent(input);
  const checked = {
    slug: slugField(input.slug, ['slug']),
    content,
    stances: await stancesOf(tx, input.stances ?? [], content.review),
  };
  const known = await claimKnown(tx, checked);
  if (known !== null) return unchanged(tx, known);

  await assertSlugsAreFree(tx, checked.stances);
  const claim = await insertClaim(tx, checked);
  const promised = checked.stances.flatMap((stance) => stance.slug ?? []);
  let { review } = content;
  for (const stance of checked.stances) {
    await insertStance(tx, stance, { claim: { ...claim, review }, promised });
    if (stance.review === 'VERIFIED') review = 'VERIFIED';
  }
  const reason = content.withdrawnReason;
  if (reason !== null) await markClaimWithdrawn(tx, claim, reason);
  return { noun: 'claim', key: claim.key, id: claim.id, created: true, seq: claim.seq };
}

async function stancesOf(
  tx: WriteTx,
  inputs: readonly StanceInput[],
  review: Review,
): Promise<StanceContent[]> {
  const contents: StanceContent[] = [];
  for (const [index, input] of inputs.entries()) {
    const path = ['stances', String(index)];
    const content = await stanceContent(tx, input, { path, review });
    if (content.review === 'VERIFIED') assertNotRejected(review, [...path, 'review']);
    if (content.slug !== null && contents.some(({ slug }) => slug === content.slug)) {
      throw new InputInvalid(`The slug ${content.slug} is given twice.`, [...path, 'slug']);
    }
    contents.push(content);
  }
  return contents;
}

async function insertClaim(tx: WriteTx, { slug, content, stances }: CheckedClaim) {
  const at = tx.tick();
  const id = newId('claim', at);
  const verified = stances.filter(({ review }) => review === 'VERIFIED');
  const isPublic = verified.length > 0;
  const row = {
    ...content,
    id,
    slug: slug ?? (await freeSlug(tx, 'claim', { text: content.text })),
    recordedAt: at,
    publicAt: isPublic ? at : null,
    listed: isPublic && content.withdrawnReason === null,
    ...unaddressed(at),
  };
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
  await indexClaim(tx, { key, text: content.text });
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
  return { key, id, slug: row.slug, isPublic, seq };
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

async function claimKnown(
  tx: WriteTx,
  { slug, content, stances }: CheckedClaim,
): Promise<Row | null> {
  if (slug === null) return null;
  const [taken] = await tx.reader.read(slugsTaken.claim, { names: JSON.stringify([slug]) });
  if (taken === undefined) return null;
  const [known] = await tx.drizzle.select().from(claims).where(eq(claims.slug, slug));
  if (known === undefined) return null;
  const [first] = await tx.drizzle
    .select({ review: reviewLog.review })
    .from(reviewLog)
    .where(eq(reviewLog.claim, known.key))
    .orderBy(asc(reviewLog.key))
    .limit(1);
  const keys = claimDifferences(known, first?.review, content);
  if (!(await areOnRecord(tx, known.key, stances))) keys.push('stances');
  if (keys.length > 0) throw new Conflict({ noun: 'claim', reference: slug, keys }, ['slug']);
  return { noun: 'claim', key: known.key, id: known.id };
}

async function areOnRecord(
  tx: WriteTx,
  claim: number,
  stances: readonly StanceContent[],
): Promise<boolean> {
  if (stances.length === 0) return true;
  const taken = await tx.reader.read(stancesOfClaim, { claim });
  return stances.every((stance) =>
    taken.some(
      (known) =>
        (stance.slug === null || stance.slug === known.slug) &&
        stanceDifferences(known, stance).length === 0,
    ),
  );
}

async function assertSlugsAreFree(tx: WriteTx, stances: readonly StanceContent[]): Promise<void> {
  const slugs = stances.flatMap(({ slug }) => slug ?? []);
  if (slugs.length === 0) return;
  const [taken] = await tx.reader.read(slugsTaken.stance, { names: JSON.stringify(slugs) });
  if (taken === undefined) return;
  const index = stances.findIndex(({ slug }) => slug === taken.slug);
  const facts = { noun: 'stance', reference: taken.slug, keys: ['claim'] };
  throw new Conflict(facts, ['stances', String(index), 'slug']);
}
