import type { ActorInput } from '../rules/actor-content.ts';
import type { ActorMergeInput } from '../rules/actor-merge-content.ts';
import type { AffiliationInput } from '../rules/affiliation-content.ts';
import type { ArticleInput } from '../rules/article-content.ts';
import { awaitedName } from '../rules/awaited.ts';
import type { ClaimInput } from '../rules/claim-content.ts';
import type { ClaimLinkInput } from '../rules/claim-link-content.ts';
import type { Names } from '../rules/names.ts';
import { namingOf, type Ref } from '../rules/reference.ts';
import type { StanceOnClaimInput } from '../rules/stance-content.ts';
import type { ArticleLine, EvidenceOfLine, Line, StanceLine } from './lines.ts';

/** What a line says, as the command of its type takes it. */
export type LineInput =
  | { readonly type: 'record'; readonly input: null }
  | { readonly type: 'actor'; readonly input: ActorInput }
  | { readonly type: 'affiliation'; readonly input: AffiliationInput }
  | { readonly type: 'article'; readonly input: ArticleInput }
  | { readonly type: 'claim'; readonly input: ClaimInput }
  | { readonly type: 'claimLink'; readonly input: ClaimLinkInput }
  | { readonly type: 'actorMerge'; readonly input: ActorMergeInput }
  | { readonly type: 'stance'; readonly input: StanceOnClaimInput };

const inputs = new WeakMap<Line, LineInput>();

/** Where a line has `id`, an input has `slug`. Of one line it is the same each time. */
export function lineInput(line: Line): LineInput {
  const known = inputs.get(line) ?? inputOf(line);
  inputs.set(line, known);
  return known;
}

function inputOf(line: Line): LineInput {
  switch (line.type) {
    case 'record':
      return { type: line.type, input: null };
    case 'actor': {
      const { type, id, grantedBy, ...rest } = line;
      return { type, input: { ...rest, slug: id, grantedBy: refTo(grantedBy) } };
    }
    case 'affiliation': {
      const { type, actor, of, ...rest } = line;
      return { type, input: { ...rest, actor: { slug: actor }, of: { slug: of } } };
    }
    case 'article':
      return { type: line.type, input: articleInput(line) };
    case 'claim': {
      const { type, id, concerns, ...rest } = line;
      return { type, input: { ...rest, slug: id, concerns: concerns?.map((slug) => ({ slug })) } };
    }
    case 'claimLink': {
      const { type, from, to, ...rest } = line;
      return { type, input: { ...rest, from: { slug: from }, to: { slug: to } } };
    }
    case 'actorMerge': {
      const { type, from, into, ...rest } = line;
      return { type, input: { ...rest, from: { slug: from }, into: { slug: into } } };
    }
    case 'stance':
      return { type: line.type, input: stanceInput(line) };
  }
}

/** Gathers what has to be looked up before the line can be judged. */
export function addNames(names: Names, { type, input }: LineInput): void {
  switch (type) {
    case 'record':
      break;
    case 'actor':
      names.actor(input);
      break;
    case 'affiliation':
      names.affiliation(input);
      break;
    case 'article':
      names.article(input);
      break;
    case 'claim':
      names.claim(input);
      break;
    case 'claimLink':
      names.claimLink(input);
      break;
    case 'actorMerge':
      names.actorMerge(input);
      break;
    case 'stance':
      names.stanceOnClaim(input);
      break;
  }
}

/** What the line refers to that a later line may bring, as `awaitedName` tells it. */
export function awaitedBy({ type, input }: LineInput): readonly string[] {
  const told =
    type === 'actor'
      ? (['actor', input.grantedBy] as const)
      : (['article', type === 'article' ? input.supersedes : null] as const);
  const [noun, ref] = told;
  return ref ? [awaitedName(noun, namingOf(ref, []))] : [];
}

export function articleInput({ type, textFile, ...line }: ArticleLine): ArticleInput {
  const { id, outlet, creditedTo, supersedes, alike, ...told } = line;
  const { publishedAt, modifiedAt, retrievedAt, ...rest } = told;
  return {
    ...rest,
    slug: id,
    outlet: refTo(outlet),
    creditedTo: refTo(creditedTo),
    supersedes: supersedes === undefined ? undefined : articleRef(supersedes),
    alike: alike?.map(articleRef),
    publishedAt: momentOf(publishedAt),
    modifiedAt: momentOf(modifiedAt),
    retrievedAt: momentOf(retrievedAt),
  };
}

function stanceInput(line: StanceLine): StanceOnClaimInput {
  const { type, id, claim, actor, saidAt, saidIn, knownBy, evidence, ...rest } = line;
  return {
    ...rest,
    slug: id,
    claim: { slug: claim },
    actor: { slug: actor },
    saidAt: momentOf(saidAt),
    saidIn: refTo(saidIn),
    knownBy: momentOf(knownBy),
    evidence: evidence.map(evidenceInput),
  };
}

function evidenceInput({ article, attribution, firstShownBy, ...rest }: EvidenceOfLine) {
  return {
    ...rest,
    article: articleRef(article),
    attribution: attribution?.map((slug) => ({ slug })),
    firstShownBy: firstShownBy === undefined ? undefined : articleRef(firstShownBy),
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

/** A moment of a line in milliseconds. */
function momentOf(text: string | undefined): number | null {
  return text === undefined ? null : Date.parse(text);
}
