import { carriedWords } from '../queries/carried-words.ts';
import { foldedAt } from '../rules/carried-place.ts';
import { AlreadyWithdrawn, AttributionBroken, InputInvalid } from '../rules/errors.ts';
import type { ArticleRow } from '../tables/article.ts';
import type { WriteTx } from '../write/transaction.ts';
import { addEvidence } from './add-evidence.ts';

/**
 * Shows stances by the words of a version, too, that earlier versions show them by, and tells how many pieces of evidence that
 * makes. Words are carried where they stand once in it, or what stands around them decides. What is withdrawn or a draft is not.
 */
export async function carryEvidence(
  tx: WriteTx,
  { key, id, text }: Pick<ArticleRow, 'key' | 'id' | 'text'>,
): Promise<number> {
  if (text === null) return 0;
  const pieces = await tx.reader.read(carriedWords, { article: key });
  if (pieces.length === 0) return 0;
  const places = foldedAt(text);
  let carried = 0;
  for (const piece of pieces) {
    const { quote, prefix, suffix, mode, cue, spokenLanguage } = piece;
    const place = places({ quote, prefix, suffix });
    if (place === null) continue;
    const links: readonly string[] = JSON.parse(piece.attribution);
    const attribution = links.map((link) => ({ id: link }));
    const words = { ...place, quote: text.slice(place.start, place.end) };
    const told = { article: { id }, ...words, mode, cue, attribution, spokenLanguage };
    carried += Number(await isAdded(tx, { stance: { id: piece.stance }, ...told }));
  }
  return carried;
}

/** Whether it is new. What a rule does not allow of the new version, as a chain from an agency that it no longer credits, is left. */
async function isAdded(tx: WriteTx, input: Parameters<typeof addEvidence>[1]): Promise<boolean> {
  try {
    const { created } = await addEvidence(tx, input);
    return created;
  } catch (error) {
    const isRule = [AlreadyWithdrawn, AttributionBroken, InputInvalid].some(
      (refusal) => error instanceof refusal,
    );
    if (!isRule) throw error;
    return false;
  }
}
