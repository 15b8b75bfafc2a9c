import { eq } from 'drizzle-orm';
import { showActors } from '../commands/show-actors.ts';
import { claimsAfter, claimsLeft, mergedActors, projectionDue } from '../queries/projection.ts';
import type { Reader } from '../read/read.ts';
import { meta } from '../tables/meta.ts';
import type { WriteTx } from '../write/transaction.ts';
import type { Writer } from '../write/write.ts';
import type { TellUpgrade } from './upgrade.ts';

const mark = eq(meta.name, 'standings');
const claimsAtOnce = 1000;

/**
 * Projects every claim anew where a migration left word that the rules are others than before, and goes on where it was
 * interrupted. Standings that come out otherwise are told of, with the claim itself as what made them so.
 */
export async function projectAnew(
  { reader, writer }: { readonly reader: Reader; readonly writer: Writer },
  tell: TellUpgrade,
): Promise<void> {
  const [due] = await reader.read(projectionDue, {});
  if (due === undefined) return;
  const request = { author: { token: null }, command: 'projectAnew', input: null };
  const [left] = await reader.read(claimsLeft, { after: Number(due.value) });
  const of = left?.count ?? 0;
  for (let done = 0, some = 1; some > 0; done += some) {
    tell({ step: 'Working out standings', done: Math.min(done, of), of });
    // Each turn is a transaction of its own, so that others that share the database wait little.
    some = await writer.write(request, projectSome);
  }
}

/** Projects some claims, and tells how many. */
async function projectSome(tx: WriteTx): Promise<number> {
  const [due] = await tx.drizzle.select({ value: meta.value }).from(meta).where(mark);
  if (due === undefined) return 0;
  const after = Number(due.value);
  if (after === 0) {
    const merged = await tx.reader.read(mergedActors, {});
    await showActors(
      tx,
      merged.map(({ key }) => key),
    );
  }
  const claims = await tx.reader.read(claimsAfter, { after, limit: claimsAtOnce });
  for (const { key } of claims) tx.touch(key);
  const last = claims.at(-1);
  if (last === undefined) await tx.drizzle.delete(meta).where(mark);
  else
    await tx.drizzle
      .update(meta)
      .set({ value: String(last.key) })
      .where(mark);
  return claims.length;
}
