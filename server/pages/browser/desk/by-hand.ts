import {
  addEvidence,
  recordClaim,
  recordStance,
  withdrawEvidence,
  withdrawStance,
} from '../../../../sdk/src/generated/operations.ts';
import { ask } from './ask.ts';
import { settleNewClaim } from './claim-settled.ts';
import type { Desk } from './desk.ts';
import type { EvidenceShown, MarkedWords } from './desk-state.ts';
import type { ActorChoice, ClaimChoice } from './draft-entry.ts';
import {
  type Certainty,
  type ClaimKind,
  deskStandingsDocument,
  type EvidenceMode,
  type StanceKind,
} from './generated/documents.ts';
import { idOf } from './judgement.ts';
import type { Question } from './questions.ts';
import { readShown } from './shown-words.ts';
import { words } from './words.ts';

type Reason = Extract<Question, { kind: 'reason' }>;

/** What somebody reads in the words of the open article. */
export interface ByHand {
  readonly words: MarkedWords;
  readonly claim: ClaimChoice;
  readonly claimKind: ClaimKind;
  readonly actor: ActorChoice;
  readonly kind: StanceKind;
  readonly certainty: Certainty;
  readonly mode: EvidenceMode;
  readonly saidOn: string;
}

/** Puts a stance on record that nothing drafted, and its claim where that is new. Answers whether it is there. */
export async function recordByHand(desk: Desk, told: ByHand): Promise<boolean> {
  let isThere = false;
  await desk.attempt(async () => {
    const { article } = desk.state;
    if (article === null) return;
    const claim = await settleNewClaim(desk, told.claim);
    if (claim === null) return;
    const stance = {
      actor: { id: await idOf(desk, told.actor) },
      kind: told.kind,
      certainty: told.certainty,
      ...(told.saidOn !== '' && { saidOn: told.saidOn }),
      evidence: [{ article: { id: article.id }, ...told.words, mode: told.mode }],
    };
    const id = await recorded(desk, { claim, stance, told, language: article.language });
    isThere = true;
    await readShown(desk);
    desk.store.set({ marked: null });
    desk.tell(`${words.recorded} ${await standingOf(desk, id)}`);
  });
  return isThere;
}

interface Recording {
  readonly claim: ClaimChoice;
  readonly stance: Omit<Parameters<typeof recordStance>[1], 'claim'>;
  readonly told: ByHand;
  readonly language: string;
}

async function recorded(desk: Desk, { claim, language, stance, told }: Recording): Promise<string> {
  if (claim.kind === 'known') {
    await recordStance(desk.record, { ...stance, claim: { id: claim.id } });
    return claim.id;
  }
  const asked = { text: claim.text, kind: told.claimKind, language, stances: [stance] };
  return (await recordClaim(desk.record, asked)).claim.id;
}

async function standingOf(desk: Desk, claim: string): Promise<string> {
  const { nodes } = await ask(desk.record, deskStandingsDocument, { ids: [claim] });
  const [node] = nodes;
  return node && 'standing' in node ? `${node.standing.status}: ${node.standing.summary}` : '';
}

/** Shows a stance by the words that are marked, instead of those that were wrong. */
export function correctWords(desk: Desk, shown: EvidenceShown): Promise<void> {
  return desk.attempt(async () => {
    const { article, marked } = desk.state;
    if (article === null || marked === null) return desk.tell(words.misquoteLead, 'fault');
    const reason = await reasonFor(desk, words.whyMisquoted, words.correct);
    if (reason === null) return;
    await addEvidence(desk.record, {
      stance: { id: shown.stance.id },
      article: { id: article.id },
      ...marked,
      mode: shown.mode,
      cue: shown.cue,
      attribution: shown.attribution.map(({ id }) => ({ id })),
    });
    await withdrawEvidence(desk.record, { evidence: { id: shown.id }, reason });
    desk.store.set({ marked: null });
    await readShown(desk);
    desk.tell(words.corrected);
  });
}

/** Withdraws a stance that the record had wrong. */
export function withdraw(desk: Desk, { stance }: EvidenceShown): Promise<void> {
  return desk.attempt(async () => {
    const reason = await reasonFor(desk, words.whyWithdrawn, words.withdraw);
    if (reason === null) return;
    await withdrawStance(desk.record, { stance: { id: stance.id }, reason });
    await readShown(desk);
    desk.tell(`${words.withdrawn} ${await standingOf(desk, stance.claim.id)}`);
  });
}

const reasonFor = (desk: Desk, title: string, verb: string): Promise<string | null> =>
  desk.question<Reason>({ kind: 'reason', title, verb });
