import { versionPairs } from '../queries/evidence-versions.ts';
import { isEdited } from '../rules/text-changes.ts';
import type { WriteTx } from '../write/transaction.ts';

/** Tells that the text of a version has other words than the one before it, where both texts are known. */
export async function tellEdit(tx: WriteTx, article: number): Promise<void> {
  for (const { key, text, older } of await tx.reader.read(versionPairs, { article })) {
    if (key === article && isEdited(older, text)) appendEdit(tx, article, {});
  }
}

/** The same for an article whose text came later, and for the version behind it. */
export async function tellEditsOf(tx: WriteTx, article: number): Promise<void> {
  for (const { key, text, older } of await tx.reader.read(versionPairs, { article })) {
    if (isEdited(older, text)) appendEdit(tx, key, {});
  }
}

/** Appends the event that the words of a page were changed to those of an article. */
export function appendEdit(tx: WriteTx, article: number, payload: object): void {
  tx.append({
    type: 'ARTICLE_EDITED',
    noun: 'article',
    subject: article,
    at: tx.tick(),
    visibility: 'PUBLIC',
    payload,
  });
}
