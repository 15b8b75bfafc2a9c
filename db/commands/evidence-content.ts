import type { ActorNamed, ArticleNamed } from '../queries/named.ts';
import { assertAttribution } from '../rules/attribution.ts';
import { AttributionBroken, InputInvalid } from '../rules/errors.ts';
import { assertConfidence } from '../rules/evidence.ts';
import { locateQuote, type Span, surroundings } from '../rules/quote.ts';
import type { EvidenceMode } from '../rules/vocabulary.ts';
import type { EvidenceRow } from '../tables/evidence.ts';
import type { WriteTx } from '../write/transaction.ts';
import { optionalLanguage, optionalText, textField, type Unknown } from './field.ts';
import { actorsAt, articlesAt, type Ref } from './reference.ts';

export interface EvidenceInput {
  readonly article: Ref;
  /**
   * The exact words; where they stand only once in the article, `start` and `end` may be left out. Those of an article
   * that was erased are not told.
   */
  readonly quote?: Unknown<string>;
  readonly start?: Unknown<number>;
  readonly end?: Unknown<number>;
  readonly mode: EvidenceMode;
  readonly cue?: Unknown<string>;
  /** From the publisher to the holder of the stance; unless given, the article's outlet and the holder. */
  readonly attribution?: Unknown<readonly Ref[]>;
  readonly spokenLanguage?: Unknown<string>;
  readonly confidence?: Unknown<number>;
  /** The machine that read it, and its version. */
  readonly extractor?: Unknown<string>;
  /** Given where the evidence was withdrawn before it came here. */
  readonly withdrawn?: Unknown<{ readonly reason: string }>;
}

/** Evidence that holds: the quote stands where it says, and the chain leads from the publisher to the holder. */
export interface EvidenceContent
  extends Pick<
    EvidenceRow,
    | 'article'
    | 'quote'
    | 'start'
    | 'end'
    | 'prefix'
    | 'suffix'
    | 'mode'
    | 'cue'
    | 'spokenLanguage'
    | 'confidence'
    | 'extractor'
  > {
  readonly attribution: readonly number[];
  readonly withdrawnReason: string | null;
  /** Why it may not be recorded, unless it is on record already. */
  readonly barred: InputInvalid | null;
}

type Path = readonly string[];

/** Checks the evidence of a stance that the actor `holder` holds; `pathTo` leads to each piece of it. */
export async function evidenceContents(
  tx: WriteTx,
  inputs: readonly EvidenceInput[],
  { holder, pathTo }: { readonly holder: number; readonly pathTo: (index: number) => Path },
): Promise<readonly EvidenceContent[]> {
  const articles = await articlesAt(
    tx,
    inputs.map(({ article }, index) => ({ ref: article, path: [...pathTo(index), 'article'] })),
  );
  const links = await actorsAt(
    tx,
    inputs.flatMap(({ attribution }, index) =>
      (attribution ?? []).map((ref, place) => ({
        ref,
        path: [...pathTo(index), 'attribution', String(place)],
      })),
    ),
  );
  return articles.map((article, index) => {
    const input = inputs[index];
    if (input === undefined) throw new Error('There are more articles than pieces of evidence.');
    const chain = links.splice(0, input.attribution?.length ?? 0);
    return evidenceContent(input, { article, chain, holder, path: pathTo(index) });
  });
}

interface Referred {
  readonly article: ArticleNamed;
  readonly chain: readonly ActorNamed[];
  readonly holder: number;
  readonly path: Path;
}

/** Checks evidence whose references were followed. */
export function evidenceContent(input: EvidenceInput, referred: Referred): EvidenceContent {
  const { article, path } = referred;
  const isErased = article.erasedAt !== null;
  const isTold = input.quote !== undefined && input.quote !== null;
  const quote = isErased && !isTold ? null : textField(input.quote ?? '', [...path, 'quote']);
  const confidence = input.confidence ?? null;
  if (confidence !== null) assertConfidence(confidence, [...path, 'confidence']);
  return {
    article: article.key,
    quote,
    ...placeOf(article, quote, { span: spanOf(input, path), path }),
    mode: input.mode,
    cue: optionalText(input.cue, [...path, 'cue']),
    spokenLanguage: optionalLanguage(input.spokenLanguage, [...path, 'spokenLanguage']),
    confidence,
    extractor: optionalText(input.extractor, [...path, 'extractor']),
    attribution: attributionOf(input, referred),
    withdrawnReason: optionalText(input.withdrawn?.reason, [...path, 'withdrawn', 'reason']),
    barred:
      isErased && isTold
        ? new InputInvalid(`The text of ${article.slug} was erased: it is quoted no more.`, [
            ...path,
            'quote',
          ])
        : null,
  };
}

function spanOf({ start, end }: EvidenceInput, path: Path): Span | undefined {
  const hasStart = start !== undefined && start !== null;
  const hasEnd = end !== undefined && end !== null;
  if (!hasStart && !hasEnd) return undefined;
  for (const [key, offset] of Object.entries({ start, end })) {
    if (!Number.isSafeInteger(offset)) {
      throw new InputInvalid('start and end are given together, as whole numbers.', [...path, key]);
    }
  }
  return hasStart && hasEnd ? { start, end } : undefined;
}

function placeOf(
  { text }: ArticleNamed,
  quote: string | null,
  { span, path }: { readonly span: Span | undefined; readonly path: Path },
): Pick<EvidenceContent, 'start' | 'end' | 'prefix' | 'suffix'> {
  if (text !== null && quote !== null) {
    const place = { ...(span && { span }), path: [...path, 'quote'] };
    const { start, end } = locateQuote(text, quote, place);
    return { start, end, ...surroundings(text, start, end) };
  }
  // Nothing to find it in: the span is kept, and checked when the text comes.
  if (span === undefined) {
    throw new InputInvalid('The record has no text of this article: give start and end.', [
      ...path,
      'start',
    ]);
  }
  const { start, end } = span;
  if (start < 0 || end <= start || (quote !== null && end - start !== quote.length)) {
    throw new InputInvalid('The quote is not as long as its place.', [...path, 'end']);
  }
  return { ...span, prefix: '', suffix: '' };
}

function attributionOf(
  { attribution }: EvidenceInput,
  { article, chain, holder, path }: Referred,
): readonly number[] {
  const { outlet, creditedTo } = article;
  if (attribution !== undefined && attribution !== null) {
    assertAttribution({ chain, outlet, creditedTo, holder }, [...path, 'attribution']);
    return chain.map(({ key }) => key);
  }
  if (outlet === null) {
    const because = 'the article has no outlet on record, so it has to be given';
    throw new AttributionBroken({ attribution: [], because }, [...path, 'attribution']);
  }
  return outlet === holder ? [holder] : [outlet, holder];
}
