import { assertAttribution, type ChainLink } from '../rules/attribution.ts';
import {
  AttributionBroken,
  EvidenceRequired,
  InputInvalid,
  QuoteNotInArticle,
} from '../rules/errors.ts';
import { assertConfidence } from '../rules/evidence.ts';
import { assertLanguage } from '../rules/language.ts';
import { locateQuote, type Span } from '../rules/quote.ts';
import { settledStance } from './content.ts';
import type { Findings } from './findings.ts';
import type { Known } from './known.ts';
import type { ArticleLine, EvidenceOfLine, StanceLine } from './lines.ts';

export function judgeStance(line: StanceLine, findings: Findings): StanceLine {
  const { claim, actor, saidIn, note, evidence } = line;
  findings.knows('claim', claim, ['claim']);
  if (saidIn !== undefined) findings.knows('claim', saidIn, ['saidIn']);
  findings.knowsActors({ actor });
  if (
    (line.review ?? 'VERIFIED') === 'VERIFIED' &&
    findings.known.claimReview(claim) === 'REJECTED'
  ) {
    const because = `The claim ${claim} was rejected, and takes no verified stance.`;
    findings.refusals.push(new InputInvalid(because, ['claim']));
  }
  if (evidence.length === 0 && note === undefined) {
    findings.refusals.push(new EvidenceRequired(['evidence']));
  }
  const settled = evidence.map((piece, index) =>
    judgeEvidence(piece, { line, path: ['evidence', String(index)] }, findings),
  );
  return settledStance({ ...line, evidence: settled });
}

interface Place {
  readonly line: StanceLine;
  readonly path: readonly string[];
}

function judgeEvidence(piece: EvidenceOfLine, place: Place, findings: Findings): EvidenceOfLine {
  const { path } = place;
  const { spokenLanguage, confidence } = piece;
  if (spokenLanguage !== undefined) {
    findings.attempt(() => assertLanguage(spokenLanguage, [...path, 'spokenLanguage']));
  }
  if (confidence !== undefined) {
    findings.attempt(() => assertConfidence(confidence, [...path, 'confidence']));
  }
  const isKnown = findings.knows('article', piece.article, [...path, 'article']);
  const article = isKnown ? findings.known.article(piece.article) : undefined;
  if (piece.attribution !== undefined)
    judgeChain({ chain: piece.attribution, article, place }, findings);
  if (article === undefined) return piece;

  const attribution = piece.attribution ?? [];
  if (piece.attribution === undefined) {
    findings.attempt(() => attribution.push(...defaultAttribution(article, place)));
  }
  const settled = { ...piece, article: article.id, attribution };
  findings.attempt(() => assertQuotable(piece, article, { place, known: findings.known }));
  findings.attempt(() => Object.assign(settled, spanOf(piece, article, path)));
  return settled;
}

/** Words are told, unless their article was erased: then nothing new is quoted from it. */
function assertQuotable(
  { article: reference, quote }: EvidenceOfLine,
  article: ArticleLine,
  { place: { line, path }, known }: { readonly place: Place; readonly known: Known },
): void {
  const recorded = known.onRecord.articles.get(reference) ?? article;
  const isErased = recorded.erased !== undefined;
  if (quote === undefined && !isErased && !known.isBroken('article', reference)) {
    throw new InputInvalid('The quote is missing: only that of an erased article may be.', [
      ...path,
      'quote',
    ]);
  }
  if (quote !== undefined && isErased && !known.onRecord.stances.has(line.id)) {
    throw new InputInvalid(`The text of ${article.id} was erased: it is quoted no more.`, [
      ...path,
      'quote',
    ]);
  }
}

function spanOf(piece: EvidenceOfLine, article: ArticleLine, path: readonly string[]): Span {
  const { quote, start, end } = piece;
  const span = start === undefined || end === undefined ? undefined : { start, end };
  if (span === undefined && start !== end) {
    throw new InputInvalid('The start and the end of a quote are given together.', [
      ...path,
      'start',
    ]);
  }
  if (article.text !== undefined && quote !== undefined) {
    const found = locateQuote(article.text, quote, {
      ...(span && { span }),
      path: [...path, 'quote'],
    });
    return { start: found.start, end: found.end };
  }
  if (span === undefined) {
    const because = `The text of ${article.id} is not here: the quote needs its start and end.`;
    throw new InputInvalid(because, [...path, 'start']);
  }
  if (quote !== undefined && span.end - span.start !== quote.length) {
    throw new QuoteNotInArticle({ quote, nearest: [] }, [...path, 'quote']);
  }
  return span;
}

function defaultAttribution({ outlet }: ArticleLine, { line, path }: Place): string[] {
  if (outlet === undefined) {
    const because = 'the article has no outlet on record, so it has to be given';
    throw new AttributionBroken({ attribution: [], because }, [...path, 'attribution']);
  }
  return outlet === line.actor ? [outlet] : [outlet, line.actor];
}

interface Judging {
  readonly chain: readonly string[];
  readonly article: ArticleLine | undefined;
  readonly place: Place;
}

function judgeChain(
  { chain: slugs, article, place: { line, path } }: Judging,
  findings: Findings,
): void {
  const { known } = findings;
  const chain: ChainLink[] = [];
  for (const [position, slug] of slugs.entries()) {
    if (!findings.knows('actor', slug, [...path, 'attribution', String(position)])) continue;
    const { kind, grantedBy } = known.actor(slug) ?? {};
    if (kind !== undefined)
      chain.push({ key: known.keyOf(slug), slug, kind, grantedBy: keyOrNull(grantedBy) });
  }
  if (chain.length < slugs.length || article === undefined) return;
  const ends = {
    outlet: keyOrNull(article.outlet),
    creditedTo: keyOrNull(article.creditedTo),
    holder: known.keyOf(line.actor),
  };
  findings.attempt(() => assertAttribution({ chain, ...ends }, [...path, 'attribution']));

  function keyOrNull(slug: string | undefined): number | null {
    return slug === undefined ? null : known.keyOf(slug);
  }
}
