import { inArray } from 'drizzle-orm';
import { actorsOneWith, claimsOneWith } from '../queries/identity.ts';
import type { StanceNamed } from '../queries/named.ts';
import { standingFacts } from '../queries/standing-facts.ts';
import { AlreadyWithdrawn, InputInvalid } from '../rules/errors.ts';
import { furtherEvidenceReason, turnBetween } from '../rules/further-evidence.ts';
import type { RecordedEvidence } from '../rules/record-view.ts';
import type { Ref } from '../rules/reference.ts';
import { cited } from '../rules/sentence.ts';
import { recordHeld } from '../rules/standing-held.ts';
import type { Review } from '../rules/vocabulary.ts';
import { type StanceRow, stances } from '../tables/stance.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptAffiliations } from './accept-affiliations.ts';
import { addEvidence } from './add-evidence.ts';
import { markStanceReviewed } from './mark-reviewed.ts';
import { recordViewOf, stanceAt } from './reference.ts';
import { rejectIdleClaim } from './review-claim.ts';
import { wordsInForce } from './words-in-force.ts';

interface Acceptance {
  readonly evidenceOf: Ref;
  readonly review: Review;
  readonly reason: string | null;
  /** What was edited of the draft, as it was before. */
  readonly before: object;
}

const path = ['evidenceOf'];

/**
 * Accepts a draft as further evidence of a stance on record of the same actor, claim and kind: its words show that one
 * from now on, and the draft itself is rejected for that reason, so that it is not drafted again.
 * @throws InputInvalid, AlreadyWithdrawn
 */
export async function acceptAsEvidence(
  tx: WriteTx,
  draft: StanceNamed,
  { evidenceOf, review, reason, before }: Acceptance,
): Promise<Recorded> {
  if (review === 'DRAFT') {
    throw new InputInvalid('What is accepted as evidence is no draft any more.', ['review']);
  }
  if (draft.review !== 'DRAFT') {
    throw new InputInvalid('Only a draft is accepted as further evidence.', path);
  }
  const known = await stanceAt(tx, evidenceOf, path);
  if (known.withdrawnAt !== null) {
    throw new AlreadyWithdrawn({ noun: 'stance', reference: known.slug }, path);
  }
  if (known.review !== 'VERIFIED') {
    throw new InputInvalid(`The stance ${cited(known.slug)} is not verified.`, path);
  }
  const rows = await rowsOf(tx, [draft.key, known.key]);
  await assertSameStance(tx, rows, known.slug);
  const shown = await wordsInForce(tx, draft);

  const { key, id } = draft;
  await acceptAffiliations(tx, key);
  const at = tx.tick();
  const because = furtherEvidenceReason(known.slug, reason);
  const { claim } = rows[0];
  const judged = { review: 'REJECTED', reason: because, before, at, claim } as const;
  const seq = await markStanceReviewed(tx, draft, judged);
  for (const claim of new Set([draft.claim, rows[0].claim])) {
    await rejectIdleClaim(tx, claim, at);
    tx.touch(claim);
  }
  const articles = await recordViewOf(tx, (names) => {
    for (const { article } of shown) names.articles.slug.add(article);
  });
  for (const piece of shown) {
    const { outlet } = articles.article({ slug: piece.article }, path);
    await addEvidence(tx, evidenceFor(known, piece, outlet?.slug));
  }
  return { noun: 'stance', key, id, created: false, seq };
}

type DraftAndKnown = readonly [draft: StanceRow, known: StanceRow];

/** The draft, as it was edited, and the stance on record. */
async function rowsOf(
  tx: WriteTx,
  [draft, known]: readonly [number, number],
): Promise<DraftAndKnown> {
  const rows = await tx.drizzle
    .select()
    .from(stances)
    .where(inArray(stances.key, [draft, known]));
  const found = [draft, known].map((key) => rows.find((row) => row.key === key));
  const [one, other] = found;
  if (one === undefined || other === undefined) throw new Error('A stance is gone.');
  return [one, other];
}

/** Passes when both say the same, and the actor did not turn in between. @throws InputInvalid */
async function assertSameStance(
  tx: WriteTx,
  [draft, known]: DraftAndKnown,
  slug: string,
): Promise<void> {
  const sameActors = await tx.reader.read(actorsOneWith, { actor: known.actor });
  const sameClaims = await tx.reader.read(claimsOneWith, { claim: known.claim });
  const actors = new Set(sameActors.map(({ key }) => key));
  const claims = new Set(sameClaims.map(({ key }) => key));
  const differing = [
    ...(actors.has(draft.actor) ? [] : ['actor']),
    ...(claims.has(draft.claim) ? [] : ['claim']),
    ...(draft.kind === known.kind ? [] : ['kind']),
  ];
  if (differing.length > 0) {
    const because = `The stance ${cited(slug)} has another ${differing.join(', ')} than the draft.`;
    throw new InputInvalid(because, path);
  }
  const record = recordHeld(await standingFacts(tx.reader, [known.claim]), null);
  const own = record.stancesOn(known.claim).filter(({ facts }) => actors.has(facts.actor));
  const held = ({ key }: StanceRow) => own.find(({ facts }) => facts.stance === key);
  const [words, before] = [held(draft), held(known)];
  if (words === undefined || before === undefined) throw new Error('A stance has no facts.');
  const turn = turnBetween(before, words, own);
  if (turn === null) return;
  const because = `Between the stance ${cited(slug)} and these words the actor took another: ${turn.facts.kind}.`;
  throw new InputInvalid(because, path);
}

/**
 * A piece of a draft's evidence as one of the stance on record: its chain ends under that one's name, and is that alone
 * where it is the outlet's.
 */
function evidenceFor(known: StanceNamed, piece: RecordedEvidence, outlet: string | undefined) {
  const before = outlet === known.actorSlug ? [] : piece.attribution.slice(0, -1);
  const own = before.indexOf(known.actorSlug);
  const above = own < 0 ? before : before.slice(0, own);
  const { quote, start, end, mode, cue, spokenLanguage, confidence, extractor } = piece;
  return {
    stance: { id: known.id },
    article: { slug: piece.article },
    attribution: [...above, known.actorSlug].map((slug) => ({ slug })),
    quote,
    start,
    end,
    mode,
    cue,
    spokenLanguage,
    confidence,
    extractor,
  };
}
