import { createHash } from 'node:crypto';
import type { IngestArticleInput } from '../../db/commands/ingest-article.ts';
import type { DraftsInput } from '../../db/commands/record-drafts.ts';
import { actorsCalled, draftsOfText, namesInText } from '../../db/queries/actors-called.ts';
import { actorsNamed } from '../../db/queries/named.ts';
import type { Reader } from '../../db/read/read.ts';
import { withoutArticle } from '../../db/rules/actor.ts';
import type { ArticleInput } from '../../db/rules/article-content.ts';
import { InputInvalid } from '../../db/rules/errors.ts';
import type { Ref } from '../../db/rules/reference.ts';
import { articleTextMax, assertText } from '../../db/rules/text.ts';
import type { ArticleExtractor, ReadInput } from '../context.ts';

/** An article that is to be read. */
export interface ArticleToRead extends ArticleInput {
  /** What its outlet is called, where no reference to it is given. */
  readonly publisher?: string | null | undefined;
  readonly carryEvidence?: boolean | null | undefined;
}

interface Publisher {
  readonly id: string;
  readonly name: string;
  /** Null where it is not on record. */
  readonly key: number | null;
  readonly isNew?: boolean;
  /** Stands for an outlet that is not known, in one article. */
  readonly isUnnamed?: boolean;
}

/** An article with what the extractor drafts from it. Read before the transaction, since it takes a while. */
export async function readArticle(
  { publisher: name, ...article }: ArticleToRead,
  extractor: ArticleExtractor,
  { reader, signal }: { readonly reader: Reader; readonly signal?: AbortSignal | undefined },
): Promise<IngestArticleInput> {
  const asked = { publisher: name, ...article };
  const { publisher, actors, input, readBy } = await onRecordFor(asked, extractor, reader);
  const options = signal === undefined ? {} : { signal };
  const drafts = input === null ? noDrafts : await extractor.extract(input, options);
  const onRecord = actors.map(({ id }) => id);
  if (publisher.key !== null) onRecord.push(publisher.id);
  const isFound = name && publisher.key !== null && !article.outlet && !article.creditedTo;
  return {
    ...article,
    ...(isFound && { outlet: { slug: publisher.id } }),
    extractor: readBy,
    drafts: publisher.isUnnamed ? withUnnamedPublisher(drafts, publisher.id) : drafts,
    known: Object.fromEntries(onRecord.map((slug) => [slug, { slug }])),
    newOutlet: publisher.isNew ? publisher : undefined,
  };
}

/** What the extractor is given of an article, by what is on record now; null where it drafted from it before. */
export async function inputFor(
  article: ArticleToRead,
  extractor: ArticleExtractor,
  reader: Reader,
): Promise<ReadInput | null> {
  return (await onRecordFor(article, extractor, reader)).input;
}

async function onRecordFor(article: ArticleToRead, extractor: ArticleExtractor, reader: Reader) {
  const text = textOf(article);
  const publisher = await publisherOf(reader, { ...article, text });
  const readBy = readerOf(extractor);
  const actors = await actorsIn(reader, text);
  const isRead = !article.creditedTo && (await wasRead(reader, { text, publisher, readBy }));
  const { id, name } = publisher;
  return {
    publisher,
    actors,
    readBy,
    input: isRead ? null : { text, publisher: { id, name }, actors },
  };
}

const readerOf = ({ id, version }: ArticleExtractor): string => `${id}/${version}`;

async function publisherOf(
  reader: Reader,
  { creditedTo, outlet, publisher, text }: ArticleToRead & { readonly text: string },
): Promise<Publisher> {
  const known = await publisherAt(reader, creditedTo ?? outlet);
  return known ?? (publisher ? publisherCalled(reader, publisher) : unnamed(text));
}

const noDrafts = { actors: [], claims: [], stances: [] };

/** Whether the extractor drafted from the article before: it need not read it again then. */
async function wasRead(
  reader: Reader,
  { text, publisher, readBy }: { text: string; publisher: Publisher; readBy: string },
): Promise<boolean> {
  if (publisher.isNew) return false;
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  const asked = { sha256, outlet: publisher.key ?? 0, extractor: readBy };
  const [found] = await reader.read(draftsOfText, asked);
  return found?.isThere === 1;
}

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

/** The actor that a reference names; null where none does, which the command refuses. */
async function publisherAt(reader: Reader, ref: Ref | null | undefined): Promise<Publisher | null> {
  const by = ref?.id ? 'id' : 'slug';
  const name = ref?.id ?? ref?.slug;
  if (!name) return null;
  const [found] = await reader.read(actorsNamed[by], { names: JSON.stringify([name]) });
  return found === undefined ? null : { id: found.slug, name: found.name, key: found.key };
}

/** The one outlet on record of that name or alias; a new one where there is none, or there are several. */
async function publisherCalled(reader: Reader, name: string): Promise<Publisher> {
  const names = JSON.stringify([withoutArticle(name)]);
  const called = await reader.read(actorsCalled, { names });
  const [only, another] = called.filter(({ kind }) => kind === 'OUTLET');
  if (only !== undefined && another === undefined) {
    return { id: only.slug, name: only.name, key: only.key };
  }
  return { id: `outlet-${hashOf(name)}`, name, key: null, isNew: true };
}

function unnamed(text: string): Publisher {
  return {
    id: `publisher-${hashOf(text)}`,
    name: 'Publisher (not named)',
    key: null,
    isUnnamed: true,
  };
}

/** The publisher is somebody else in every article, under the id that it has there. */
function withUnnamedPublisher(drafts: DraftsInput, id: string): DraftsInput {
  const described = { isDescribed: true, slug: id };
  const actors = drafts.actors.map((one) => (one.id === id ? { ...one, ...described } : one));
  return { ...drafts, actors };
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The actors on record that the text calls by a whole name, by the slug of whom is shown. */
async function actorsIn(reader: Reader, text: string) {
  const names = JSON.stringify([...namesInText(text)]);
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
