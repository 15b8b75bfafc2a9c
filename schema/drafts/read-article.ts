import type { IngestArticleInput } from '../../db/commands/ingest-article.ts';
import type { DraftsInput } from '../../db/commands/record-drafts.ts';
import { actorsCalled, namesInText } from '../../db/queries/actors-called.ts';
import type { Reader } from '../../db/read/read.ts';
import type { ArticleInput } from '../../db/rules/article-content.ts';
import { InputInvalid } from '../../db/rules/errors.ts';
import { articleTextMax, assertText } from '../../db/rules/text.ts';
import { legible } from '../../extract/words/legible.ts';
import type { ArticleExtractor } from '../context.ts';
import { type PublishersTold, publishersOf } from './publishers.ts';

/** An article that is to be read. */
export interface ArticleToRead extends ArticleInput, PublishersTold {
  readonly carryEvidence?: boolean | null | undefined;
}

/** An article with what the extractor drafts from it. Read before the transaction, since it takes a while. */
export async function readArticle(
  { publisher, agency: agencyTold, ...article }: ArticleToRead,
  extractor: ArticleExtractor,
  { reader, signal }: { readonly reader: Reader; readonly signal?: AbortSignal | undefined },
): Promise<IngestArticleInput> {
  const text = textOf(article);
  const readBy = readerOf(extractor);
  const told = { ...article, publisher, agency: agencyTold, text, readBy };
  const { outlet, agency, isRead, isOnRecord } = await publishersOf(reader, told);
  const voice = agency ?? outlet;
  const actors = await actorsIn(reader, text);
  const drafts = isRead
    ? noDrafts
    : await extractor.extract(
        { text, publisher: { id: voice.id, name: voice.name }, actors },
        signal === undefined ? {} : { signal },
      );
  const onRecord = [...actors.map(({ id }) => id), ...(voice.key === null ? [] : [voice.id])];
  return {
    ...article,
    ...(!article.outlet && outlet.key !== null && { outlet: { slug: outlet.id } }),
    ...(!isOnRecord && agency?.key && { creditedTo: article.creditedTo ?? { slug: agency.id } }),
    extractor: readBy,
    drafts: voice.isUnnamed ? withUnnamedPublisher(drafts, voice.id) : drafts,
    known: Object.fromEntries(onRecord.map((slug) => [slug, { slug }])),
    newOutlet: outlet.isNew ? outlet : undefined,
    newAgency: agency?.isNew ? agency : undefined,
  };
}

/** Has the extractor read the text of an article that will be read soon, unless it drafted from it before. */
export async function readAhead(
  article: ArticleToRead,
  extractor: ArticleExtractor,
  reader: Reader,
): Promise<void> {
  const text = textOf(article);
  const { isRead } = await publishersOf(reader, { ...article, text, readBy: readerOf(extractor) });
  if (!isRead) extractor.readAhead(text);
}

const readerOf = ({ id, version }: ArticleExtractor): string => `${id}/${version}`;

const noDrafts = { actors: [], claims: [], stances: [] };

/** Other writes wait while drafts are recorded: some two seconds for such a text, six where every sentence is one. */
const longestText = 300_000;

function textOf({ text, language }: ArticleInput): string {
  if (text === undefined || text === null) {
    throw new InputInvalid('An article to read has its text.', ['text']);
  }
  assertText(text, { max: articleTextMax, path: ['text'] });
  if (text.length > longestText) {
    const because = `A text of more than ${longestText.toLocaleString('en')} characters is not read: record it without reading.`;
    throw new InputInvalid(because, ['text']);
  }
  if (/^en\b/i.test(language)) return text;
  throw new InputInvalid('Only English can be read: record it without reading.', ['language']);
}

/** The publisher is somebody else in every article, under the id that it has there. */
function withUnnamedPublisher(drafts: DraftsInput, id: string): DraftsInput {
  const described = { isDescribed: true, slug: id };
  const actors = drafts.actors.map((one) => (one.id === id ? { ...one, ...described } : one));
  return { ...drafts, actors };
}

/** The actors on record that the text calls by a whole name, by the slug of whom is shown. */
async function actorsIn(reader: Reader, text: string) {
  const names = JSON.stringify([...namesInText(legible(text).text)]);
  const called = await reader.read(actorsCalled, { names });
  return called.map(({ slug, name, kind, aliases }) => ({
    id: slug,
    name,
    kind,
    aliases: namesIn(aliases),
  }));
}

function namesIn(json: string): readonly string[] {
  return JSON.parse(json);
}
