import { createHash } from 'node:crypto';
import type { IngestArticleInput } from '../../db/commands/ingest-article.ts';
import type { DraftsInput } from '../../db/commands/record-drafts.ts';
import { actorsCalled, draftsOfText, namesInText } from '../../db/queries/actors-called.ts';
import { actorsNamed } from '../../db/queries/named.ts';
import type { Reader } from '../../db/read/read.ts';
import { withoutArticle } from '../../db/rules/actor.ts';
import { InputInvalid } from '../../db/rules/errors.ts';
import { assertLanguage, isOneLanguage } from '../../db/rules/language.ts';
import type { Ref } from '../../db/rules/reference.ts';
import { articleTextMax, assertText } from '../../db/rules/text.ts';
import {
  isEnglish,
  notAsDeclared,
  notReadBecause,
  recordOnlyHint,
} from '../../extract/words/language.ts';
import type { ArticleExtractor } from '../context.ts';
import { type ArticleToRead, articleWithText } from './page-article.ts';

/** An article that was read: what is recorded, and what of it was read otherwise than it was told, a sentence each. */
export interface ArticleRead {
  readonly article: IngestArticleInput;
  readonly notes: readonly string[];
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
  asked: ArticleToRead,
  extractor: ArticleExtractor,
  { reader, signal }: { readonly reader: Reader; readonly signal?: AbortSignal | undefined },
): Promise<ArticleRead> {
  const given = await articleWithText(asked, extractor, { signal });
  const { publisher: name, language: declared, recordOnly, ...article } = given.article;
  const { text } = article;
  assertReadable(text, { isRead: !recordOnly });
  if (declared) assertLanguage(declared, ['language']);
  const language = await extractor.languageOf(text, declared, { signal });
  if (!recordOnly && !isEnglish(language)) {
    throw new InputInvalid(notReadBecause(language), ['language']);
  }
  const publisher = await publisherOf(reader, { publisher: name, ...article });
  const readBy = readerOf(extractor);
  const actors = await actorsIn(reader, text);
  const isRead =
    recordOnly || (!article.creditedTo && (await wasRead(reader, { text, publisher, readBy })));
  const drafts = isRead
    ? noDrafts
    : await extractor.extract(
        { text, publisher: { id: publisher.id, name: publisher.name }, actors },
        { signal },
      );
  const onRecord = actors.map(({ id }) => id);
  if (publisher.key !== null) onRecord.push(publisher.id);
  const isFound = name && publisher.key !== null && !article.outlet && !article.creditedTo;
  return {
    article: {
      ...article,
      ...(isFound && { outlet: { slug: publisher.id } }),
      language,
      extractor: readBy,
      drafts: publisher.isUnnamed ? withUnnamedPublisher(drafts, publisher.id) : drafts,
      known: Object.fromEntries(onRecord.map((slug) => [slug, { slug }])),
      newOutlet: publisher.isNew ? publisher : undefined,
    },
    notes: [...given.notes, ...otherwise(language, declared)],
  };
}

/** That it is in another language than is declared, where it is. */
function otherwise(language: string, declared: string | null | undefined): readonly string[] {
  const isAsDeclared = !declared || isOneLanguage(declared, language);
  return isAsDeclared ? [] : [notAsDeclared(language, declared)];
}

/** Has the extractor read the text of an article that will be read soon, unless it drafted from it before. */
export async function readAhead(
  article: ArticleToRead,
  extractor: ArticleExtractor,
  reader: Reader,
): Promise<void> {
  const { text } = article;
  if (!text) return;
  assertReadable(text, { isRead: true });
  const publisher = await publisherOf(reader, { ...article, text });
  const isRead = await wasRead(reader, { text, publisher, readBy: readerOf(extractor) });
  if (!isRead) extractor.readAhead(text);
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

function assertReadable(text: string, { isRead }: { readonly isRead: boolean }): void {
  assertText(text, { max: articleTextMax, path: ['text'] });
  if (!isRead || text.length <= longestText) return;
  const most = longestText.toLocaleString('en');
  throw new InputInvalid(`A text of more than ${most} characters is not read. ${recordOnlyHint}`, [
    'text',
  ]);
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
