import { sql } from 'drizzle-orm';
import type { WriteTx } from '../write/transaction.ts';

/** When tokens were last used, by their keys. */
export type TokenUses = ReadonlyMap<number, number>;

/** Notes when tokens were last used. It is no event: nothing on record has changed. */
export async function noteTokenUses(tx: WriteTx, uses: TokenUses): Promise<void> {
  const rows = JSON.stringify([...uses]);
  await tx.drizzle.run(sql`
    update tokens set last_used_at = max(coalesce(last_used_at, 0), use ->> 1)
    from (select value as use from json_each(${rows})) where tokens.key = use ->> 0`);
}
