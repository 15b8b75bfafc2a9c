import { undoReview } from '../../../../sdk/src/generated/operations.ts';
import { readCandidates } from './candidates.ts';
import { readStances } from './conflicts.ts';
import type { Desk } from './desk.ts';
import { entryOf } from './draft-entry.ts';
import { openArticle } from './opening.ts';
import type { Undoable } from './undoable.ts';
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
    const returned: { id: string; from: string; cursor: string }[] = [];
    for (const { id, cursor } of last.undone) {
      const undone = await undoReview(desk.record, { stance: { id }, ifUnchangedSince: cursor });
      returned.push({ id: undone.stance.id, from: id, cursor: undone.cursor });
    }
    if (desk.state.article?.slug !== last.article) await openArticle(desk, last.article);
    else await putBack(desk, returned);
    desk.tell(words.undone(last.title));
    desk.focusList();
  });
}

async function putBack(
  desk: Desk,
  returned: readonly { id: string; from: string; cursor: string }[],
): Promise<void> {
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
