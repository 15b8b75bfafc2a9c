import { createHash } from 'node:crypto';
import { assertSha256 } from '../rules/article.ts';
import { InputInvalid } from '../rules/errors.ts';
import { articleTextMax } from '../rules/text.ts';
import type { ArticleRow } from '../tables/article.ts';
import type { WriteTx } from '../write/transaction.ts';
import {
  languageField,
  optionalMoment,
  optionalText,
  optionalUrl,
  textField,
  type Unknown,
} from './field.ts';
import { actorsAt, articlesAt, given, type Ref } from './reference.ts';

export interface ArticleInput {
  readonly title: string;
  readonly language: string;
  readonly outlet?: Unknown<Ref>;
  /** The agency whose copy it is. */
  readonly creditedTo?: Unknown<Ref>;
  readonly url?: Unknown<string>;
  readonly byline?: Unknown<string>;
  readonly publishedAt?: Unknown<number>;
  readonly retrievedAt?: Unknown<number>;
  /** The article of which this is a changed version. */
  readonly supersedes?: Unknown<Ref>;
  readonly textIsPublic?: Unknown<boolean>;
  /** Of the text in UTF-8; needed where the text is not given. */
  readonly sha256?: Unknown<string>;
  readonly text?: Unknown<string>;
  /** Given where the article was withdrawn before it came here. */
  readonly withdrawn?: Unknown<{ readonly reason: string }>;
  /** Given where its text was erased before it came here. */
  readonly erased?: Unknown<{ readonly reason: string }>;
}

/** An article that may be recorded. */
export interface ArticleContent
  extends Pick<
    ArticleRow,
    | 'title'
    | 'text'
    | 'sha256'
    | 'language'
    | 'url'
    | 'outlet'
    | 'creditedTo'
    | 'byline'
    | 'publishedAt'
    | 'retrievedAt'
    | 'supersedes'
    | 'textIsPublic'
    | 'withdrawnReason'
  > {
  readonly erasedReason: string | null;
}

export async function articleContent(tx: WriteTx, input: ArticleInput): Promise<ArticleContent> {
  const [outlet, creditedTo] = await actorKeys(tx, [
    { outlet: input.outlet },
    { creditedTo: input.creditedTo },
  ]);
  const [supersedes] = await articlesAt(tx, given({ supersedes: input.supersedes }, []));
  return {
    ...wordsOf(input),
    title: textField(input.title, ['title']),
    language: languageField(input.language, ['language']),
    url: optionalUrl(input.url, ['url']),
    outlet: outlet ?? null,
    creditedTo: creditedTo ?? null,
    byline: optionalText(input.byline, ['byline']),
    publishedAt: optionalMoment(input.publishedAt, ['publishedAt']),
    retrievedAt: optionalMoment(input.retrievedAt, ['retrievedAt']),
    supersedes: supersedes?.key ?? null,
    textIsPublic: input.textIsPublic ?? false,
    withdrawnReason: optionalText(input.withdrawn?.reason, ['withdrawn', 'reason']),
    erasedReason: optionalText(input.erased?.reason, ['erased', 'reason']),
  };
}

async function actorKeys(
  tx: WriteTx,
  refs: readonly Readonly<Record<string, Unknown<Ref>>>[],
): Promise<(number | null)[]> {
  const references = refs.map((ref) => given(ref, []));
  const found = await actorsAt(tx, references.flat());
  return references.map((reference) =>
    reference.length === 0 ? null : (found.shift()?.key ?? null),
  );
}

/** The text, where it is given, and its hash. */
function wordsOf({ text, sha256, erased }: ArticleInput): Pick<ArticleContent, 'text' | 'sha256'> {
  if (sha256 !== undefined && sha256 !== null) assertSha256(sha256, ['sha256']);
  if (text === undefined || text === null) {
    if (sha256) return { text: null, sha256 };
    throw new InputInvalid('Without the text its SHA-256 hash is needed.', ['sha256']);
  }
  if (erased) throw new InputInvalid('What was erased has no text.', ['text']);
  textField(text, ['text'], articleTextMax);
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  if (sha256 && sha256 !== hash) {
    throw new InputInvalid(`The text has another SHA-256 hash: ${hash}.`, ['sha256']);
  }
  return { text, sha256: hash };
}
