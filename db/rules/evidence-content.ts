import { assertAttribution, chainAsWritten } from './attribution.ts';
import { differingKeys } from './difference.ts';
import { AttributionBroken, InputInvalid } from './errors.ts';
import { assertConfidence } from './evidence.ts';
import { type Place, placeOf, quoteAt, spanOf } from './evidence-place.ts';
import {
  type Because,
  eachField,
  eachOf,
  optionalLanguage,
  optionalText,
  textField,
  type Unknown,
} from './field.ts';
import { assertFirstShown } from './first-shown.ts';
import type { Span } from './quote.ts';
import type {
  OlderVersions,
  RecordedEvidence,
  RecordView,
  Referred,
  ReferredActor,
  ReferredArticle,
} from './record-view.ts';
import type { Path, Ref } from './reference.ts';
import { cited } from './sentence.ts';
import type { EvidenceMode } from './vocabulary.ts';

export interface EvidenceInput {
  readonly article: Ref;
  /**
   * The exact words; where they stand only once in the article, `start` and `end` may be left out. Left out itself, it is
   * what stands between these, as soon as the record has the text; that of an article that was erased is not told.
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
  /** The version of the article that was the first with the words, where no text on record says it. */
  readonly firstShownBy?: Unknown<Ref>;
  /** Given where the evidence was withdrawn before it came here. */
  readonly withdrawn?: Because;
}

/** Evidence that holds: the quote stands where it says, and the chain leads from the publisher to the holder. */
export interface EvidenceContent extends Place {
  readonly article: ReferredArticle;
  readonly quote: string | null;
  readonly mode: EvidenceMode;
  readonly cue: string | null;
  readonly spokenLanguage: string | null;
  readonly confidence: number | null;
  readonly extractor: string | null;
  readonly attribution: readonly Referred[];
  /** As it was told: it is believed as long as texts do not say it. */
  readonly firstShownBy: ReferredArticle | null;
  readonly withdrawnReason: string | null;
  /** Why it may not be recorded, unless it is on record already. */
  readonly barred: InputInvalid | null;
}

/** What a piece of evidence refers to, and where in the input it stands. */
interface EvidenceReferences {
  readonly article: ReferredArticle;
  readonly chain: readonly ReferredActor[];
  readonly firstShownBy?: ReferredArticle | null;
  /** The versions before the article, where the first with the words is told. */
  readonly older?: OlderVersions;
  /** The actor of the stance. */
  readonly holder: Referred;
  readonly path: Path;
}

/** Checks evidence of a stance that the actor `holder` holds. @throws RecordError */
export function evidenceContent(
  input: EvidenceInput,
  view: RecordView,
  { holder, path }: Pick<EvidenceReferences, 'holder' | 'path'>,
): EvidenceContent {
  const referred = eachField({
    article: () => view.article(input.article, [...path, 'article']),
    chain: () =>
      eachOf(input.attribution ?? [], (ref, place) =>
        view.actor(ref, [...path, 'attribution', String(place)]),
      ),
    firstShownBy: () =>
      input.firstShownBy ? view.article(input.firstShownBy, [...path, 'firstShownBy']) : null,
  });
  const older = referred.firstShownBy ? view.olderVersions(referred.article.slug) : noVersions;
  const chain = chainWritten({ ...referred, holder }, view);
  return evidenceReferred(input, { ...referred, chain, older, holder, path });
}

/** Checks evidence whose references were followed. @throws RecordError */
export function evidenceReferred(
  input: EvidenceInput,
  referred: EvidenceReferences,
): EvidenceContent {
  const { article, path } = referred;
  const span = spanOf(input, path);
  const quote = quoteOf(input, article, { span, path });
  const { place, ...told } = eachField({
    article: () => article,
    quote: () => quote,
    place: () => placeOf(article, quote, { span, path }),
    mode: () => input.mode,
    cue: () => optionalText(input.cue, [...path, 'cue']),
    spokenLanguage: () => optionalLanguage(input.spokenLanguage, [...path, 'spokenLanguage']),
    confidence: () => confidenceOf(input, path),
    extractor: () => optionalText(input.extractor, [...path, 'extractor']),
    attribution: () => attributionOf(input, referred),
    withdrawnReason: () => optionalText(input.withdrawn?.reason, [...path, 'withdrawn', 'reason']),
    barred: () => barredBy(article, input, path),
  });
  const content = { ...told, ...place, firstShownBy: referred.firstShownBy ?? null };
  assertFirstShown(content, referred.older ?? noVersions, [...path, 'firstShownBy']);
  return content;
}

