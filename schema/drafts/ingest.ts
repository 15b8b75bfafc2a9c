import { ingestArticle } from '../../db/commands/ingest-article.ts';
import { InputInvalid, PageInvalid, QuoteNotInArticle } from '../../db/rules/errors.ts';
import { cited } from '../../db/rules/sentence.ts';
import { articleFields, article as articleThing } from '../article/article-commands.ts';
import { builder } from '../builder.ts';
import { idempotencyKey, preparedMutation, slugGiven } from '../changing/mutation.ts';
import type { ArticleExtractor, GraphContext } from '../context.ts';
import { readArticle } from './read-article.ts';

const Payload = preparedMutation('ingestArticle', {
  description:
    'Puts an article on record and drafts the actors, claims and stances in it, in one transaction. The same article again drafts nothing again, whatever became of the drafts; another text at its address is a version of it. Drafts are for editors: see `drafts` and `reviewStance`.',
  thing: articleThing,
  input: builder.inputType('IngestArticleInput', {
    description:
      'An article with its text, of at most 300,000 characters, or with the page that it stands on; and with the keys of the interchange format, which go before what the page tells.',
    fields: (t) => ({
      ...articleFields(t),
      title: t.string({ description: 'Its title. Needed with `text`; with `page`, its own else.' }),
      language: t.string({
        description:
          'The language that its text is declared to be in, where it is: `en`. What the text itself shows goes before it; without either it is English.',
      }),
      text: t.string({ description: 'Its text, letter for letter: this or `page`.' }),
      page: t.string({
        description:
          'The bytes of the web page that it stands on, in base64, of at most 4 MiB before that: read as `onrecord ingest` reads a file. Nothing is fetched.',
      }),
      recordOnly: t.boolean({
        description:
          'Whether it is kept without being read, whatever its language: nothing is drafted. False unless given.',
      }),
      publisher: t.string({
        description:
          'What its outlet is called, where `outlet` is not given: the outlet on record of that name, or else a new one.',
      }),
      agency: t.string({
        description:
          'What the agency is called whose copy its page says that it is. Where `creditedTo` is not given, the agency is found by this, the byline, and the datelines and closing credit of the text: one on record, or one that is known everywhere; none where any of them is uncertain. `creditedTo: null` says that there is none.',
      }),
      carryEvidence: t.boolean({
        description:
          'Whether verified stances that earlier versions of the page show are shown by its words, too, where these stand in it. False unless given.',
      }),
      extractor: t.string({
        description: 'Who reads it: `rules`, unless given. It reads English alone.',
      }),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  prepare: async (input, context) => {
    const { extractor, idempotencyKey: _key, ...told } = input;
    const asked = { ...told, slug: slugGiven(input) };
    const { article, notes } = await readArticle(
      asked,
      await extractorOf(extractor ?? 'rules', context),
      {
        reader: context.reader,
        signal: context.cancellation.signal,
      },
    );
    return async (tx) => ({ ...(await ingestArticle(tx, article)), notes });
  },
  refusals: [QuoteNotInArticle, PageInvalid],
});

builder.objectField(Payload, 'drafted', (t) =>
  t.int({
    description: 'How many stances are drafted that were not before.',
    resolve: (recorded) => ('drafted' in recorded ? Number(recorded.drafted) : 0),
  }),
);

builder.objectField(Payload, 'carried', (t) =>
  t.int({
    description: 'How many pieces of evidence are carried from earlier versions of the page.',
    resolve: (recorded) => ('carried' in recorded ? Number(recorded.carried) : 0),
  }),
);

builder.objectField(Payload, 'notes', (t) =>
  t.stringList({
    description:
      'What of the page was left out or read otherwise than it says, and whether its text is in another language than was declared: a sentence each.',
    resolve: (recorded) => ('notes' in recorded ? (recorded.notes as readonly string[]) : []),
  }),
);

async function extractorOf(
  name: string,
  { openExtractor }: GraphContext,
): Promise<ArticleExtractor> {
  const found = await openExtractor(name);
  if (found !== null) return found;
  throw new InputInvalid(`There is no extractor ${cited(name)} here.`, ['extractor']);
}
