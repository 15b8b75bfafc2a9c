import {
  type actorsBySlug,
  type articlesBySlug,
  type claimsBySlug,
  recordedClaim,
} from '../queries/export.ts';
import type { affiliationsOf, linksFrom, mergesOf } from '../queries/export-relation.ts';
import { recordedStance, type stancesBySlug } from '../queries/export-stance.ts';
import type { Statement } from '../read/read.ts';
import type { RecordedEvidence } from '../rules/record-view.ts';
import {
  type ActorLine,
  type ActorMergeLine,
  type AffiliationLine,
  type ArticleLine,
  type ClaimLine,
  type ClaimLinkLine,
  type EvidenceOfLine,
  evidenceKeys,
  keysOf,
  type Line,
  type StanceLine,
} from './lines.ts';

type RowsOf<S> = S extends Statement<infer Row> ? Row : never;

/** What of articles a line may hold. */
export interface Contents {
  readonly texts: boolean;
  readonly quotes: boolean;
}

/** The line as text: keys in the order of the format, what is not known left out. */
export function written(line: Line): string {
  return JSON.stringify(inOrder(line));
}

export function actorLine(row: RowsOf<typeof actorsBySlug>): ActorLine {
  const { slug, name, kind, aliases } = row;
  return {
    type: 'actor',
    id: slug,
    name,
    kind,
    aliases: unlessEmpty(aliases),
    description: row.description ?? undefined,
    wikidataId: row.wikidataId ?? undefined,
    grantedBy: row.grantedBy ?? undefined,
    review: row.review === 'DRAFT' ? row.review : undefined,
  };
}

export function affiliationLine(row: RowsOf<typeof affiliationsOf>): AffiliationLine {
  return {
    type: 'affiliation',
    actor: row.actor,
    of: row.of,
    kind: row.kind,
    role: row.role ?? undefined,
    from: row.from ?? undefined,
    until: row.until ?? undefined,
  };
}

export function articleLine(row: RowsOf<typeof articlesBySlug>, { texts }: Contents): ArticleLine {
  return {
    type: 'article',
    id: row.slug,
    title: row.title,
    language: row.language,
    outlet: row.outlet ?? undefined,
    creditedTo: row.creditedTo ?? undefined,
    url: row.url ?? undefined,
    byline: row.byline ?? undefined,
    publishedAt: momentText(row.publishedAt),
    retrievedAt: momentText(row.retrievedAt),
    supersedes: row.supersedes ?? undefined,
    textIsPublic: row.textIsPublic || undefined,
    sha256: row.sha256,
    withdrawn: because(row.withdrawnReason),
    erased: because(row.erasedReason),
    text: texts ? (row.text ?? undefined) : undefined,
  };
}

export function claimLine(row: RowsOf<typeof claimsBySlug>): ClaimLine {
  return {
    type: 'claim',
    id: row.slug,
    text: row.text,
    kind: row.kind,
    language: row.language,
    topics: unlessEmpty(row.topics),
    concerns: unlessEmpty(recordedClaim(row).concerns),
    happenedFrom: row.happenedFrom ?? undefined,
    happenedUntil: row.happenedUntil ?? undefined,
    review: row.review,
    withdrawn: because(row.withdrawnReason),
  };
}

export function claimLinkLine(row: RowsOf<typeof linksFrom>): ClaimLinkLine {
  return {
    type: 'claimLink',
    from: row.from,
    to: row.to,
    kind: row.kind,
    judgement: row.judgement,
    shown: row.shown ?? undefined,
    reason: row.reason ?? undefined,
    revoked: because(row.revokedReason),
  };
}

export function actorMergeLine(row: RowsOf<typeof mergesOf>): ActorMergeLine {
  return {
    type: 'actorMerge',
    from: row.from,
    into: row.into,
    judgement: row.judgement,
    reason: row.reason ?? undefined,
    revoked: because(row.revokedReason),
  };
}

export function stanceLine(row: RowsOf<typeof stancesBySlug>, { quotes }: Contents): StanceLine {
  const { evidence } = recordedStance(row);
  const isDated = row.saidAt !== null || row.saidOn !== null;
  return {
    type: 'stance',
    id: row.slug,
    claim: row.claim,
    actor: row.actor,
    kind: row.kind,
    certainty: row.certainty,
    saidAt: momentText(row.saidAt),
    saidOn: row.saidOn ?? undefined,
    saidPhrase: row.saidPhrase ?? undefined,
    saidIn: row.saidIn ?? undefined,
    knownBy: isDated ? undefined : momentText(row.knownBy ?? row.recordedAt),
    note: row.note ?? undefined,
    review: row.review,
    withdrawn: because(row.withdrawnReason),
    evidence: evidence.map((piece) => evidenceOfLine(piece, quotes)),
  };
}

function momentText(moment: number | null): string | undefined {
  return moment === null ? undefined : new Date(moment).toISOString();
}

function evidenceOfLine(piece: RecordedEvidence, isQuoted: boolean): EvidenceOfLine {
  return {
    article: piece.article,
    quote: isQuoted ? (piece.quote ?? undefined) : undefined,
    start: piece.start,
    end: piece.end,
    mode: piece.mode,
    cue: piece.cue ?? undefined,
    attribution: [...piece.attribution],
    spokenLanguage: piece.spokenLanguage ?? undefined,
    confidence: piece.confidence ?? undefined,
    extractor: piece.extractor ?? undefined,
    withdrawn: because(piece.withdrawnReason),
  };
}

function inOrder(line: Line): Record<string, unknown> {
  const content = pick(line, keysOf(line.type));
  if (line.type === 'stance') {
    content.evidence = line.evidence.map((piece) => pick(piece, evidenceKeys));
  }
  return content;
}

function pick(line: object, keys: readonly string[]): Record<string, unknown> {
  const values = new Map<string, unknown>(Object.entries(line));
  const known = keys.filter((key) => values.get(key) !== undefined);
  return Object.fromEntries(known.map((key) => [key, values.get(key)]));
}

function because(reason: string | null): { reason: string } | undefined {
  return reason === null ? undefined : { reason };
}

function unlessEmpty(list: readonly string[]): string[] | undefined {
  return list.length === 0 ? undefined : [...list];
}
