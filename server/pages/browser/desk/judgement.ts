import {
  recordActor,
  updateActor,
  updateClaim,
  updateStance,
} from '../../../../sdk/src/generated/operations.ts';
import type { Desk } from './desk.ts';
import {
  type ActorChoice,
  type DraftEntry,
  type Edits,
  type Judgement,
  wordsOf,
} from './draft-entry.ts';
import type { DeskStance } from './generated/documents.ts';

/** A judgement whose actors are on record, and which may be carried out since this cursor. */
export interface Ready {
  readonly review: Judgement['review'];
  readonly reason: string | null;
  readonly since: string;
  readonly edits: Edits | null;
  readonly actor: string;
  readonly through: readonly string[];
  readonly evidenceOf: string | null;
}

/** Puts on record what an acceptance needs: new and renamed actors, the day, the topics. */
export async function prepare(desk: Desk, entry: DraftEntry, judgement: Judgement): Promise<Ready> {
  const { draft, since } = entry;
  const nothing = { evidenceOf: null, actor: draft.actor.id, through: [] };
  if (judgement.review === 'REJECTED') return { ...nothing, ...judgement, edits: null, since };
  const { edits } = judgement;
  await correctClaim(desk, draft, edits);
  await rename(desk, draft, edits);
  const actor = await idOf(desk, edits.actor);
  const through: string[] = [];
  for (const link of edits.through) through.push(await idOf(desk, link));
  const evidenceOf = edits.asEvidence ? (entry.candidates?.evidenceOf?.id ?? null) : null;
  const dated = await date(desk, entry, edits);
  return { review: 'VERIFIED', reason: null, since: dated, edits, actor, through, evidenceOf };
}

/** What is sent: only what is to be another than it was drafted. */
export function judgementOf(draft: DeskStance, ready: Ready) {
  const { actor, edits, evidenceOf, reason, review } = ready;
  const stance = { id: draft.id };
  if (edits === null) return { stance, review, reason };
  const { certainty, claim, claimKind, claimText, kind } = edits;
  const isOwn = claim === draft.claim.id;
  const isReworded = isOwn && draft.claim.review === 'DRAFT';
  return {
    stance,
    review,
    ...(!isOwn && claim !== null && { claim: { id: claim } }),
    ...(isReworded && claimText !== draft.claim.text && { claimText }),
    ...(isReworded && claimKind !== draft.claim.kind && { claimKind }),
    ...(actor !== draft.actor.id && { actor: { id: actor } }),
    ...(kind !== draft.kind && { kind }),
    ...(certainty !== draft.certainty && { certainty }),
    ...chainOf(draft, ready),
    ...(evidenceOf !== null && { evidenceOf: { id: evidenceOf } }),
  };
}

function chainOf(draft: DeskStance, { actor, through }: Ready) {
  const chain = (wordsOf(draft)?.attribution ?? []).map(({ id }) => id);
  const [publisher] = chain;
  const between = chain.slice(1, -1);
  if (publisher === undefined || between.join() === through.join()) return {};
  const links = publisher === actor ? [actor] : [publisher, ...through, actor];
  return { attribution: links.map((id) => ({ id })) };
}

/** The actor's id; somebody new is put on record first. */
export async function idOf(desk: Desk, choice: ActorChoice): Promise<string> {
  if (choice.kind === 'known') return choice.id;
  const { actor } = await recordActor(desk.record, { name: choice.name, kind: choice.actorKind });
  return actor.id;
}

async function rename(desk: Desk, { actor }: DeskStance, edits: Edits): Promise<void> {
  const name = edits.actorName.trim();
  const isOwn = edits.actor.kind === 'known' && edits.actor.id === actor.id;
  if (!isOwn || name === '' || name === actor.name) return;
  await updateActor(desk.record, { actor: { id: actor.id }, name });
  desk.store.set({
    drafts: desk.state.drafts.map((each) =>
      each.draft.actor.id === actor.id
        ? { ...each, draft: { ...each.draft, actor: { ...actor, name } } }
        : each,
    ),
  });
}

/** Topics are told apart from a judgement, and so is the wording of a claim that is on record already. */
async function correctClaim(desk: Desk, { claim }: DeskStance, edits: Edits): Promise<void> {
  if (edits.claim !== claim.id) return;
  const topics = topicsIn(edits.topics);
  const isOnRecord = claim.review !== 'DRAFT';
  const change = {
    ...(topics.join() !== claim.topics.join() && { topics }),
    ...(isOnRecord && edits.claimText !== claim.text && { text: edits.claimText }),
    ...(isOnRecord && edits.claimKind !== claim.kind && { kind: edits.claimKind }),
  };
  if (Object.keys(change).length === 0) return;
  await updateClaim(desk.record, { claim: { id: claim.id }, ...change });
}

const topicsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '');

/** Tells the day where it is another, and since when the draft is to be unchanged then. */
async function date(desk: Desk, { draft, since }: DraftEntry, { saidOn }: Edits): Promise<string> {
  if (saidOn === (draft.saidOn ?? '')) return since;
  const { cursor } = await updateStance(desk.record, {
    stance: { id: draft.id },
    saidOn: saidOn === '' ? null : saidOn,
    ifUnchangedSince: since,
  });
  return cursor;
}
