import { recordEvents } from '../../../../sdk/src/generated/operations.ts';
import { afterOthers, readStances } from './conflicts.ts';
import type { Desk } from './desk.ts';
import { isWaiting } from './draft-entry.ts';
import { readWaiting } from './opening.ts';
import { words } from './words.ts';

const types = [
  'ARTICLE_ADDED',
  'STANCE_ADDED',
  'STANCE_CHANGED',
  'STANCE_REVIEWED',
  'STANCE_WITHDRAWN',
] as const;

const gatherMs = 60;
const articlesMs = 1_000;

/** Hears what others do, for as long as the desk is signed in: a draft that they judged is marked where it stands. */
export async function listen(desk: Desk, after: string): Promise<void> {
  const { signal } = desk;
  const heard = new Map<string, string>();
  const gather = later(gatherMs, () => void mark(desk, heard).catch((error) => desk.fail(error)));
  const look = later(articlesMs, () => void readWaiting(desk).catch((error) => desk.fail(error)));
  const onState = ({ kind }: { readonly kind: string }): void => {
    if (!signal.aborted) desk.store.set({ isLive: kind === 'live' });
  };
  try {
    const told = recordEvents(desk.record, {
      after,
      filter: { type: [...types] },
      signal,
      onState,
    });
    for await (const { by, subject } of told) {
      look();
      if (!subject) continue;
      heard.set(subject.id, by?.name ?? words.somebody);
      gather();
    }
  } catch (error) {
    if (!signal.aborted) desk.fail(error);
  }
}

/** Marks what others judged or changed; what is open and was edited here stays as it is, and a conflict shows both. */
async function mark(desk: Desk, heard: Map<string, string>): Promise<void> {
  // While something is carried out here, what is heard may be of that.
  if (desk.state.isBusy) return void setTimeout(() => void mark(desk, heard), gatherMs);
  const names = new Map(heard);
  heard.clear();
  const ids = desk.state.drafts
    .filter((entry) => isWaiting(entry) && names.has(entry.draft.id))
    .map(({ draft }) => draft.id);
  for (let place = 0; place < ids.length; place += 100) {
    const { since, stances } = await readStances(desk, ids.slice(place, place + 100));
    desk.store.set({
      drafts: desk.state.drafts.map((entry) => {
        const theirs = stances.get(entry.draft.id);
        if (theirs === undefined || !isWaiting(entry)) return entry;
        if (theirs.review === 'DRAFT' && entry.edits !== null) return entry;
        const name = names.get(entry.draft.id) ?? words.somebody;
        return afterOthers(entry, { theirs, since, name });
      }),
    });
  }
}

/** Does something a while after it was asked for first, once. */
function later(ms: number, work: () => void): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      work();
    }, ms);
  };
}
