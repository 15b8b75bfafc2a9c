import { ingestArticle } from '../../db/commands/ingest-article.ts';
import { InputInvalid, PageInvalid, QuoteNotInArticle } from '../../db/rules/errors.ts';
import { cited } from '../../db/rules/sentence.ts';
import { articleFields, article as articleThing } from '../article/article-commands.ts';
import { builder } from '../builder.ts';
import { idempotencyKey, preparedMutation, slugGiven } from '../changing/mutation.ts';
import type { ArticleExtractor, GraphContext } from '../context.ts';
import { articleWithText } from './page-article.ts';
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
      creditedToName: t.string({
        description:
          'What the actor is called whose copy it is, where `creditedTo` is not given: the outlet on record of that name, or else a new one. What the page and the text say of it counts for nothing then.',
      }),
      narrated: t.boolean({
        description:
          'Whether what the outlet tells in its own voice is drafted, too, and not only what it says against the claims of others. False unless given.',
      }),
      carryEvidence: t.boolean({
        description:
          'Whether verified stances that earlier versions of the page show are shown by its words, too, where these stand in it. False unless given.',
      }),
      extractor: t.string({
        description:
          'Who reads it: `rules`, unless given, which reads English alone; `weights` or `llm`, the rules and a second reader, where the server has them. The text of what `llm` reads is sent to the address that the server’s owner has set, and may be waited for for minutes.',
      }),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  prepare: async (input, context) => {
    const { extractor, idempotencyKey: _key, ...told } = input;
    const asked = { ...told, slug: slugGiven(input) };
    const by = await extractorOf(extractor ?? 'rules', context);
    const { cancellation, reader } = context;
    const { signal } = cancellation;
    const given = await articleWithText(asked, by, { signal });
    const reading = readArticle(given, by, { reader, signal });
    const { article, notes } = await (by.isSlow ? cancellation.untimed(reading) : reading);
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
      'What of the page was left out or read otherwise than it says, whether its text is in another language than was declared, and what a second reader took, added and left out, or why it did not read: a sentence each, which begins with a code where something failed.',
    resolve: (recorded) => ('notes' in recorded ? (recorded.notes as readonly string[]) : []),
  }),
);

async function extractorOf(
  name: string,
  { openExtractor }: GraphContext,
): Promise<ArticleExtractor> {
  const found = await openExtractor(name);
  if (found !== null) return found;
  const because =
    name === 'llm'
      ? 'The second reader is off: the owner of the server has set no READER_URL. No text leaves it.'
      : `There is no extractor ${cited(name)} here.`;
  throw new InputInvalid(because, ['extractor']);
}
