import { claimsShownIn } from '../queries/evidence-versions.ts';
import { claimsResting } from '../queries/projection.ts';
import { claimsOfActor, claimsOfBelonging, claimsShownBy } from '../queries/touched-claims.ts';
import type { AffiliationKind } from '../rules/vocabulary.ts';
import type { WriteTx } from '../write/transaction.ts';

/** Touches the claims that an article bears on. */
export async function touchClaimsShownBy(tx: WriteTx, article: number): Promise<void> {
  for (const { claim } of await tx.reader.read(claimsShownBy, { article })) tx.touch(claim);
}

/** Touches the claims whose stances are shown by words that stand in an article, wherever they are quoted from. */
export async function touchClaimsShownIn(tx: WriteTx, article: number): Promise<void> {
  for (const { claim } of await tx.reader.read(claimsShownIn, { article })) tx.touch(claim);
}

/** Touches the claims whose sides or origins an affiliation may fold; membership folds none. */
export async function touchClaimsOfAffiliation(
  tx: WriteTx,
  { actor, kind }: { readonly actor: number; readonly kind: AffiliationKind },
): Promise<void> {
  if (kind === 'MEMBER_OF') return;
  const claims = kind === 'SPEAKS_FOR' ? claimsOfActor : claimsOfBelonging;
  for (const { claim } of await tx.reader.read(claims, { actor })) tx.touch(claim);
}

/** Touches a claim and all that presuppose it: what it rests on has changed, and so has what they rest on. */
export async function touchClaimsResting(tx: WriteTx, claim: number): Promise<void> {
  const resting = await tx.reader.read(claimsResting, { claims: JSON.stringify([claim]) });
  for (const { key } of resting) tx.touch(key);
}
