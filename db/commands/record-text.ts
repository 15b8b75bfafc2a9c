import { claimsShowingText } from '../queries/likeness.ts';
import type { ReferredArticle } from '../rules/record-view.ts';
import type { WriteTx } from '../write/transaction.ts';
import { believeLikenesses, compareText } from './compare-text.ts';

/** What an article brings of its text. */
interface TextGiven {
  readonly sha256: string;
  readonly text: string | null;
  /** Articles that it is alike to, as it was told. */
  readonly alike: readonly ReferredArticle[];
}

/** A text on record. */
export interface RecordedText {
  readonly key: number;
  /** Whether it is alike to others than before. */
  readonly isNews: boolean;
}

const insertText = `
  insert into texts (sha256) values (?)
  on conflict (sha256) do update set sha256 = excluded.sha256
  returning key, folded is not null`;

/** Puts a text on record under its hash, and compares it with all others where its words come for the first time. */
export async function recordText(
  tx: WriteTx,
  { sha256, text, alike }: TextGiven,
): Promise<RecordedText> {
  const [row] = await tx.run(insertText, [sha256]);
  if (row === undefined) throw new Error('A text has no key.');
  const [key, isHeld] = row.map(Number);
  if (key === undefined) throw new Error('A text has no key.');
  const isCompared = text !== null && isHeld === 0;
  const isFound = isCompared && (await compareText(tx, key, text));
  const others = alike.map((article) => article.key);
  const isTold = await believeLikenesses(tx, key, others);
  return { key, isNews: isFound || isTold };
}

/** Touches the claims that articles with a text show: what is one copy there may have changed. */
export async function touchClaimsShowing(tx: WriteTx, text: RecordedText): Promise<void> {
  if (!text.isNews) return;
  const claims = await tx.reader.read(claimsShowingText, { text: text.key });
  for (const { claim } of claims) tx.touch(claim);
}
