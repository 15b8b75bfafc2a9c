import { builder } from '../builder.ts';

/** A reference from an input to what is on record. */
export const Ref = builder.inputType('Ref', {
  isOneOf: true,
  description: 'Names something on record, by exactly one of these.',
  fields: (t) => ({
    id: t.id({ description: 'Its public id. Everything on record has one.' }),
    slug: t.string({ description: 'Its slug. Articles, actors, claims and stances have one.' }),
    sha256: t.string({
      description: 'The hash of an article’s text, in hexadecimal: the earliest article with it.',
    }),
  }),
});

/** Why something is withdrawn or revoked, where an input brings it along. */
export const Reason = builder.inputType('ReasonInput', {
  description: 'Why it was withdrawn or revoked.',
  fields: (t) => ({ reason: t.string({ required: true, description: 'The reason, for people.' }) }),
});
