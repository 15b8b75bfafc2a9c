import { ask } from './ask.ts';
import type { Desk } from './desk.ts';
import { type ClaimChoice, type DraftEntry, type Edits, isSure } from './draft-entry.ts';
import { deskClaimsDocument } from './generated/documents.ts';
import type { Question } from './questions.ts';

type Duplicate = Extract<Question, { kind: 'duplicate' }>;

/**
 * The claim that a draft is accepted on. Where that would be a new one, and a claim on record says the same, whoever
 * accepts it is asked. Null where they let it be.
 */
export async function settleClaim(
  desk: Desk,
  { draft }: DraftEntry,
  { claim, claimText }: Edits,
): Promise<Partial<Edits> | null> {
  const isNew = claim === draft.claim.id && draft.claim.review === 'DRAFT';
  if (!isNew || claimText.trim() === '') return {};
  const { similarClaims } = await ask(desk.record, deskClaimsDocument, { text: claimText });
  const onRecord = similarClaims.filter((each) => isSure(each) && each.claim.id !== claim);
  if (onRecord.length === 0) return {};
  const asked = { kind: 'duplicate', text: claimText, onRecord } as const;
  const chosen = await desk.question<Duplicate>(asked);
  if (chosen === null) return null;
  return chosen === 'new' ? {} : { claim: chosen };
}

/** A claim that somebody records by hand: where a new one is told that is on record already, they are asked. */
export async function settleNewClaim(desk: Desk, choice: ClaimChoice): Promise<ClaimChoice | null> {
  if (choice.kind === 'known') return choice;
  const { similarClaims } = await ask(desk.record, deskClaimsDocument, { text: choice.text });
  const onRecord = similarClaims.filter(isSure);
  if (onRecord.length === 0) return choice;
  const asked = { kind: 'duplicate', text: choice.text, onRecord } as const;
  const chosen = await desk.question<Duplicate>(asked);
  if (chosen === null || chosen === 'new') return chosen === null ? null : choice;
  const known = onRecord.find(({ claim }) => claim.id === chosen);
  return known ? { kind: 'known', id: chosen, text: known.claim.text } : null;
}
