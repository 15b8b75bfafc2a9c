import { actorContent, actorOnRecord } from '../rules/actor-content.ts';
import {
  type ActorMergeInput,
  actorMergeContent,
  actorMergeOnRecord,
  assertMergeFits,
} from '../rules/actor-merge-content.ts';
import { affiliationContent, affiliationOnRecord } from '../rules/affiliation-content.ts';
import { completionOf, likenessesTold } from '../rules/article-completion.ts';
import { articleContent, articleOnRecord } from '../rules/article-content.ts';
import { claimContent, claimOnRecord } from '../rules/claim-content.ts';
import {
  assertLinkFits,
  type ClaimLinkInput,
  claimLinkContent,
  claimLinkOnRecord,
} from '../rules/claim-link-content.ts';
import type { Judged } from '../rules/judged.ts';
import type {
  RecordedClaim,
  RecordedLink,
  RecordedMerge,
  RecordedStance,
} from '../rules/record-view.ts';
import { stanceOnClaim, stanceOnRecord } from '../rules/stance-content.ts';
import type { LinkEnd } from '../rules/vocabulary.ts';
import { claimToBe, stanceToBe } from './earlier-lines.ts';
import type { FileView } from './file-view.ts';
import type { LineInput } from './line-input.ts';

/** What a line would do. */
export interface LineOutcome {
  /** Whether it brings something that is not on record; of claims and stances, whatever earlier lines bring. */
  readonly isNew: boolean;
  readonly claim?: RecordedClaim;
  readonly stance?: RecordedStance;
}

/** Judges a line by the rules of the record, and takes what it brings into the view. @throws RecordError */
export function judge(line: LineInput, view: FileView): LineOutcome {
  const { earlier } = view;
  switch (line.type) {
    case 'record':
      return { isNew: false };
    case 'actor': {
      const content = actorContent(line.input, view);
      const isNew = actorOnRecord(content, view) === null;
      if (isNew) earlier.addActor(content);
      return { isNew };
    }
    case 'affiliation': {
      const content = affiliationContent(line.input, view);
      const isNew = affiliationOnRecord(content, view) === null;
      if (isNew) earlier.addAffiliation(content);
      return { isNew };
    }
    case 'article': {
      const content = articleContent(line.input, view);
      const known = articleOnRecord(content, view);
      const isArticle = known === null || completionOf(content, known, view) !== null;
      if (isArticle) earlier.addArticle(content);
      return { isNew: isArticle || likenessesTold(content, known, view).length > 0 };
    }
    case 'claim': {
      const content = claimContent(line.input, view);
      const isNew = claimOnRecord(content, view) === null;
      if (isNew) earlier.addClaim(content);
      return { isNew, claim: claimToBe(content) };
    }
    case 'stance': {
      const content = stanceOnClaim(line.input, view);
      const isNew = stanceOnRecord(content, view) === null;
      if (isNew) earlier.addStance(content);
      return { isNew, stance: stanceToBe(content) };
    }
    case 'claimLink':
      return judgeClaimLink(line.input, view);
    case 'actorMerge':
      return judgeActorMerge(line.input, view);
  }
}

function judgeClaimLink(input: ClaimLinkInput, view: FileView): LineOutcome {
  const content = claimLinkContent(input, view);
  const { from, to, kind } = content;
  const isAlike = (row: RecordedLink) => row.to === to.slug && row.kind === kind;
  const recorded = view.onRecord.linksFrom(from.slug).filter(isAlike);
  const earlier = (view.earlier.links.get(from.slug) ?? []).filter(isAlike);
  const known = claimLinkOnRecord(content, view);
  const isNew = known === null && !wasRevokedSince(content, recorded, earlier);
  if (isNew) {
    assertLinkFits(content, view);
    view.earlier.identifyClaims(content);
  }
  view.earlier.addLink(content);
  return { isNew };
}

function judgeActorMerge(input: ActorMergeInput, view: FileView): LineOutcome {
  const content = actorMergeContent(input, view);
  const { from, into } = content;
  const isAlike = (row: RecordedMerge) => row.into === into.slug;
  const recorded = view.onRecord.mergesOf(from.slug).filter(isAlike);
  const earlier = (view.earlier.merges.get(from.slug) ?? []).filter(isAlike);
  const known = actorMergeOnRecord(content, view);
  const isNew = known === null && !wasRevokedSince(content, recorded, earlier);
  if (isNew) {
    assertMergeFits(content, view);
    view.earlier.identifyActors(content);
  }
  view.earlier.addMerge(content);
  return { isNew };
}

/** What is judged; of links of one kind also which end is shown. */
interface JudgedOf extends Judged {
  readonly shown?: LinkEnd | null;
  readonly isShownTold?: boolean;
}

/**
 * Whether a judgement that a line brings in force is on record as revoked: then it is not made anew, unless the same
 * file told of its revocation before.
 */
function wasRevokedSince(
  { judgement, reason, revokedReason, shown, isShownTold }: JudgedOf,
  recorded: readonly JudgedOf[],
  earlier: readonly JudgedOf[],
): boolean {
  const isRevoked = (row: JudgedOf) =>
    row.judgement === judgement &&
    row.reason === reason &&
    (isShownTold !== true || row.shown === shown) &&
    row.revokedReason !== null;
  return revokedReason === null && recorded.some(isRevoked) && !earlier.some(isRevoked);
}
