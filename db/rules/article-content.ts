import { createHash } from 'node:crypto';
import { assertDayOf, assertSha256 } from './article.ts';
import { assertSame, differingKeys } from './difference.ts';
import { InputInvalid } from './errors.ts';
import {
  type Because,
  eachField,
  languageField,
  optionalDate,
  optionalMoment,
  optionalText,
  optionalUrl,
  textField,
  type Unknown,
} from './field.ts';
import { isOneLanguage } from './language.ts';
import type { RecordedArticle, RecordView, ReferredActor, ReferredArticle } from './record-view.ts';
import type { Ref } from './reference.ts';
import { slugField } from './slug.ts';
import { articleTextMax } from './text.ts';

export interface ArticleInput {
  readonly slug?: Unknown<string>;
  readonly title: string;
  readonly language: string;
  readonly outlet?: Unknown<Ref>;
  /** The agency whose copy it is. */
  readonly creditedTo?: Unknown<Ref>;
  readonly url?: Unknown<string>;
  readonly byline?: Unknown<string>;
  readonly publishedAt?: Unknown<number>;
  /** Its day, where that alone is certain: beside `publishedAt` it is the day of that. */
  readonly publishedOn?: Unknown<string>;
  /** When the page was changed to this text. */
  readonly modifiedAt?: Unknown<number>;
  readonly modifiedOn?: Unknown<string>;
  readonly retrievedAt?: Unknown<number>;
  /** The article of which this is a changed version. */
  readonly supersedes?: Unknown<Ref>;
  readonly textIsPublic?: Unknown<boolean>;
  /** Of the text in UTF-8; needed where the text is not given. */
  readonly sha256?: Unknown<string>;
  readonly text?: Unknown<string>;
  /** Articles that it is alike to; believed until the texts of both are on record. */
  readonly alike?: Unknown<readonly Ref[]>;
  /** Given where the article was withdrawn before it came here. */
  readonly withdrawn?: Because;
  /** Given where its text was erased before it came here. */
  readonly erased?: Because;
}

/** What is told of an article that may be recorded. What is worked out from it is `columnsOfText`. */
export interface ArticleContent {
  readonly slug: string | null;
  readonly title: string;
  readonly language: string;
  readonly outlet: ReferredActor | null;
  readonly creditedTo: ReferredActor | null;
  readonly url: string | null;
  readonly byline: string | null;
  readonly publishedAt: number | null;
  readonly publishedOn: string | null;
  readonly modifiedAt: number | null;
  readonly modifiedOn: string | null;
  readonly retrievedAt: number | null;
  readonly supersedes: ReferredArticle | null;
  readonly textIsPublic: boolean;
  readonly sha256: string;
  readonly withdrawnReason: string | null;
  readonly erasedReason: string | null;
  readonly text: string | null;
  readonly alike: readonly ReferredArticle[];
}

/** What is stored of a text, wherever it comes from: when an article is recorded, completed or erased. */
export function columnsOfText(text: string | null) {
  return { text };
}

/** The hash by which a text is known. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** @throws RecordError */
export function articleContent(input: ArticleInput, view: RecordView): ArticleContent {
  const actor = (key: 'outlet' | 'creditedTo') => {
    const ref = input[key];
    return ref ? view.actor(ref, [key]) : null;
  };
  const { words, ...told } = eachField({
    slug: () => slugField(input.slug, ['slug']),
    title: () => textField(input.title, ['title']),
    language: () => languageField(input.language, ['language']),
    outlet: () => actor('outlet'),
    creditedTo: () => actor('creditedTo'),
    url: () => optionalUrl(input.url, ['url']),
    byline: () => optionalText(input.byline, ['byline']),
    publishedAt: () => optionalMoment(input.publishedAt, ['publishedAt']),
    publishedOn: () => optionalDate(input.publishedOn, ['publishedOn']),
    modifiedAt: () => optionalMoment(input.modifiedAt, ['modifiedAt']),
    modifiedOn: () => optionalDate(input.modifiedOn, ['modifiedOn']),
    retrievedAt: () => optionalMoment(input.retrievedAt, ['retrievedAt']),
    supersedes: () => supersededBy(input, view),
    textIsPublic: () => input.textIsPublic ?? false,
    alike: () =>
      (input.alike ?? []).map((ref, index) => view.article(ref, ['alike', String(index)])),
    words: () => wordsOf(input),
    withdrawnReason: () => optionalText(input.withdrawn?.reason, ['withdrawn', 'reason']),
    erasedReason: () => optionalText(input.erased?.reason, ['erased', 'reason']),
  });
  assertDatesAgree(told);
  return { ...told, ...words };
}

