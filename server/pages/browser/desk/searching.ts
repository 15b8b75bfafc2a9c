import { ask } from './ask.ts';
import type { Desk } from './desk.ts';
import type { ClaimCandidate } from './draft-entry.ts';
import {
  type DeskActor,
  type DeskClaim,
  deskActorsDocument,
  deskClaimsDocument,
} from './generated/documents.ts';

/** Claims that may be meant by a text: those that say much the same, and those that hold its words. */
export async function findClaims(desk: Desk, text: string): Promise<readonly ClaimCandidate[]> {
  if (text.trim() === '') return [];
  const { search, similarClaims } = await ask(desk.record, deskClaimsDocument, { text });
  const found: ClaimCandidate[] = [...similarClaims];
  for (const node of search.nodes) {
    if (!isClaim(node)) continue;
    if (!found.some(({ claim }) => claim.id === node.id))
      found.push({ relation: null, claim: node });
  }
  return found;
}

/** Actors on record that are called so. */
export async function findActors(desk: Desk, text: string): Promise<readonly DeskActor[]> {
  if (text.trim() === '') return [];
  const { search } = await ask(desk.record, deskActorsDocument, { text });
  return search.nodes.filter(isActor);
}

const isClaim = (node: object): node is DeskClaim => 'review' in node;
const isActor = (node: object): node is DeskActor => 'name' in node;
