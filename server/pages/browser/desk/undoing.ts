import { recordEvents, undoReview } from '../../../../sdk/src/generated/operations.ts';
import { codeOf } from './ask.ts';
import { readCandidates } from './candidates.ts';
import { readStances } from './conflicts.ts';
import type { Desk } from './desk.ts';
import { entryOf } from './draft-entry.ts';
import { openArticle } from './opening.ts';
import type { Undoable, Undone } from './undoable.ts';
import { words } from './words.ts';

const most = 10;

export function remember(desk: Desk, judged: Undoable): void {
  desk.store.set({ undoable: [judged, ...desk.state.undoable].slice(0, most) });
}

/** Takes the last judgement back: what was rejected is a draft again, what was accepted is withdrawn, and its words return as a draft. */
export function undoLast(desk: Desk): Promise<void> {
  return desk.attempt(async () => {
    const [last, ...before] = desk.state.undoable;
    if (last === undefined) return desk.tell(words.nothingToUndo);
    desk.store.set({ undoable: before });
    const returned = await undoAll(desk, last.undone);
    if (returned === null) return desk.tell(words.changedSince(last.title), 'fault');
    if (desk.state.article?.slug !== last.article) await openArticle(desk, last.article);
    else await putBack(desk, returned);
    desk.tell(words.undone(last.title));
    desk.focusList();
  });
}

interface Returned {
  readonly id: string;
  readonly from: string;
  readonly cursor: string;
}

/**
 * Takes all of it back, the same words in copies first: as evidence they are part of what the draft became. Null where
 * somebody else has changed that since; nothing is taken back then.
 */
async function undoAll(
  desk: Desk,
  [first, ...copies]: Undoable['undone'],
): Promise<readonly Returned[] | null> {
  if (first === undefined) return [];
  if (copies.length > 0 && (await untouchedUntil(desk, first)) === null) return null;
  const returned: Returned[] = [];
  for (const each of [...copies, first]) {
    const undone = await undo(desk, each);
    if (undone === null) return null;
    returned.unshift(undone);
  }
  return returned;
}

/** Takes one back; what was done here since, as further words that became evidence of it, does not stand against that. */
async function undo(desk: Desk, undone: Undone): Promise<Returned | null> {
  const { cursor, id } = undone;
  const stance = { id };
  try {
    const done = await undoReview(desk.record, { stance, ifUnchangedSince: cursor });
    return { id: done.stance.id, from: id, cursor: done.cursor };
  } catch (error) {
    if (codeOf(error) !== 'CONFLICT') throw error;
    const since = await untouchedUntil(desk, undone);
    if (since === null) return null;
    const done = await undoReview(desk.record, { stance, ifUnchangedSince: since });
    return { id: done.stance.id, from: id, cursor: done.cursor };
  }
}

/** The cursor until which nobody else has changed what was judged, nor its evidence; null where somebody has. */
async function untouchedUntil(desk: Desk, { claim, cursor, id }: Undone): Promise<string | null> {
  const { session } = desk.state;
  const asked = { after: cursor, first: 100, filter: { claim } };
  const { feedCursor, nodes } = await recordEvents.page(desk.record, asked);
  const isTouched = nodes.some(
    ({ by, subject }) =>
      (subject?.id === id || subject?.__typename === 'Evidence') &&
      session.kind !== 'out' &&
      by?.name !== session.name,
  );
  return isTouched ? null : feedCursor;
}

async function putBack(desk: Desk, returned: readonly Returned[]): Promise<void> {
  const { stances } = await readStances(
    desk,
    returned.map(({ id }) => id),
  );
  const [first] = returned;
  const at = desk.state.drafts.findIndex(({ draft }) => draft.id === first?.from);
  const draft = stances.get(first?.id ?? '');
  if (first === undefined || draft === undefined || at < 0) return;
  const before = desk.state.drafts[at];
  const twins = (before?.twins ?? []).flatMap((twin) => {
    const back = returned.find(({ from }) => from === twin.draft.id);
    const again = back && stances.get(back.id);
    return again ? [{ ...twin, draft: again, since: back.cursor }] : [];
  });
  const entry = { ...entryOf(draft, first.cursor), edits: before?.edits ?? null, twins };
  desk.change(first.from, () => entry);
  desk.store.set({ at, panel: 'draft' });
  await readCandidates(desk, { anew: true });
}