/** @throws InputInvalid when the article would come to supersede itself */
function supersededBy(
  { slug, supersedes }: ArticleInput,
  view: RecordView,
): ReferredArticle | null {
  if (!supersedes) return null;
  const circle = new InputInvalid('An article does not supersede itself.', ['supersedes']);
  if (slug && supersedes.slug === slug) throw circle;
  const superseded = view.superseded(supersedes, ['supersedes']);
  let older: string | null | undefined = superseded.slug;
  while (older) {
    if (older === slug) throw circle;
    older = view.recordedArticle({ slug: older })?.supersedes;
  }
  return superseded;
}

/** Passes when no day is told beside a moment of another one. @throws InputInvalid */
export function assertDatesAgree(dates: ArticleDates): void {
  const { publishedAt, publishedOn, modifiedAt, modifiedOn } = dates;
  eachField({
    publishedOn: () => assertDayOf(publishedOn, publishedAt, ['publishedOn']),
    modifiedOn: () => assertDayOf(modifiedOn, modifiedAt, ['modifiedOn']),
  });
}

type ArticleDates = Pick<
  ArticleContent,
  'publishedAt' | 'publishedOn' | 'modifiedAt' | 'modifiedOn'
>;

/** The text, where it is given, and its hash. */
function wordsOf({ text, sha256, erased }: ArticleInput): Pick<ArticleContent, 'text' | 'sha256'> {
  if (sha256 !== undefined && sha256 !== null) assertSha256(sha256, ['sha256']);
  if (text === undefined || text === null) {
    if (sha256) return { text: null, sha256 };
    throw new InputInvalid('Without the text its SHA-256 hash is needed.', ['sha256']);
  }
  if (erased) throw new InputInvalid('What was erased has no text.', ['text']);
  textField(text, ['text'], articleTextMax);
  const hash = sha256Of(text);
  if (sha256 && sha256 !== hash) {
    throw new InputInvalid(`The text has another SHA-256 hash: ${hash}.`, ['sha256']);
  }
  return { text, sha256: hash };
}

/**
 * The article on record that this one is: by its slug, or as the same text of the same outlet. A text that one of both
 * lacks is no other content, and neither are articles alike, nor what was withdrawn or erased since.
 * @throws Conflict when it is told otherwise there
 */
export function articleOnRecord(content: ArticleContent, view: RecordView): RecordedArticle | null {
  const { slug, text, alike, supersedes, withdrawnReason, erasedReason, ...told } = content;
  const outlet = content.outlet?.slug ?? null;
  const given = {
    ...told,
    outlet,
    creditedTo: content.creditedTo?.slug ?? null,
    // One that is not told may have been found since.
    ...(supersedes && { supersedes: supersedes.slug }),
  };
  const bySlug = slug === null ? undefined : view.recordedArticle({ slug });
  if (bySlug !== undefined) {
    const keys = [...differingKeys(bySlug, given), ...endsDiffering(bySlug, content)];
    assertSame(keys, { noun: 'article', reference: bySlug.slug });
    return bySlug;
  }
  const byText = view.recordedArticle({ sha256: content.sha256, outlet });
  if (byText === undefined) return null;
  // Found by its text alone: what is not told here is no other content, nor is when its page was seen again.
  const isSeenAgain = content.url !== null && content.url === byText.url;
  // The language of a text may have been told with its region, or found without.
  const isSame = (key: string) =>
    (key === 'language' && isOneLanguage(content.language, byText.language)) ||
    (isSeenAgain && seenAnew.includes(key));
  const isTold = ([key, value]: [string, unknown]) =>
    value !== null && value !== false && !isSame(key);
  const keys =
    slug === null
      ? differingKeys(byText, Object.fromEntries(Object.entries(given).filter(isTold)))
      : ['slug'];
  assertSame([...keys, ...endsDiffering(byText, content)], {
    noun: 'article',
    reference: byText.slug,
    path: ['sha256'],
  });
  return byText;
}

const seenAnew = ['publishedAt', 'publishedOn', 'modifiedAt', 'modifiedOn', 'retrievedAt'];

/** What it says otherwise of a withdrawal or an erasure; when it tells of none, there may be one since. */
function endsDiffering(known: RecordedArticle, given: ArticleContent): string[] {
  const { withdrawnReason, erasedReason } = given;
  const isWithdrawn = withdrawnReason === null || withdrawnReason === known.withdrawnReason;
  const isErased = erasedReason === null || erasedReason === known.erasedReason;
  return [...(isWithdrawn ? [] : ['withdrawn']), ...(isErased ? [] : ['erased'])];
}
