import { reviewStance } from '../../../../sdk/src/generated/operations.ts';
import { sentenceOf } from './ask.ts';
import type { Desk } from './desk.ts';
import type { DraftEntry, Judgement, Twin } from './draft-entry.ts';
import type { Ready } from './judgement.ts';
import type { Undone } from './undoable.ts';
import { words } from './words.ts';

interface Together {
  readonly judgement: Judgement;
  readonly ready: Ready;
  /** The stance that was accepted, or of which the words are evidence. */
  readonly accepted: { readonly id: string } | undefined;
}

/** Judges the same words in copies and versions as the draft was judged, and tells what of them can be taken back. */
export async function judgeTwins(
  desk: Desk,
  { draft, twins }: DraftEntry,
  { accepted, judgement, ready }: Together,
): Promise<readonly Undone[]> {
  if (judgement.review === 'VERIFIED' && !judgement.edits.together) return [];
  const undone: Undone[] = [];
  for (const twin of twins) {
    const { id } = twin.draft;
    const input = { stance: { id }, review: judgement.review, ifUnchangedSince: twin.since };
    try {
      const { cursor, stance } = await reviewStance(desk.record, {
        ...input,
        ...(judgement.review === 'REJECTED'
          ? { reason: judgement.reason }
          : acceptanceOf(twin, { ready, accepted, isOfOutlet: speaksForItself(draft) })),
      });
      undone.push({ id, cursor, claim: stance.claim.id });
    } catch (error) {
      // It waits in its own article, where it is judged by itself.
      desk.tell(words.twinWaits(twin.outlet, sentenceOf(error)), 'fault');
    }
  }
  return undone;
}

/** An outlet's own voice is its own stance in each; whoever is quoted said it once, and the copy shows it, too. */
function acceptanceOf(
  { draft }: Twin,
  {
    accepted,
    isOfOutlet,
    ready,
  }: Pick<Together, 'accepted' | 'ready'> & { readonly isOfOutlet: boolean },
) {
  const { actor, edits } = ready;
  if (edits === null) return {};
  const same = {
    ...(edits.claim !== null && { claim: { id: edits.claim } }),
    kind: edits.kind,
    certainty: edits.certainty,
  };
  if (isOfOutlet || accepted === undefined) return same;
  return {
    ...same,
    ...(draft.actor.id !== actor && { actor: { id: actor } }),
    evidenceOf: { id: accepted.id },
  };
}

const speaksForItself = ({ evidence }: DraftEntry['draft']): boolean =>
  evidence[0]?.attribution.length === 1;
