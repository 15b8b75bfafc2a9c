import type { Desk } from './desk.ts';
import { claimsOffered, edited, editsOf } from './draft-entry.ts';
import { accept, reject } from './judging.ts';
import { moveTo, openNext } from './opening.ts';
import { undoLast } from './undoing.ts';

export const fields = {
  claimText: 'claim-text',
  claimSearch: 'claim-search',
  actorName: 'actor-name',
  saidOn: 'said-on',
} as const;

/** What each key does while the list of drafts has the focus: arrows always, letters where they are on. */
export function keysOf(
  desk: Desk,
  { withLetters }: { readonly withLetters: boolean },
): ReadonlyMap<string, () => unknown> {
  const { at, drafts } = desk.state;
  const go = (place: number) => () => void moveTo(desk, place).catch((error) => desk.fail(error));
  const arrows: readonly [string, () => unknown][] = [
    ['ArrowDown', go(at + 1)],
    ['ArrowUp', go(at - 1)],
    ['Home', go(0)],
    ['End', go(drafts.length - 1)],
  ];
  if (!withLetters) return new Map(arrows);
  return new Map([
    ...arrows,
    ['j', go(at + 1)],
    ['k', go(at - 1)],
    ['a', () => accept(desk)],
    ['r', () => reject(desk)],
    ['u', () => undoLast(desk)],
    ['n', () => desk.attempt(() => openNext(desk))],
    ['e', () => editClaim(desk)],
    ['c', () => focusOn(desk, fields.claimSearch)],
    ['w', () => focusOn(desk, fields.actorName)],
    ['d', () => focusOn(desk, fields.saidOn)],
    ['f', () => turnEvidence(desk)],
    ...claimKeys(desk),
  ]);
}

function claimKeys(desk: Desk): readonly [string, () => unknown][] {
  const { entry } = desk;
  if (entry === undefined) return [];
  return claimsOffered(entry)
    .slice(0, 9)
    .map(({ claim }, place) => [
      String(place + 1),
      () => desk.change(entry.draft.id, (each) => edited(each, { claim: claim.id })),
    ]);
}

function editClaim(desk: Desk): void {
  const { entry } = desk;
  if (entry === undefined) return;
  desk.change(entry.draft.id, (each) => edited(each, { claim: each.draft.claim.id }));
  focusOn(desk, fields.claimText);
}

function turnEvidence(desk: Desk): void {
  const { entry } = desk;
  const further = entry?.candidates?.evidenceOf;
  if (entry === undefined || !further) return;
  const asEvidence = !editsOf(entry).asEvidence;
  desk.change(entry.draft.id, (each) => edited(each, { claim: further.claim.id, asEvidence }));
}

function focusOn(desk: Desk, id: string): void {
  if (take(id)) return;
  // It is drawn now: what is typed next is for it.
  desk.store.set({ panel: 'draft' });
  queueMicrotask(() => take(id));
}

function take(id: string): boolean {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
  return field !== null;
}
