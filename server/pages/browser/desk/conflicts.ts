import { recordEvents, undoReview } from '../../../../sdk/src/generated/operations.ts';
import { ask } from './ask.ts';
import type { Desk } from './desk.ts';
import { claimsOffered, type DraftEntry, entryOf, type Judgement } from './draft-entry.ts';
import { type DeskStance, deskStancesDocument } from './generated/documents.ts';
import type { Question, Versions } from './questions.ts';
import { words } from './words.ts';

type Conflict = Extract<Question, { kind: 'conflict' }>;

/**
 * Shows what somebody else made of a draft beside what was to be made of it. Answers the draft to be judged all the same,
 * theirs taken back where they had judged it; null where theirs stays.
 */
export async function settleConflict(
  desk: Desk,
  entry: DraftEntry,
  judgement: Judgement,
): Promise<DraftEntry | null> {
  const { id } = entry.draft;
  const [read, name] = await Promise.all([readStances(desk, [id]), whoChanged(desk, entry)]);
  const theirs = read.stances.get(id);
  if (theirs === undefined) return null;
  const { since } = read;
  const ours = versionOf(entry, judgement);
  const answer = await desk.question<Conflict>({ kind: 'conflict', name, theirs, ours });
  if (answer !== 'ours') {
    desk.change(id, (each) => afterOthers({ ...each, edits: null }, { theirs, since, name }));
    return null;
  }
  if (theirs.review === 'DRAFT') return { ...entry, draft: theirs, since };
  if (theirs.withdrawnAt !== null) return null;
  const undone = await undoReview(desk.record, {
    stance: { id },
    reason: words.judgedAnew,
    ifUnchangedSince: since,
  });
  const again = await readStances(desk, [undone.stance.id]);
  const draft = again.stances.get(undone.stance.id);
  if (draft === undefined) return null;
  const { candidates, edits, twins } = entry;
  const anew = { ...entryOf(draft, undone.cursor), candidates, edits, twins };
  desk.change(id, () => anew);
  return anew;
}

/** A draft that somebody else has changed or judged meanwhile. */
export function afterOthers(
  entry: DraftEntry,
  { name, since, theirs }: { theirs: DeskStance; since: string; name: string },
): DraftEntry {
  if (theirs.review === 'DRAFT' && theirs.withdrawnAt === null)
    return { ...entry, draft: theirs, since, outcome: null };
  const review = theirs.withdrawnAt === null ? theirs.review : 'REJECTED';
  return { ...entry, outcome: { by: 'others', review, name } };
}

/** Stances as they are now, by their ids, and the cursor of that. */
export async function readStances(desk: Desk, ids: readonly string[]) {
  const { nodes, record } = await ask(desk.record, deskStancesDocument, { ids });
  const stances = new Map<string, DeskStance>();
  for (const node of nodes) if (node !== null && isStance(node)) stances.set(node.id, node);
  return { stances, since: record.feedCursor };
}

const isStance = (node: object): node is DeskStance => 'evidence' in node;

/** The name of the token by which it was changed last. */
async function whoChanged(desk: Desk, { draft, since }: DraftEntry): Promise<string> {
  const filter = { subject: draft.id };
  const { nodes } = await recordEvents.page(desk.record, { after: since, first: 100, filter });
  return nodes.at(-1)?.by?.name ?? words.somebody;
}

function versionOf(entry: DraftEntry, judgement: Judgement): Versions['ours'] {
  if (judgement.review === 'REJECTED')
    return [
      [words.judgement, words.review.REJECTED],
      [words.reason, judgement.reason],
    ];
  const { edits } = judgement;
  const isOwn = edits.claim === entry.draft.claim.id;
  const offered = claimsOffered(entry).find(({ claim }) => claim.id === edits.claim);
  return [
    [words.judgement, words.review.VERIFIED],
    [words.who, edits.actor.name],
    [words.how, words.stanceKind[edits.kind]],
    [words.claim, isOwn ? edits.claimText : (offered?.claim.text ?? '')],
  ];
}
