import { assertClaimLink } from './claim-link.ts';
import { eachField } from './field.ts';
import { type ApartBecause, assertMayBeApart, assertMayBeOne } from './identity.ts';
import { type Judged, type JudgedInput, judgedFields, judgementOnRecord } from './judged.ts';
import type { RecordedLink, RecordView, ReferredClaim } from './record-view.ts';
import type { Ref } from './reference.ts';
import type { ClaimLinkKind } from './vocabulary.ts';

export interface ClaimLinkInput extends JudgedInput {
  readonly from: Ref;
  readonly to: Ref;
  readonly kind: ClaimLinkKind;
}

/** A link that may be recorded. */
export interface ClaimLinkContent extends Judged {
  readonly from: ReferredClaim;
  readonly to: ReferredClaim;
  readonly kind: ClaimLinkKind;
}

/** @throws RecordError */
export function claimLinkContent(input: ClaimLinkInput, view: RecordView): ClaimLinkContent {
  const content = eachField<ClaimLinkContent>({
    from: () => view.claim(input.from, ['from']),
    to: () => view.claim(input.to, ['to']),
    kind: () => input.kind,
    ...judgedFields(input),
  });
  assertClaimLink({ from: content.from.slug, to: content.to.slug }, []);
  return content;
}

/** The link on record that says the same. @throws Conflict when the one in force says something else */
export function claimLinkOnRecord(
  { from, to, kind, ...judged }: ClaimLinkContent,
  view: RecordView,
): RecordedLink | null {
  const rows = view.linksFrom(from.slug).filter((row) => row.to === to.slug && row.kind === kind);
  const reference = `${from.slug} ${kind} ${to.slug}`;
  return judgementOnRecord(rows, judged, { noun: 'link', reference });
}

/** What a link says of whether its two claims are one; null where it says nothing of that. */
export function identityTold({
  kind,
  judgement,
  isRevoked,
}: Pick<ClaimLinkContent, 'kind' | 'judgement'> & { readonly isRevoked: boolean }):
  | 'ONE'
  | ApartBecause
  | null {
  if (isRevoked || judgement === 'SUGGESTED') return null;
  if (kind === 'SAME_AS') return judgement === 'CONFIRMED' ? 'ONE' : 'REJECTED';
  return kind === 'CONTRADICTS' && judgement === 'CONFIRMED' ? 'CONTRADICTS' : null;
}

/**
 * Passes when a link that is not on record fits those in force. A withdrawn claim is one with none.
 * @throws InputInvalid
 */
export function assertLinkFits(content: ClaimLinkContent, view: RecordView): void {
  const { from, to, revokedReason } = content;
  const told = identityTold({ ...content, isRevoked: revokedReason !== null });
  if (told === null || isWithdrawn(from) || isWithdrawn(to)) return;
  const check = told === 'ONE' ? assertMayBeOne : assertMayBeApart;
  check({ one: from.slug, other: to.slug }, view.claimIdentities(), ['to']);
}

export function isWithdrawn({ withdrawnAt }: ReferredClaim): boolean {
  return withdrawnAt !== null && withdrawnAt !== undefined;
}
