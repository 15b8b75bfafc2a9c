import { reviewStance } from '../../../../sdk/src/generated/operations.ts';
import { ask, codeOf } from './ask.ts';
import { readCandidates } from './candidates.ts';
import { settleClaim } from './claim-settled.ts';
import { settleConflict } from './conflicts.ts';
import type { Desk } from './desk.ts';
import { mayJudge } from './desk-state.ts';
import {
  type DraftEntry,
  type Edits,
  editsOf,
  isWaiting,
  type Judgement,
  type Outcome,
} from './draft-entry.ts';
import { deskStandingsDocument } from './generated/documents.ts';
import { judgementOf, prepare } from './judgement.ts';
import { nextWaiting } from './opening.ts';
import type { Question } from './questions.ts';
import { judgeTwins } from './twins-judged.ts';
import type { Undone } from './undoable.ts';
import { remember } from './undoing.ts';
import { words } from './words.ts';

type Reason = Extract<Question, { kind: 'reason' }>;

/** Accepts the open draft as it stands there. */
export function accept(desk: Desk): Promise<void> {
  return judgeOpen(desk, async (entry) => {
    const edits = editsOf(entry);
    const claim = edits.claim === null ? null : await settleClaim(desk, entry, edits);
    if (edits.claim === null) desk.tell(words.chooseClaim, 'fault');
    return claim === null ? null : { review: 'VERIFIED', edits: { ...edits, ...claim } };
  });
}

/** Rejects the open draft, for a reason. */
export function reject(desk: Desk): Promise<void> {
  return judgeOpen(desk, async () => {
    const asked = { kind: 'reason', title: words.whyRejected, verb: words.reject } as const;
    const reason = await desk.question<Reason>(asked);
    return reason === null ? null : { review: 'REJECTED', reason };
  });
}

function judgeOpen(
  desk: Desk,
  decide: (entry: DraftEntry) => Promise<Judgement | null>,
): Promise<void> {
  return desk.attempt(async () => {
    const { entry } = desk;
    if (entry === undefined) return;
    if (!mayJudge(desk.state)) return desk.tell(words.judgingIsForReviewers, 'fault');
    // What somebody else judged is shown beside what was to be made of it, and then it is decided.
    if (entry.outcome?.by === 'us') return desk.tell(words.judgedAlready, 'fault');
    if (entry.candidates === null) await readCandidates(desk);
    try {
      const judgement = await decide(desk.entry ?? entry);
      if (judgement) await carryOut(desk, desk.entry ?? entry, judgement);
    } finally {
      desk.focusList();
    }
  });
}

/** Carries a judgement out; where somebody else was there before, both are shown, and nothing is done unless it is asked for again. */
async function carryOut(desk: Desk, entry: DraftEntry, judgement: Judgement): Promise<void> {
  try {
    await judge(desk, entry, judgement);
  } catch (error) {
    if (codeOf(error) !== 'CONFLICT' && codeOf(error) !== 'ALREADY_WITHDRAWN') throw error;
    const again = await settleConflict(desk, entry, judgement);
    if (again) await judge(desk, again, judgement);
  }
}

async function judge(desk: Desk, entry: DraftEntry, judgement: Judgement): Promise<void> {
  const { draft } = entry;
  const ready = await prepare(desk, entry, judgement);
  const input = judgementOf(draft, ready);
  const { cursor, stance } = await reviewStance(desk.record, {
    ...input,
    ifUnchangedSince: ready.since,
  });
  const claim = stance.claim.id;
  const undone: Undone[] = [{ id: draft.id, cursor, claim }];
  const isAccepted = judgement.review === 'VERIFIED';
  const isEvidence = isAccepted && 'evidenceOf' in input;
  const accepted = isEvidence ? input.evidenceOf : stance;
  undone.push(...(await judgeTwins(desk, entry, { judgement, ready, accepted })));
  const told = isAccepted ? (isEvidence ? words.asEvidence : words.accepted) : words.rejected;
  settle(desk, draft.id, { by: 'us', review: judgement.review, told });
  if (isAccepted && ready.edits) shareClaim(desk, entry, ready.edits);
  remember(desk, { article: desk.state.article?.slug ?? '', title: draft.claim.text, undone });
  await goOn(desk, isAccepted ? claim : null, told);
}

function settle(desk: Desk, id: string, outcome: Outcome): void {
  desk.change(id, (entry) => ({ ...entry, outcome }));
}

/** The claim of a draft that was accepted is on record now, for the other drafts on it, too. */
function shareClaim(desk: Desk, { draft }: DraftEntry, edits: Edits): void {
  if (edits.claim !== draft.claim.id) return;
  const { claimKind: kind, claimText: text } = edits;
  desk.store.set({
    drafts: desk.state.drafts.map((each) =>
      each.draft.claim.id === draft.claim.id
        ? {
            ...each,
            draft: {
              ...each.draft,
              claim: { ...each.draft.claim, review: 'VERIFIED' as const, kind, text },
            },
          }
        : each,
    ),
  });
}

/** Opens the next draft, with what it may be now, and tells how the claim stands. */
async function goOn(desk: Desk, claim: string | null, told: string): Promise<void> {
  const { at, drafts } = desk.state;
  desk.store.set({ at: nextWaiting(drafts, at), news: { words: told, kind: 'news' } });
  const [standing] = await Promise.all([
    claim === null ? null : standingOf(desk, claim),
    readCandidates(desk, { anew: claim !== null }),
  ]);
  const left = desk.state.drafts.filter(isWaiting).length;
  desk.tell([standing ?? told, words.left(left)].join(' '));
}

async function standingOf(desk: Desk, claim: string): Promise<string | null> {
  const { nodes } = await ask(desk.record, deskStandingsDocument, { ids: [claim] });
  const [node] = nodes;
  if (!node || !('standing' in node)) return null;
  const { status, summary } = node.standing;
  return `${status}: ${summary}`;
}
