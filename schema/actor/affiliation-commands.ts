import { endAffiliation } from '../../db/commands/end-affiliation.ts';
import { recordAffiliation } from '../../db/commands/record-affiliation.ts';
import { affiliationsByKey } from '../../db/queries/affiliation.ts';
import { AlreadyWithdrawn } from '../../db/rules/errors.ts';
import { builder } from '../builder.ts';
import { idempotencyKey, ifUnchangedSince, recordMutation } from '../changing/mutation.ts';
import { Ref } from '../changing/ref.ts';
import { AffiliationKind } from '../enums.ts';
import { Affiliation } from '../objects.ts';

const affiliation = {
  field: 'affiliation',
  description: 'The affiliation, as it is now on record.',
  type: Affiliation,
  byKey: affiliationsByKey,
};

recordMutation('recordAffiliation', {
  description: 'Puts on record that an actor belongs to another, or speaks for it.',
  thing: affiliation,
  input: builder.inputType('RecordAffiliationInput', {
    description: 'An affiliation, with the keys of the interchange format.',
    fields: (t) => ({
      actor: t.field({ type: Ref, required: true, description: 'Who belongs or speaks.' }),
      of: t.field({ type: Ref, required: true, description: 'To whom, or for whom.' }),
      kind: t.field({ type: AffiliationKind, required: true, description: 'How it belongs.' }),
      role: t.string({ description: 'As what: “spokesman”.' }),
      from: t.field({ type: 'Date', description: 'Its first day, where that is known.' }),
      until: t.field({ type: 'Date', description: 'Its last day, where it has ended.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: recordAffiliation,
});

recordMutation('endAffiliation', {
  description: 'Records the end of an affiliation, once.',
  thing: affiliation,
  input: builder.inputType('EndAffiliationInput', {
    description: 'Which affiliation, and when it ended.',
    fields: (t) => ({
      affiliation: t.field({
        type: Ref,
        required: true,
        description: 'The affiliation, by its id.',
      }),
      until: t.field({ type: 'Date', required: true, description: 'Its last day.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: endAffiliation,
  refusals: [AlreadyWithdrawn],
});
