import { addEvidence } from '../../db/commands/add-evidence.ts';
import { recordStance } from '../../db/commands/record-stance.ts';
import { reviewStance } from '../../db/commands/review-stance.ts';
import { undoReview } from '../../db/commands/undo-review.ts';
import { updateStance } from '../../db/commands/update-stance.ts';
import { withdrawEvidence } from '../../db/commands/withdraw-evidence.ts';
import { withdrawStance } from '../../db/commands/withdraw-stance.ts';
import { evidenceByKey } from '../../db/queries/evidence.ts';
import { stancesByKey } from '../../db/queries/stance.ts';
import {
  AlreadyWithdrawn,
  AttributionBroken,
  ClaimRequired,
  EvidenceRequired,
  QuoteAmbiguous,
  QuoteNotInArticle,
} from '../../db/rules/errors.ts';
import { builder } from '../builder.ts';
import {
  idempotencyKey,
  ifUnchangedSince,
  recordMutation,
  slugGiven,
} from '../changing/mutation.ts';
import { Ref } from '../changing/ref.ts';
import { Certainty, ClaimKind, Review, StanceKind } from '../enums.ts';
import { Evidence, Stance } from '../objects.ts';
import { evidenceFields, occasionFields, stanceFields } from './stance-input.ts';

const stance = {
  field: 'stance',
  description: 'The stance, as it is now on record.',
  type: Stance,
  byKey: stancesByKey,
};

const evidence = {
  field: 'evidence',
  description: 'The piece of evidence, as it is now on record.',
  type: Evidence,
  byKey: evidenceByKey,
};

recordMutation('recordStance', {
  description:
    'Puts on record how an actor stands to a claim, in whose words. The same slug with the same content is on record already.',
  thing: stance,
  input: builder.inputType('RecordStanceInput', {
    description: 'A stance, with the keys of the interchange format.',
    fields: (t) => ({
      claim: t.field({ type: Ref, required: true, description: 'The claim.' }),
      ...stanceFields(t),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: (tx, input) => recordStance(tx, { ...input, slug: slugGiven(input) }),
  refusals: [QuoteNotInArticle, QuoteAmbiguous, AttributionBroken, EvidenceRequired],
});

recordMutation('updateStance', {
  description:
    'Corrects when and where a stance was taken, how sure it sounds, or its note. The event keeps the old values, and `asOf` answers for every moment before as it did then.',
  thing: stance,
  input: builder.inputType('UpdateStanceInput', {
    description:
      'What is left out stays as it is; null makes it unknown. Whose it is, on which claim and of which kind never changes.',
    fields: (t) => ({
      stance: t.field({ type: Ref, required: true, description: 'The stance.' }),
      certainty: t.field({
        type: Certainty,
        description: 'How sure the speaker sounds; null leaves it.',
      }),
      ...occasionFields(t),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: updateStance,
  refusals: [EvidenceRequired],
});

recordMutation('addEvidence', {
  description: 'Adds words that show a stance on record. The same words again are there already.',
  thing: evidence,
  input: builder.inputType('AddEvidenceInput', {
    description: 'A piece of evidence, with the keys of the interchange format, and its stance.',
    fields: (t) => ({
      stance: t.field({ type: Ref, required: true, description: 'The stance.' }),
      ...evidenceFields(t),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: addEvidence,
  refusals: [QuoteNotInArticle, QuoteAmbiguous, AttributionBroken, AlreadyWithdrawn],
});

recordMutation('withdrawEvidence', {
  description:
    'Takes back words that the record had wrong. A stance that is left without any is withdrawn with them.',
  thing: evidence,
  input: builder.inputType('WithdrawEvidenceInput', {
    description: 'Which piece of evidence, and why.',
    fields: (t) => ({
      evidence: t.field({
        type: Ref,
        required: true,
        description: 'The piece of evidence, by its id.',
      }),
      reason: t.string({ required: true, description: 'Why.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: withdrawEvidence,
  refusals: [AlreadyWithdrawn],
});

recordMutation('reviewStance', {
  description:
    'Judges a stance. Accepting one on a draft claim verifies the claim with it; a draft claim that is left without any is rejected. A draft can be edited as it is accepted, and accepted as further evidence of a stance on record; a rejected one never comes back.',
  thing: stance,
  input: builder.inputType('ReviewStanceInput', {
    description:
      'Which stance, and the judgement. The rest is what a draft that is accepted is to have instead.',
    fields: (t) => ({
      stance: t.field({ type: Ref, required: true, description: 'The stance.' }),
      review: t.field({ type: Review, required: true, description: 'The judgement.' }),
      reason: t.string({ description: 'Why.' }),
      evidenceOf: t.field({
        type: Ref,
        description:
          'The stance on record, of the same actor, claim and kind, that the words of a draft show, too: they become its evidence, and the draft is rejected for that reason. Refused where the actor took another position or retracted in between.',
      }),
      claim: t.field({ type: Ref, description: 'The claim that it is on, where it is another.' }),
      claimText: t.string({
        description: 'Other words for its claim, where that is a draft, too.',
      }),
      claimKind: t.field({ type: ClaimKind, description: 'What kind of claim such a draft is.' }),
      actor: t.field({
        type: Ref,
        description: 'Who holds it, where that is somebody else. Its chain ends there then.',
      }),
      kind: t.field({ type: StanceKind, description: 'How the actor stands.' }),
      certainty: t.field({ type: Certainty, description: 'How sure the speaker sounds.' }),
      quote: t.string({ description: 'Other words of the same article that show it.' }),
      start: t.int({
        description:
          'Where those start, in UTF-16 code units. Found by itself where the quote stands only once.',
      }),
      end: t.int({ description: 'Where they end. Given together with `start`.' }),
      attribution: t.field({
        type: [Ref],
        description:
          'Another chain of actors, from the publisher of the article to the holder of the stance.',
      }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: reviewStance,
  refusals: [AlreadyWithdrawn, ClaimRequired, QuoteNotInArticle, QuoteAmbiguous, AttributionBroken],
});

recordMutation('undoReview', {
  description:
    'Takes the judgement of a draft back, and answers the draft that is there to be judged again. One that was rejected is that draft; evidence that its words had become is withdrawn. One that was accepted is withdrawn, and its words return as another draft.',
  thing: stance,
  input: builder.inputType('UndoReviewInput', {
    description: 'Which judgement, and why it is taken back.',
    fields: (t) => ({
      stance: t.field({
        type: Ref,
        required: true,
        description: 'The stance that was drafted and judged.',
      }),
      reason: t.string({ description: 'Why: that it was judged in error, unless given.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: undoReview,
  refusals: [
    AlreadyWithdrawn,
    AttributionBroken,
    QuoteNotInArticle,
    QuoteAmbiguous,
    EvidenceRequired,
  ],
});

recordMutation('withdrawStance', {
  description: 'Takes a stance that the record had wrong out of the standing. It stays readable.',
  thing: stance,
  input: builder.inputType('WithdrawStanceInput', {
    description: 'Which stance, and why.',
    fields: (t) => ({
      stance: t.field({ type: Ref, required: true, description: 'The stance.' }),
      reason: t.string({ required: true, description: 'Why.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: withdrawStance,
  refusals: [AlreadyWithdrawn],
});