const noVersions: OlderVersions = { versions: [], isWhole: true };

/** The chain under the names of the outlet and of the stance's actor, where its ends are one with these. */
function chainWritten(
  { article, chain, holder }: Omit<EvidenceReferences, 'path'>,
  view: RecordView,
): readonly ReferredActor[] {
  const shownFor = (slug: string): string => {
    const into = view.mergedInto(slug);
    return into === undefined ? slug : shownFor(into);
  };
  const isOneWith = (link: Referred, end: Referred) => shownFor(link.slug) === shownFor(end.slug);
  return chainAsWritten(chain, { outlet: article.outlet, holder }, isOneWith);
}

/** Passes when none of it quotes anew from an article that was erased. @throws InputInvalid */
export function assertQuotable(evidence: readonly EvidenceContent[]): void {
  for (const { barred } of evidence) if (barred !== null) throw barred;
}

/** Whether evidence on record is the one given, withdrawn since or not. Erased words are taken to be those. */
export function isSameEvidence(known: RecordedEvidence, given: EvidenceContent): boolean {
  const { withdrawnReason, quote, start, end, mode, cue, spokenLanguage, confidence } = given;
  if (withdrawnReason !== null && withdrawnReason !== known.withdrawnReason) return false;
  const isErased = quote === null || known.quote === null;
  // Who read it is no part of what it says.
  const keys = differingKeys(known, {
    article: given.article.slug,
    ...(isErased ? {} : { quote }),
    start,
    end,
    mode,
    cue,
    attribution: given.attribution.map(({ slug }) => slug),
    spokenLanguage,
    confidence,
  });
  return keys.length === 0;
}

function quoteOf(
  { quote }: EvidenceInput,
  { text, isErased, isElsewhere }: ReferredArticle,
  { span, path }: { readonly span: Span | undefined; readonly path: Path },
): string | null {
  if (quote !== undefined && quote !== null) return textField(quote, [...path, 'quote']);
  if (isErased || isElsewhere) return null;
  if (span === undefined) {
    const because = 'The quote is missing: give it, or start and end.';
    throw new InputInvalid(because, [...path, 'quote']);
  }
  return text === null ? null : quoteAt(text, span, [...path, 'quote']);
}

// SQLite writes a number into JSON with 15 digits.
function confidenceOf({ confidence }: EvidenceInput, path: Path): number | null {
  if (confidence === undefined || confidence === null) return null;
  assertConfidence(confidence, [...path, 'confidence']);
  return Number(confidence.toPrecision(15));
}

function barredBy(
  { isErased, slug }: ReferredArticle,
  { quote }: EvidenceInput,
  path: Path,
): InputInvalid | null {
  if (!isErased || quote === undefined || quote === null) return null;
  const because = `The text of ${cited(slug)} was erased: it is quoted no more.`;
  return new InputInvalid(because, [...path, 'quote']);
}

function attributionOf(
  { attribution }: EvidenceInput,
  { article, chain, holder, path }: EvidenceReferences,
): readonly Referred[] {
  if (attribution !== undefined && attribution !== null) {
    if (!article.isElsewhere) {
      const { outlet, creditedTo } = article;
      const ends = { outlet: outlet?.slug ?? null, creditedTo: creditedTo?.slug ?? null };
      assertAttribution({ chain, ...ends, holder: holder.slug }, [...path, 'attribution']);
    }
    return chain;
  }
  const { outlet } = article;
  if (outlet === null && !article.isElsewhere) {
    const because = 'the article has no outlet on record, so it has to be given';
    throw new AttributionBroken({ attribution: [], because }, [...path, 'attribution']);
  }
  return outlet === null || outlet.slug === holder.slug ? [holder] : [outlet, holder];
}
