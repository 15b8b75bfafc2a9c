import { linkClaims } from '../commands/link-claims.ts';
import { mergeActors } from '../commands/merge-actors.ts';
import { recordActor } from '../commands/record-actor.ts';
import { recordAffiliation } from '../commands/record-affiliation.ts';
import { recordArticle } from '../commands/record-article.ts';
import { recordClaim } from '../commands/record-claim.ts';
import { recordStance } from '../commands/record-stance.ts';
import type { Ref } from '../commands/reference.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { momentOf } from './content.ts';
import type {
  ActorLine,
  ActorMergeLine,
  AffiliationLine,
  ArticleLine,
  ClaimLine,
  ClaimLinkLine,
  EvidenceOfLine,
  Line,
  StanceLine,
} from './lines.ts';

/** Records what a line brings, by the command of its type; null for the line that names the format. */
export async function recordLine(tx: WriteTx, line: Line): Promise<Recorded | null> {
  switch (line.type) {
    case 'record':
      return null;
    case 'actor':
      return recordActor(tx, actorInput(line));
    case 'affiliation':
      return recordAffiliation(tx, affiliationInput(line));
    case 'article':
      return recordArticle(tx, articleInput(line));
    case 'claim':
      return recordClaim(tx, claimInput(line));
    case 'claimLink':
      return linkClaims(tx, claimLinkInput(line));
    case 'actorMerge':
      return mergeActors(tx, actorMergeInput(line));
    case 'stance':
      return recordStance(tx, stanceInput(line));
  }
}

function actorInput({ type, id, grantedBy, ...rest }: ActorLine) {
  return { ...rest, slug: id, grantedBy: refTo(grantedBy) };
}

function affiliationInput({ type, actor, of, ...rest }: AffiliationLine) {
  return { ...rest, actor: { slug: actor }, of: { slug: of } };
}

/** What a line of an article says, as the command takes it. */
export function articleInput({ type, textFile, ...line }: ArticleLine) {
  const { id, outlet, creditedTo, supersedes, publishedAt, retrievedAt, ...rest } = line;
  return {
    ...rest,
    slug: id,
    outlet: refTo(outlet),
    creditedTo: refTo(creditedTo),
    supersedes: supersedes === undefined ? undefined : articleRef(supersedes),
    publishedAt: momentOf(publishedAt),
    retrievedAt: momentOf(retrievedAt),
  };
}

function claimInput({ type, id, ...rest }: ClaimLine) {
  return { ...rest, slug: id };
}

function claimLinkInput({ type, from, to, ...rest }: ClaimLinkLine) {
  return { ...rest, from: { slug: from }, to: { slug: to } };
}

function actorMergeInput({ type, from, into, ...rest }: ActorMergeLine) {
  return { ...rest, from: { slug: from }, into: { slug: into } };
}

function stanceInput({ type, id, claim, actor, saidAt, saidIn, evidence, ...rest }: StanceLine) {
  return {
    ...rest,
    slug: id,
    claim: { slug: claim },
    actor: { slug: actor },
    saidAt: momentOf(saidAt),
    saidIn: refTo(saidIn),
    evidence: evidence.map(evidenceInput),
  };
}

function evidenceInput({ article, attribution, ...rest }: EvidenceOfLine) {
  return {
    ...rest,
    article: articleRef(article),
    attribution: attribution?.map((slug) => ({ slug })),
  };
}

function articleRef(reference: string): Ref {
  const prefix = 'sha256:';
  return reference.startsWith(prefix)
    ? { sha256: reference.slice(prefix.length) }
    : { slug: reference };
}

function refTo(slug: string | undefined): Ref | undefined {
  return slug === undefined ? undefined : { slug };
}
