import type { EvidenceContent } from '../rules/evidence-content.ts';
import { issueOf } from '../rules/issue.ts';
import type { StanceContent } from '../rules/stance-content.ts';
import { effectiveTime } from '../rules/stance-time.ts';
import type { EvidenceFacts, StanceFacts } from '../rules/standing.ts';
import { polarityOf } from '../rules/vocabulary.ts';
import { attributions, type EvidenceRow, evidence } from '../tables/evidence.ts';
import { reviewLog } from '../tables/review.ts';
import { type StanceRow, stances } from '../tables/stance.ts';
import { addRows, insertRows, type NewRow } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { chainRows, evidenceRow } from './insert-evidence.ts';
import { keepVersionsOfNew, type NewEvidence } from './keep-versions.ts';
import { tellEvidenceWithdrawn, tellStanceWithdrawn } from './mark-withdrawn.ts';
import { newId } from './new-name.ts';
import { visibilityOf } from './visibility.ts';

/** The rows of a stance that is new, with what shows it. */
export interface NewStance {
  readonly row: StanceRow;
  readonly review: NewRow<typeof reviewLog>;
  readonly evidence: readonly EvidenceRow[];
  readonly links: readonly NewRow<typeof attributions>[];
  readonly shown: readonly NewEvidence[];
  /** The number of the event that tells of it. */
  readonly seq: number;
}

/** Where a stance comes in. */
interface Place {
  readonly claim: number;
  readonly slug: string;
  readonly key: number;
  /** The key of its first piece of evidence; the others follow. */
  readonly firstEvidence: number;
}

/** Tells of a stance that was checked, and of what of it was withdrawn before, and makes its rows. */
export function newStance(
  tx: WriteTx,
  content: StanceContent,
  { claim, slug, key, firstEvidence }: Place,
): NewStance {
  const { review } = content;
  const at = tx.tick();
  const pieces = content.evidence.map((piece, place) => ({
    content: piece,
    row: { ...evidenceRow(piece, { stance: key, at }), key: firstEvidence + place },
  }));
  const id = newId('stance', at);
  const seq = tx.append({
    type: 'STANCE_ADDED',
    noun: 'stance',
    subject: key,
    claims: [claim],
    at,
    visibility: visibilityOf(review === 'VERIFIED'),
    payload: {},
  });
  tx.touch(claim);
  const ends = withdrawnAtOnce(tx, { key, claim, review }, { content, pieces });
  return {
    row: {
      ...content,
      key,
      id,
      slug,
      claim,
      actor: content.actor.key,
      saidIn: content.saidIn?.key ?? null,
      recordedAt: at,
      ...projectionExpected(content, { claim, at }),
      ...ends.stance,
    },
    review: { claim: null, stance: key, review, reason: null, by: tx.author.token, recordedAt: at },
    evidence: ends.evidence,
    links: pieces.flatMap(({ content: piece, row }) => chainRows(piece, row.key)),
    shown: pieces.map(({ content: { article }, row }) => ({ evidence: row.key, article })),
    seq,
  };
}

/** Inserts all their rows, a statement a table; `reviews` come with those of the stances. */
export async function insertStances(
  tx: WriteTx,
  made: readonly NewStance[],
  reviews: readonly NewRow<typeof reviewLog>[] = made.map(({ review }) => review),
): Promise<void> {
  await insertRows(
    tx,
    stances,
    made.map(({ row }) => row),
  );
  await addRows(tx, reviewLog, reviews);
  await insertRows(
    tx,
    evidence,
    made.flatMap((stance) => stance.evidence),
  );
  await insertRows(
    tx,
    attributions,
    made.flatMap(({ links }) => links),
  );
  await keepVersionsOfNew(
    tx,
    made.flatMap(({ shown }) => shown),
  );
}

/** The facts of a new stance, as they will be read; null where the versions with its words have to be looked for. */
export function factsOfNew({ row, review, evidence, links, shown }: NewStance): StanceFacts | null {
  if (shown.some(({ article }) => !article.isAlone)) return null;
  const { saidAt, saidOn, saidIn, note } = row;
  return {
    stance: row.key,
    actor: row.actor,
    kind: row.kind,
    told: { saidAt, saidOn, saidIn, note },
    corrections: [],
    knownBy: row.knownBy,
    recordedAt: row.recordedAt,
    withdrawnAt: row.withdrawnAt,
    reviews: [{ review: review.review, recordedAt: review.recordedAt }],
    evidence: evidence.map(
      ({ key, article, mode, recordedAt, withdrawnAt }): EvidenceFacts => ({
        evidence: key,
        article,
        mode,
        attribution: links.flatMap((link) => (link.evidence === key ? link.actor : [])),
        versions: [article],
        recordedAt,
        withdrawnAt,
      }),
    ),
  };
}

/** Whom a stance and its chains name. */
export function actorsOf({ actor, evidence }: StanceContent): number[] {
  return [actor.key, ...evidence.flatMap(({ attribution }) => attribution.map(({ key }) => key))];
}

interface Piece {
  readonly content: EvidenceContent;
  readonly row: EvidenceRow;
}

/** Tells what was withdrawn before it came here: pieces of evidence, the stance, or this with the last of those. */
function withdrawnAtOnce(
  tx: WriteTx,
  stance: Parameters<typeof tellStanceWithdrawn>[1],
  { content, pieces }: { readonly content: StanceContent; readonly pieces: readonly Piece[] },
) {
  const evidence = pieces.map(({ row, content: { withdrawnReason } }) => {
    if (withdrawnReason === null) return row;
    const withdrawnAt = tx.tick();
    tellEvidenceWithdrawn(
      tx,
      { key: row.key, stance },
      { at: withdrawnAt, reason: withdrawnReason },
    );
    return { ...row, withdrawnAt, withdrawnReason };
  });
  const isShown =
    evidence.length === 0 || evidence.some(({ withdrawnReason }) => withdrawnReason === null);
  const reason = content.withdrawnReason ?? (isShown ? null : evidence.at(-1)?.withdrawnReason);
  if (reason === null || reason === undefined) return { evidence, stance: {} };
  const withdrawnAt = tx.tick();
  tellStanceWithdrawn(tx, stance, { at: withdrawnAt, reason });
  return { evidence, stance: { withdrawnAt, withdrawnReason: reason } };
}

/** What the projection will most often say, so that it seldom has anything to correct. */
function projectionExpected(
  { actor, kind, review, saidAt, saidOn, knownBy, evidence }: StanceContent,
  { claim, at }: { readonly claim: number; readonly at: number },
) {
  const issuedAt = issueExpected(evidence, kind);
  const time = effectiveTime({ kind, saidAt, saidOn, issuedAt, knownBy, recordedAt: at });
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
    turnedFrom: null,
    splitFrom: null,
    splitOf: null,
    withdrawnAt: null,
    withdrawnReason: null,
  };
}

/** When the earliest of these words were issued, as far as no other version of their articles has a say in it. */
function issueExpected(
  evidence: readonly EvidenceContent[],
  kind: StanceContent['kind'],
): number | null {
  const issued = evidence.flatMap(({ article: { isAlone, published } }) => {
    if (!isAlone || published === undefined) return [];
    const dates = { ...published, modifiedAt: null, modifiedOn: null };
    return issueOf(dates, { isChange: false, isRetraction: kind === 'RETRACTS' }) ?? [];
  });
  return issued.length === 0 ? null : Math.min(...issued);
}
