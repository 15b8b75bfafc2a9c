import { eq } from 'drizzle-orm';
import { compareText } from '../commands/compare-text.ts';
import { comparisonDue, countToCompare, textsToCompare } from '../queries/likeness.ts';
import type { Reader } from '../read/read.ts';
import { meta } from '../tables/meta.ts';
import type { WriteTx } from '../write/transaction.ts';
import type { Writer } from '../write/write.ts';

/** How far the comparing of texts has come. */
export interface TextsCompared {
  readonly texts: number;
  readonly of: number;
}

// A transaction is short, so that whoever shares the database waits little, and a kill costs little.
const textsAtOnce = 20;

/**
 * Compares the texts that came on record before texts were compared, each with all others, and goes on where it was
 * interrupted: a migration has left word that there are some. Where all were compared it writes nothing.
 */
export async function compareTexts(
  { reader, writer }: { readonly reader: Reader; readonly writer: Writer },
  onProgress: ((compared: TextsCompared) => void) | undefined,
): Promise<void> {
  const request = { author: { token: null }, command: 'compareTexts', input: null };
  if ((await reader.read(comparisonDue)).length === 0) return;
  const [waiting] = await reader.read(countToCompare);
  const of = waiting?.count ?? 0;
  for (let texts = 0; texts < of; ) {
    const compared = await writer.write(request, compareSome);
    if (compared === 0) break;
    texts += compared;
    onProgress?.({ texts: Math.min(texts, of), of });
  }
  await writer.write(request, noteCompared);
}

async function noteCompared(tx: WriteTx): Promise<null> {
  await tx.drizzle.delete(meta).where(eq(meta.name, 'texts'));
  return null;
}

/** Compares some texts and tells how many. */
async function compareSome(tx: WriteTx): Promise<number> {
  const some = await tx.reader.read(textsToCompare, { limit: textsAtOnce });
  for (const { text, words } of some) await compareText(tx, text, words);
  return some.length;
}
