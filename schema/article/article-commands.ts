import { eraseArticleText } from '../../db/commands/erase-article-text.ts';
import { recordArticle } from '../../db/commands/record-article.ts';
import { restoreArticle } from '../../db/commands/restore-article.ts';
import { updateArticle } from '../../db/commands/update-article.ts';
import { withdrawArticle } from '../../db/commands/withdraw-article.ts';
import { articlesByKey } from '../../db/queries/article.ts';
import { AlreadyWithdrawn, QuoteNotInArticle } from '../../db/rules/errors.ts';
import { builder } from '../builder.ts';
import {
  givenId,
  givenSlug,
  type InputFields,
  idempotencyKey,
  ifUnchangedSince,
  recordMutation,
  slugGiven,
} from '../changing/mutation.ts';
import { Reason, Ref } from '../changing/ref.ts';
import { Article } from '../objects.ts';

export const article = {
  field: 'article',
  description: 'The article, as it is now on record.',
  type: Article,
  byKey: articlesByKey,
};

/** What is told about an article, the text and its outlet apart: it can be corrected. */
const toldFields = (t: InputFields) => ({
  creditedTo: t.field({ type: Ref, description: 'The agency whose copy it is.' }),
  url: t.field({ type: 'URL', description: 'Its address.' }),
  byline: t.string({ description: 'Whom it names as its authors, verbatim.' }),
  publishedAt: t.field({ type: 'DateTime', description: 'When it was published.' }),
  publishedOn: t.field({
    type: 'Date',
    description: 'The day on which it was published, where that alone is certain.',
  }),
  modifiedAt: t.field({ type: 'DateTime', description: 'When its page was changed to this text.' }),
  modifiedOn: t.field({ type: 'Date', description: 'The day of that, where it alone is certain.' }),
  retrievedAt: t.field({ type: 'DateTime', description: 'When the text was fetched.' }),
  supersedes: t.field({
    type: Ref,
    description: 'The article of which this is a changed version.',
  }),
  textIsPublic: t.boolean({
    description: 'Whether everyone may read the text; only quotes of it otherwise.',
  }),
});

/** The keys of an article. */
export const articleFields = (t: InputFields) => ({
  id: givenId(t),
  slug: givenSlug(t),
  title: t.string({ required: true, description: 'Its title.' }),
  language: t.string({ required: true, description: 'The language of its text: `en`.' }),
  outlet: t.field({ type: Ref, description: 'Who published it.' }),
  ...toldFields(t),
  sha256: t.string({
    description:
      'The hash of its text in UTF-8, in hexadecimal. Needed where the text is not given.',
  }),
  text: t.string({
    description:
      'Its text, letter for letter. Without it, quotes are kept and checked when it comes.',
  }),
  alike: t.field({
    type: [Ref],
    description:
      'Articles that it is alike to, where a text is missing. Believed until both texts are on record; then they are compared.',
  }),
  withdrawn: t.field({ type: Reason, description: 'Why it was withdrawn, where it was.' }),
});

recordMutation('recordArticle', {
  description:
    'Puts one text of one outlet on record. The same text from the same outlet is on record already.',
  thing: article,
  input: builder.inputType('RecordArticleInput', {
    description: 'An article, with the keys of the interchange format.',
    fields: (t) => ({
      ...articleFields(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: (tx, input) => recordArticle(tx, { ...input, slug: slugGiven(input) }),
  refusals: [QuoteNotInArticle],
});

recordMutation('updateArticle', {
  description: 'Corrects what the record says about an article. The event keeps the old values.',
  thing: article,
  input: builder.inputType('UpdateArticleInput', {
    description:
      'What is left out stays as it is; null makes it unknown. The text and its outlet never change.',
    fields: (t) => ({
      article: t.field({ type: Ref, required: true, description: 'The article.' }),
      title: t.string({ description: 'Its title; null leaves it.' }),
      language: t.string({ description: 'The language of its text; null leaves it.' }),
      ...toldFields(t),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: updateArticle,
});

recordMutation('withdrawArticle', {
  description:
    'Takes an article that should not be on record out of every standing. It stays readable.',
  thing: article,
  input: builder.inputType('WithdrawArticleInput', {
    description: 'Which article, and why.',
    fields: (t) => ({
      article: t.field({ type: Ref, required: true, description: 'The article.' }),
      reason: t.string({ required: true, description: 'Why.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: withdrawArticle,
  refusals: [AlreadyWithdrawn],
});

recordMutation('restoreArticle', {
  description: 'Lets a withdrawn article count again.',
  thing: article,
  input: builder.inputType('RestoreArticleInput', {
    description: 'Which article.',
    fields: (t) => ({
      article: t.field({ type: Ref, required: true, description: 'The article.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: restoreArticle,
});

recordMutation('eraseArticleText', {
  description:
    'Takes the text of an article, and every quote of it, off for good: on legal request. Hash, offsets and all that rests on them stay. Answers when the database file holds the words no more, and takes the longer the larger that is; other changes wait meanwhile. Backups made before still hold them.',
  thing: article,
  input: builder.inputType('EraseArticleTextInput', {
    description: 'Which article, and why.',
    fields: (t) => ({
      article: t.field({ type: Ref, required: true, description: 'The article.' }),
      reason: t.string({ required: true, description: 'Who asked for it, and why.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: eraseArticleText,
  afterwards: (db) => db.compact(),
});
