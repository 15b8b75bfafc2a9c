import type { DraftsInput } from '../../db/commands/drafts-input.ts';
import type { IngestArticleInput } from '../../db/commands/ingest-article.ts';
import { actorsCalled, namesInText } from '../../db/queries/actors-called.ts';
import type { Reader } from '../../db/read/read.ts';
import type { ArticleInput } from '../../db/rules/article-content.ts';
import { InputInvalid } from '../../db/rules/errors.ts';
import { assertLanguage, isOneLanguage } from '../../db/rules/language.ts';
import { articleTextMax, assertText } from '../../db/rules/text.ts';
import {
  isEnglish,
  notAsDeclared,
  notReadBecause,
  recordOnlyHint,
} from '../../extract/words/language.ts';
import { legible } from '../../extract/words/legible.ts';
import type { ReadDrafts, ReadInput, TextExtractor } from '../context.ts';
import type { ArticleWithText } from './page-article.ts';
import { publishersOf } from './publishers.ts';

/** An article that was read: what is recorded, and what of it was read otherwise than it was told, a sentence each. */
export interface ArticleRead {
  readonly article: IngestArticleInput;
  readonly notes: readonly string[];
}

/** An article with what the extractor drafts from it. Read before the transaction, since it takes a while. */
export async function readArticle(
  given: ArticleWithText,
  extractor: TextExtractor,
  { reader, signal }: Reading,
): Promise<ArticleRead> {
  const told = await toldOf(given, extractor, { reader, signal });
  const { article, outlet, agency, isOnRecord, voice, actors } = told;
  const { notes: onReading = [], ...drafts } =
    told.input === null ? noDrafts : await extractor.extract(told.input, { signal });
  const onRecord = [...actors.map(({ id }) => id), ...(voice.key === null ? [] : [voice.id])];
  return {
    article: {
      ...article,
      ...(!article.outlet && outlet.key !== null && { outlet: { slug: outlet.id } }),
      ...(!isOnRecord && agency?.key && { creditedTo: article.creditedTo ?? { slug: agency.id } }),
      extractor: told.readBy,
      drafts: voice.isUnnamed ? withUnnamedPublisher(drafts, voice.id) : drafts,
      known: Object.fromEntries(onRecord.map((slug) => [slug, { slug }])),
      newOutlet: outlet.isNew ? outlet : undefined,
      newAgency: agency?.isNew ? agency : undefined,
    },
    notes: [...told.notes, ...onReading],
  };
}

/** What the extractor is given of an article, by what is on record now; null where it is not to read it, or drafted from it before. */
export async function inputFor(
  given: ArticleWithText,
  extractor: TextExtractor,
  reading: Reading,
): Promise<ReadInput | null> {
  return (await toldOf(given, extractor, reading)).input;
}

interface Reading {
  readonly reader: Reader;
  readonly signal?: AbortSignal | undefined;
}

/** What is known of an article before it is read. */
async function toldOf(
  given: ArticleWithText,
  extractor: TextExtractor,
  { reader, signal }: Reading,
) {
  const { publisher, agency, creditedToName, language: declared, ...rest } = given.article;
  const { recordOnly, narrated, ...article } = rest;
  const { text } = article;
  assertReadable(text, { isRead: !recordOnly });
  if (declared) assertLanguage(declared, ['language']);
  const language = await extractor.languageOf(text, declared, { signal });
  if (!recordOnly && !isEnglish(language)) {
    throw new InputInvalid(notReadBecause(language), ['language']);
  }
  const readBy = readerOf(extractor, narrated === true);
  const publishers = await publishersOf(reader, {
    ...article,
    publisher,
    agency,
    creditedToName,
    readBy,
  });
  const voice = publishers.agency ?? publishers.outlet;
  const actors = await actorsIn(reader, text);
  const input = {
    text,
    publisher: { id: voice.id, name: voice.name },
    actors,
    ...dayOf(article),
    narrated: narrated === true,
  };
  return {
    ...publishers,
    article: { ...article, language },
    notes: [...given.notes, ...otherwise(language, declared)],
    readBy,
    voice,
    actors,
    input: publishers.isRead || recordOnly ? null : input,
  };
}

/** The day of its publication; that of a moment is its day in UTC, wherever it is read. */
function dayOf({ publishedAt, publishedOn }: Pick<ArticleInput, 'publishedAt' | 'publishedOn'>) {
  if (publishedOn) return { publishedOn };
  const moment = new Date(publishedAt ?? Number.NaN);
  if (Number.isNaN(moment.getTime())) return {};
  return { publishedOn: moment.toISOString().slice(0, 'yyyy-mm-dd'.length) };
}

/** That it is in another language than is declared, where it is. */
function otherwise(language: string, declared: string | null | undefined): readonly string[] {
  const isAsDeclared = !declared || isOneLanguage(declared, language);
  return isAsDeclared ? [] : [notAsDeclared(language, declared)];
}

/** Who reads: whoever reads narration, too, drafts more than before. */
const readerOf = ({ id, version }: TextExtractor, isNarrated: boolean): string =>
  `${id}/${version}${isNarrated ? ' narrated' : ''}`;

const noDrafts: ReadDrafts = { actors: [], claims: [], stances: [] };

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
