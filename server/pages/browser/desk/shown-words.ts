import { ask } from './ask.ts';
import type { Desk } from './desk.ts';
import type { EvidenceShown } from './desk-state.ts';
import { deskEvidenceInDocument } from './generated/documents.ts';

/** Reads which stances on record the words of the open article show. */
export async function readShown(desk: Desk): Promise<void> {
  const { article } = desk.state;
  if (article === null) return;
  const shown: EvidenceShown[] = [];
  let after: string | null = null;
  do {
    const told: Page = await pageAfter(desk, article.id, after);
    shown.push(...told.nodes);
    after = told.after;
  } while (after !== null);
  desk.store.set({ shown });
}

interface Page {
  readonly nodes: readonly EvidenceShown[];
  readonly after: string | null;
}

async function pageAfter(desk: Desk, id: string, after: string | null): Promise<Page> {
  const { article } = await ask(desk.record, deskEvidenceInDocument, { by: { id }, after });
  if (article === null) return { nodes: [], after: null };
  const { nodes, pageInfo } = article.evidence;
  const live = nodes.filter(
    ({ stance, withdrawnAt }) =>
      withdrawnAt === null && stance.withdrawnAt === null && stance.review === 'VERIFIED',
  );
  return { nodes: live, after: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
