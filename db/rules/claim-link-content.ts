import { assertClaimLink } from './claim-link.ts';
import { InputInvalid } from './errors.ts';
import { eachField, type Unknown } from './field.ts';
import { type ApartBecause, assertMayBeApart, assertMayBeOne } from './identity.ts';
import { type Judged, type JudgedInput, judgedFields, judgementOnRecord } from './judged.ts';
import type { RecordedLink, RecordView, ReferredClaim } from './record-view.ts';
import type { Ref } from './reference.ts';
import type { ClaimLinkKind, LinkEnd } from './vocabulary.ts';

export interface ClaimLinkInput extends JudgedInput {
  readonly from: Ref;
  readonly to: Ref;
  readonly kind: ClaimLinkKind;
  /** Which of two claims that are the same is shown; unless told, the one public first, else the one recorded first. */
  readonly shown?: Unknown<LinkEnd>;
}

/** A link that may be recorded. */
export interface ClaimLinkContent extends Judged {
  readonly from: ReferredClaim;
  readonly to: ReferredClaim;
  readonly kind: ClaimLinkKind;
  /** Null unless the claims are the same. */
  readonly shown: LinkEnd | null;
  /** Whether it was told which is shown, and not decided here. */
  readonly isShownTold: boolean;
}

/** @throws RecordError */
export function claimLinkContent(input: ClaimLinkInput, view: RecordView): ClaimLinkContent {
  const told = eachField({
    from: () => view.claim(input.from, ['from']),
    to: () => view.claim(input.to, ['to']),
    kind: () => input.kind,
    shown: () => shownTold(input),
    ...judgedFields(input),
  });
  const { from, to, kind, shown } = told;
  assertClaimLink({ from: from.slug, to: to.slug }, []);
  const decided = kind === 'SAME_AS' ? (shown ?? firstOf(from, to)) : null;
  return { ...told, shown: decided, isShownTold: shown !== null };
}

/** The link on record that says the same. @throws Conflict when the one in force says something else */
export function claimLinkOnRecord(
  { from, to, kind, shown, isShownTold, ...judged }: ClaimLinkContent,
  view: RecordView,
): RecordedLink | null {
  const rows = view.linksFrom(from.slug).filter((row) => row.to === to.slug && row.kind === kind);
  const reference = `${from.slug} ${kind} ${to.slug}`;
  const told = isShownTold ? { shown } : {};
  return judgementOnRecord(rows, { ...judged, told }, { noun: 'link', reference });
}

function shownTold({ kind, shown }: ClaimLinkInput): LinkEnd | null {
  if (shown === undefined || shown === null) return null;
  if (kind === 'SAME_AS') return shown;
  throw new InputInvalid('Only of two claims that are the same is one shown.', ['shown']);
}

/** The end that was public first or, while neither is, recorded first. */
function firstOf(from: ReferredClaim, to: ReferredClaim): LinkEnd {
  const never = Number.POSITIVE_INFINITY;
  const [fromAt, toAt] = [from.publicAt ?? never, to.publicAt ?? never];
  if (fromAt !== toAt) return fromAt < toAt ? 'FROM' : 'TO';
  return from.order < to.order ? 'FROM' : 'TO';
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
