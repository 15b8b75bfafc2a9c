import { createHash } from 'node:crypto';
import { type IngestArticleInput, ingestArticle } from '../db/commands/ingest-article.ts';
import type { RecordArticleInput } from '../db/commands/record-article.ts';
import type { Ref as Reference } from '../db/commands/reference.ts';
import { type ActorNamed, actorsNamed } from '../db/queries/named.ts';
import { actorsCalled, isCalledIn, namesMatch } from '../db/queries/similar.ts';
import type { Reader } from '../db/read.ts';
import { InputInvalid } from '../db/rules/errors.ts';
import { articleTextMax, assertText } from '../db/rules/text.ts';
import type { Extractor } from '../extract/extractor.ts';
import { article, articleFields } from './article-commands.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { idempotencyKey, preparedMutation, slugGiven } from './mutation.ts';

const Payload = preparedMutation('ingestArticle', {
  description:
    'Puts an article on record and drafts the actors, claims and stances in it, in one transaction. The same article again drafts nothing again, whatever became of the drafts. Drafts are for editors: see `drafts` and `reviewStance`.',
  thing: article,
  input: builder.inputType('IngestArticleInput', {
    description: 'An article with its text, with the keys of the interchange format.',
    fields: (t) => ({
      ...articleFields(t),
      extractor: t.string({
        description: 'Who reads it: `rules`, unless given. It reads English alone.',
      }),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  prepare: async (input, context) => {
    const { extractor, idempotencyKey: _key, ...told } = input;
    const asked = { ...told, slug: slugGiven(input) };
    const read = await readArticle(
      asked,
      await extractorOf(extractor ?? 'rules', context),
      context,
    );
    return (tx) => ingestArticle(tx, { ...asked, ...read });
  },
});

builder.objectField(Payload, 'drafted', (t) =>
  t.int({
    description: 'How many stances are drafted that were not before.',
    resolve: (recorded) => ('drafted' in recorded ? Number(recorded.drafted) : 0),
  }),
);

async function extractorOf(name: string, { openExtractor }: GraphContext): Promise<Extractor> {
  const found = await openExtractor(name);
  if (found !== null) return found;
  throw new InputInvalid(`There is no extractor ${name} here.`, ['extractor']);
}

type Read = Pick<IngestArticleInput, 'extractor' | 'drafts' | 'known'>;

/** What the extractor drafts, with the actors on record that it knew. Outside of the transaction: it takes a while. */
async function readArticle(
  input: RecordArticleInput,
  extractor: Extractor,
  { reader, signal }: GraphContext,
): Promise<Read> {
  const text = textOf(input);
  const publisher = await publisherOf(reader, input.creditedTo ?? input.outlet);
  const actors = await actorsIn(reader, text);
  const drafts = extractor.extract(
    {
      text,
      publisher:
        publisher === null
          ? unnamed(input.title, text)
          : { id: publisher.slug, name: publisher.name },
      actors: actors.map(({ slug, name, kind, aliases }) => ({ id: slug, name, kind, aliases })),
    },
    signal === undefined ? {} : { signal },
  );
  const known = [...actors, ...(publisher === null ? [] : [publisher])];
  return {
    extractor: `${extractor.id}/${extractor.version}`,
    drafts,
    known: Object.fromEntries(known.map(({ slug, key }) => [slug, key])),
  };
}

function textOf({ text, language }: RecordArticleInput): string {
  if (text === undefined || text === null) {
    throw new InputInvalid('An article to read has its text.', ['text']);
  }
  assertText(text, { max: articleTextMax, path: ['text'] });
  if (/^en\b/i.test(language)) return text;
  throw new InputInvalid('Only English can be read: record it with recordArticle.', ['language']);
}

/** Stands for an outlet that is not known, in one article. */
function unnamed(title: string, text: string): { id: string; name: string } {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { id: `publisher-${hash}`, name: `Publisher of “${title}” (not named)` };
}

/** The actor that a reference names; null where none does, which the command refuses. */
async function publisherOf(
  reader: Reader,
  ref: Reference | null | undefined,
): Promise<ActorNamed | null> {
  const by = ref?.id ? 'id' : 'slug';
  const name = ref?.id ?? ref?.slug;
  if (!name) return null;
  const [found] = await reader.read(actorsNamed[by], { names: JSON.stringify([name]) });
  return found ?? null;
}

/** The actors on record that the text calls by a whole name. */
async function actorsIn(reader: Reader, text: string) {
  const match = namesMatch(text);
  if (match === null) return [];
  const called = await reader.read(actorsCalled, { match });
  return called.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => isCalledIn(text, one)),
  );
}
