import { claimsShownIn } from '../queries/evidence-versions.ts';
import { claimsResting } from '../queries/projection.ts';
import { claimsNaming, claimsOfActor, claimsShownBy } from '../queries/touched-claims.ts';
import type { AffiliationKind } from '../rules/vocabulary.ts';
import type { ClaimLinkRow } from '../tables/claim-link.ts';
import type { WriteTx } from '../write/transaction.ts';

/** Touches the claims that an article bears on, as evidence or as an earlier version of what is. */
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
  // An agency's words are in others' stances: who comes to belong to whom bears on all that names either.
  if (kind !== 'SPEAKS_FOR') return touchClaimsNaming(tx, [actor]);
  for (const { claim } of await tx.reader.read(claimsOfActor, { actor })) tx.touch(claim);
}

/** Touches the claims that a confirmed link bears on, and all that rest on these; most kinds of links bear on nothing. */
export async function touchClaimsLinked(
  tx: WriteTx,
  { kind, from, to }: Pick<ClaimLinkRow, 'kind' | 'from' | 'to'>,
): Promise<void> {
  if (kind !== 'PRESUPPOSES' && kind !== 'SAME_AS') return;
  const claims = kind === 'SAME_AS' ? [from, to] : [from];
  const resting = await tx.reader.read(claimsResting, { claims: JSON.stringify(claims) });
  for (const { key } of resting) tx.touch(key);
}

/** Touches the claims whose stances, chains, granted sources, affiliations or credited copies name one of these actors. */
export async function touchClaimsNaming(tx: WriteTx, actors: readonly number[]): Promise<void> {
  const naming = await tx.reader.read(claimsNaming, { actors: JSON.stringify(actors) });
  for (const { claim } of naming) tx.touch(claim);
}
