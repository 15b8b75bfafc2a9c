import { recordClaim } from '../../db/commands/record-claim.ts';
import { updateClaim } from '../../db/commands/update-claim.ts';
import { withdrawClaim } from '../../db/commands/withdraw-claim.ts';
import { wordingsByKey } from '../../db/queries/claim.ts';
import { claimTexts } from '../../db/queries/similar.ts';
import {
  AlreadyWithdrawn,
  AttributionBroken,
  EvidenceRequired,
  QuoteAmbiguous,
  QuoteNotInArticle,
} from '../../db/rules/errors.ts';
import { builder } from '../builder.ts';
import {
  givenId,
  givenSlug,
  idempotencyKey,
  ifUnchangedSince,
  recordMutation,
  slugGiven,
} from '../changing/mutation.ts';
import { Reason, Ref } from '../changing/ref.ts';
import { ClaimKind, Review } from '../enums.ts';
import { Claim } from '../objects.ts';
import { keyArgs, readFor, whenRead } from '../reading/edge.ts';
import { StanceInput } from '../stance/stance-input.ts';
import { ClaimMatch, candidateCount, claimsLikeText } from './similar.ts';

const claim = {
  field: 'claim',
  description: 'The claim, as it is now on record.',
  type: Claim,
  byKey: wordingsByKey,
};

const RecordClaimPayload = recordMutation('recordClaim', {
  description:
    'Puts a claim on record, with its first stances, all or nothing. The same slug with the same content is on record already.',
  thing: claim,
  input: builder.inputType('RecordClaimInput', {
    description: 'A claim, with the keys of the interchange format, and its first stances.',
    fields: (t) => ({
      id: givenId(t),
      slug: givenSlug(t),
      text: t.string({
        required: true,
        description: 'One self-contained proposition that can be affirmed or rejected.',
      }),
      kind: t.field({ type: ClaimKind, required: true, description: 'What sort of claim it is.' }),
      language: t.string({ required: true, description: 'The language of its text: `en`.' }),
      topics: t.stringList({ description: 'What it is about, for filters.' }),
      concerns: t.field({
        type: [Ref],
        description: 'The actors whom it bears on, and who could answer it.',
      }),
      happenedFrom: t.field({ type: 'Date', description: 'The first day that it speaks of.' }),
      happenedUntil: t.field({ type: 'Date', description: 'The last day that it speaks of.' }),
      review: t.field({ type: Review, description: 'How it was judged; VERIFIED unless given.' }),
      withdrawn: t.field({ type: Reason, description: 'Why it was withdrawn, where it was.' }),
      stances: t.field({
        type: [StanceInput],
        description: 'The first stances on it, reviewed as the claim is unless they say otherwise.',
      }),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: (tx, input) =>
    recordClaim(tx, {
      ...input,
      slug: slugGiven(input),
      stances: input.stances?.map((stance, index) => ({
        ...stance,
        slug: slugGiven(stance, ['stances', String(index)]),
      })),
    }),
  refusals: [QuoteNotInArticle, QuoteAmbiguous, AttributionBroken, EvidenceRequired],
});

builder.objectField(RecordClaimPayload, 'similar', (t) =>
  t.field({
    type: [ClaimMatch],
    description:
      'What on record it may say again, at most 5, the best first; none of those that are judged to say the same, or not to. Nothing is linked by itself.',
    resolve: ({ key }, _args, context, info) =>
      whenRead(context.reader.read(claimTexts, keyArgs([key], context)), ([claim]) =>
        whenRead(
          claimsLikeText(claim?.text ?? '', { first: candidateCount(null), but: key }, context),
          (rows) => readFor(rows, { context, info }),
        ),
      ),
  }),
);

recordMutation('updateClaim', {
  description:
    'Corrects the wording of a claim or what is told of it. The event keeps the old values.',
  thing: claim,
  input: builder.inputType('UpdateClaimInput', {
    description:
      'What is left out stays as it is; null makes a date, the topics or those concerned unknown.',
    fields: (t) => ({
      claim: t.field({ type: Ref, required: true, description: 'The claim.' }),
      text: t.string({ description: 'The proposition; null leaves it.' }),
      kind: t.field({ type: ClaimKind, description: 'What sort of claim it is; null leaves it.' }),
      language: t.string({ description: 'The language of its text; null leaves it.' }),
      topics: t.stringList({ description: 'All that it is about.' }),
      concerns: t.field({ type: [Ref], description: 'All the actors whom it bears on.' }),
      happenedFrom: t.field({ type: 'Date', description: 'The first day that it speaks of.' }),
      happenedUntil: t.field({ type: 'Date', description: 'The last day that it speaks of.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: updateClaim,
});

recordMutation('withdrawClaim', {
  description: 'Takes a claim that the record had wrong out of its lists. It stays readable.',
  thing: claim,
  input: builder.inputType('WithdrawClaimInput', {
    description: 'Which claim, and why.',
    fields: (t) => ({
      claim: t.field({ type: Ref, required: true, description: 'The claim.' }),
      reason: t.string({ required: true, description: 'Why.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: withdrawClaim,
  refusals: [AlreadyWithdrawn],
});
