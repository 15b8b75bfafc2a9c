import { builder } from '../builder.ts';
import { givenId, givenSlug, type InputFields } from '../changing/mutation.ts';
import { Reason, Ref } from '../changing/ref.ts';
import { Certainty, EvidenceMode, Review, StanceKind } from '../enums.ts';

/** The keys of a piece of evidence. */
export const evidenceFields = (t: InputFields) => ({
  article: t.field({ type: Ref, required: true, description: 'The article with the words.' }),
  quote: t.string({
    description:
      'The exact words, letter for letter as they stand in the article. Left out, they are what stands from `start` to `end`.',
  }),
  start: t.int({
    description:
      'Where the quote starts, in UTF-16 code units. Found by itself where the quote stands only once.',
  }),
  end: t.int({ description: 'Where the quote ends. Given together with `start`.' }),
  mode: t.field({
    type: EvidenceMode,
    required: true,
    description: 'How the words render what was said.',
  }),
  cue: t.string({ description: 'The word of the article that tells of the saying: “denied”.' }),
  attribution: t.field({
    type: [Ref],
    description:
      'The chain of actors, from the publisher of the article to the holder of the stance. Unless given: the article’s outlet, and the holder.',
  }),
  firstShownBy: t.field({
    type: Ref,
    description:
      'The version of the article that was the first with the words, where no text on record says it.',
  }),
  spokenLanguage: t.string({
    description: 'The language in which it was said, where the article translates.',
  }),
  confidence: t.float({ description: 'How sure a machine was of its reading, 0 to 1.' }),
  extractor: t.string({ description: 'The machine that read it, and its version: `rules/1`.' }),
  withdrawn: t.field({ type: Reason, description: 'Why it was withdrawn, where it was.' }),
});

const EvidenceInput = builder.inputType('EvidenceInput', {
  description: 'The exact words that show a stance, and through whom they reached us.',
  fields: (t) => evidenceFields(t),
});

/** When and where a stance was taken, and the curator’s reason: it can be corrected. */
export const occasionFields = (t: InputFields) => ({
  saidAt: t.field({
    type: 'DateTime',
    description: 'The moment it was said, only where the text gives one.',
  }),
  saidOn: t.field({ type: 'Date', description: 'The day it was said.' }),
  saidPhrase: t.string({ description: 'The text’s own word for the time: “on Monday”.' }),
  saidIn: t.field({
    type: Ref,
    description: 'The claim that the occasion took place: “in that call Trump said”.',
  }),
  knownBy: t.field({
    type: 'DateTime',
    description:
      'When another record first held it, where that is told. The time of a stance of which nothing else tells one.',
  }),
  note: t.string({
    description: 'The curator’s reason. A stance without evidence needs one.',
  }),
});

/** The keys of a stance, its claim apart. */
export const stanceFields = (t: InputFields) => ({
  id: givenId(t),
  slug: givenSlug(t),
  actor: t.field({ type: Ref, required: true, description: 'Who holds it.' }),
  kind: t.field({ type: StanceKind, required: true, description: 'How the actor stands.' }),
  certainty: t.field({
    type: Certainty,
    required: true,
    description: 'How sure the speaker sounds.',
  }),
  ...occasionFields(t),
  review: t.field({ type: Review, description: 'How it was judged; VERIFIED unless given.' }),
  withdrawn: t.field({ type: Reason, description: 'Why it was withdrawn, where it was.' }),
  evidence: t.field({ type: [EvidenceInput], description: 'The words that show it.' }),
});

/** A stance that comes with its claim. */
export const StanceInput = builder.inputType('StanceInput', {
  description: 'How an actor stands to the claim that it comes with.',
  fields: (t) => stanceFields(t),
});
