import { linkClaims } from '../../db/commands/link-claims.ts';
import { revokeClaimLink } from '../../db/commands/revoke-claim-link.ts';
import { claimLinksByKey } from '../../db/queries/claim-link.ts';
import { AlreadyWithdrawn } from '../../db/rules/errors.ts';
import { builder } from '../builder.ts';
import { idempotencyKey, ifUnchangedSince, recordMutation } from '../changing/mutation.ts';
import { Reason, Ref } from '../changing/ref.ts';
import { ClaimLinkKind, Judgement, LinkEnd } from '../enums.ts';
import { ClaimLink } from '../objects.ts';

const link = {
  field: 'link',
  description: 'The link, as it is now on record.',
  type: ClaimLink,
  byKey: claimLinksByKey,
};

recordMutation('linkClaims', {
  description: 'Puts a judged relation between two claims on record. It can be revoked.',
  thing: link,
  input: builder.inputType('LinkClaimsInput', {
    description: 'A link between claims, with the keys of the interchange format.',
    fields: (t) => ({
      from: t.field({ type: Ref, required: true, description: 'The claim that it starts at.' }),
      to: t.field({ type: Ref, required: true, description: 'The claim that it leads to.' }),
      kind: t.field({ type: ClaimLinkKind, required: true, description: 'How they relate.' }),
      judgement: t.field({ type: Judgement, required: true, description: 'How sure you are.' }),
      shown: t.field({
        type: LinkEnd,
        description:
          'Of two claims that say the same, the one to be shown: unless given, the one that was public first, else the one recorded first. Of SAME_AS links only.',
      }),
      reason: t.string({ description: 'Why.' }),
      revoked: t.field({ type: Reason, description: 'Why it was taken back, where it was.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: linkClaims,
});

recordMutation('revokeClaimLink', {
  description: 'Takes back a link between claims. It stays readable.',
  thing: link,
  input: builder.inputType('RevokeClaimLinkInput', {
    description: 'Which link, and why.',
    fields: (t) => ({
      link: t.field({ type: Ref, required: true, description: 'The link, by its id.' }),
      reason: t.string({ required: true, description: 'Why.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: revokeClaimLink,
  refusals: [AlreadyWithdrawn],
});
