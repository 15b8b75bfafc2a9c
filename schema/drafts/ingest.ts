import { ingestArticle } from '../../db/commands/ingest-article.ts';
import { InputInvalid, QuoteNotInArticle } from '../../db/rules/errors.ts';
import { article, articleFields } from '../article/article-commands.ts';
import { builder } from '../builder.ts';
import { idempotencyKey, preparedMutation, slugGiven } from '../changing/mutation.ts';
import type { ArticleExtractor, GraphContext } from '../context.ts';
import { readArticle } from './read-article.ts';

const Payload = preparedMutation('ingestArticle', {
  description:
    'Puts an article on record and drafts the actors, claims and stances in it, in one transaction. The same article again drafts nothing again, whatever became of the drafts; another text at its address is a version of it. Drafts are for editors: see `drafts` and `reviewStance`.',
  thing: article,
  input: builder.inputType('IngestArticleInput', {
    description:
      'An article with its text, of at most 300,000 characters, with the keys of the interchange format.',
    fields: (t) => ({
      ...articleFields(t),
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
    const read = await readArticle(asked, await extractorOf(extractor ?? 'rules', context), {
      reader: context.reader,
      signal: context.cancellation.signal,
    });
    return (tx) => ingestArticle(tx, read);
  },
  refusals: [QuoteNotInArticle],
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

async function extractorOf(
  name: string,
  { openExtractor }: GraphContext,
): Promise<ArticleExtractor> {
  const found = await openExtractor(name);
  if (found !== null) return found;
  throw new InputInvalid(`There is no extractor ${name} here.`, ['extractor']);
}
