import { ask } from './ask.ts';
import type { Desk } from './desk.ts';
import { type DraftEntry, isWaiting } from './draft-entry.ts';
import { deskCandidatesDocument } from './generated/documents.ts';

// Looked for ahead, in one request: whoever judges goes on without waiting.
const ahead = 8;

/** Finds what the drafts from the open one on may be instead; `anew` where the record has changed since. */
export async function readCandidates(desk: Desk, { anew = false } = {}): Promise<void> {
  const { at, drafts } = desk.state;
  const next = drafts.slice(at).filter(isWaiting).slice(0, ahead);
  const ids = next.filter((each) => anew || each.candidates === null).map(({ draft }) => draft.id);
  if (ids.length === 0) return;
  const { nodes } = await ask(desk.record, deskCandidatesDocument, { ids });
  const found = new Map<string, DraftEntry['candidates']>();
  for (const node of nodes) {
    if (node === null || !('id' in node)) continue;
    found.set(node.id, {
      claims: node.claimCandidates ?? [],
      actors: node.actorCandidates ?? [],
      evidenceOf: node.furtherEvidenceOf,
    });
  }
  desk.store.set({
    drafts: desk.state.drafts.map((entry) => {
      const candidates = found.get(entry.draft.id);
      // Those further on were found before the last change: they are looked for again when they are open.
      if (candidates === undefined) return anew ? { ...entry, candidates: null } : entry;
      return { ...entry, candidates };
    }),
  });
}
