import { addEvidence } from '../commands/add-evidence.ts';
import { recordViewOf } from '../commands/reference.ts';
import { updateActor } from '../commands/update-actor.ts';
import { updateClaim } from '../commands/update-claim.ts';
import { actorContent, actorOnRecord } from '../rules/actor-content.ts';
import { actorMergeContent, actorMergeOnRecord } from '../rules/actor-merge-content.ts';
import { affiliationContent, affiliationOnRecord } from '../rules/affiliation-content.ts';
import { articleContent, articleOnRecord } from '../rules/article-content.ts';
import { claimContent, claimOnRecord } from '../rules/claim-content.ts';
import { claimLinkContent, claimLinkOnRecord } from '../rules/claim-link-content.ts';
import { Conflict } from '../rules/errors.ts';
import type { RecordView } from '../rules/record-view.ts';
import { stanceOnClaim, stanceOnRecord } from '../rules/stance-content.ts';
import { actorUnion, claimUnion, stanceUnion, type Union } from '../rules/union.ts';
import type { OnConflict } from '../rules/vocabulary.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { addNames, type LineInput, lineInput } from './line-input.ts';
import type { Line } from './lines.ts';
import { recordLine } from './record-line.ts';

/** A line of something that is on record with other content, which stays. */
export interface KeptLine {
  readonly source: string | null;
  readonly line: number;
  readonly noun: string;
  readonly reference: string;
  /** The keys in which the line differs. */
  readonly keys: readonly string[];
}

/** What a line is on record with, where that differs; null where it does not differ from what is on record. */
export function conflictOf(
  line: LineInput,
  view: RecordView,
  onRecord: RecordView,
): Conflict | null {
  try {
    look(line, view, onRecord);
    return null;
  } catch (error) {
    if (error instanceof Conflict) return error;
    throw error;
  }
}

/** What a line that conflicts brings all the same. @throws RecordError */
export function unionOf(
  line: LineInput,
  view: RecordView,
  { keys, reference }: Pick<Conflict, 'keys' | 'reference'>,
): Union {
  if (line.type === 'actor') {
    const known = view.recordedActor({ slug: reference });
    const { wikidataId } = line.input;
    const actor = known ?? (wikidataId ? view.recordedActor({ wikidataId }) : undefined);
    return actor ? actorUnion(actor, actorContent(line.input, view), keys) : { keys };
  }
  if (line.type === 'claim') {
    const known = view.recordedClaim(reference);
    return known ? claimUnion(known, claimContent(line.input, view), keys) : { keys };
  }
  if (line.type === 'stance') {
    const known = view.recordedStance(reference);
    return known ? stanceUnion(known, stanceOnClaim(line.input, view), keys) : { keys };
  }
  return { keys };
}

/** How lines are recorded. */
export interface RecordChoices {
  /** The names of what later lines bring. */
  readonly later: ReadonlySet<string>;
  readonly onConflict: OnConflict;
}

/**
 * Records what a line brings. Of what is on record with other content it brings what its lists add or, where that is to
 * be kept, nothing; null where it brings nothing.
 */
export async function recordOrUnite(
  tx: WriteTx,
  line: Line,
  { later, onConflict }: RecordChoices,
): Promise<Recorded | null> {
  try {
    return await recordLine(tx, line, later);
  } catch (error) {
    if (!(error instanceof Conflict) || onConflict === 'FAIL') throw error;
    return onConflict === 'ADD' ? unite(tx, lineInput(line), error) : null;
  }
}

async function unite(tx: WriteTx, line: LineInput, conflict: Conflict): Promise<Recorded | null> {
  const view = await recordViewOf(tx, (names) => addNames(names, line));
  const { aliases, topics, evidence = [] } = unionOf(line, view, conflict);
  const { reference: slug } = conflict;
  if (aliases !== undefined) return updateActor(tx, { actor: { slug }, aliases });
  if (topics !== undefined) return updateClaim(tx, { claim: { slug }, topics });
  let added: Recorded | null = null;
  for (const index of evidence) {
    const piece = line.type === 'stance' ? line.input.evidence?.[index] : undefined;
    if (piece !== undefined) added = await addEvidence(tx, { ...piece, stance: { slug } });
  }
  return added;
}

/** @throws Conflict */
function look(line: LineInput, view: RecordView, onRecord: RecordView): void {
  switch (line.type) {
    case 'record':
      break;
    case 'actor':
      actorOnRecord(actorContent(line.input, view), onRecord);
      break;
    case 'affiliation':
      affiliationOnRecord(affiliationContent(line.input, view), onRecord);
      break;
    case 'article':
      articleOnRecord(articleContent(line.input, view), onRecord);
      break;
    case 'claim':
      claimOnRecord(claimContent(line.input, view), onRecord);
      break;
    case 'claimLink':
      claimLinkOnRecord(claimLinkContent(line.input, view), onRecord);
      break;
    case 'actorMerge':
      actorMergeOnRecord(actorMergeContent(line.input, view), onRecord);
      break;
    case 'stance':
      stanceOnRecord(stanceOnClaim(line.input, view), onRecord);
      break;
  }
}
