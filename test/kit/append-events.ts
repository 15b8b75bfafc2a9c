import type { Database } from '../../db/client.ts';

/** Appends so many events in one transaction, which tell of nothing but their payload. */
export async function appendEvents(
  db: Database,
  count: number,
  payload: object = {},
): Promise<void> {
  await db.write({ author: { token: null }, command: 'test', input: null }, async (tx) => {
    for (let n = 0; n < count; n += 1) {
      tx.append({
        type: 'ACTOR_CHANGED',
        noun: 'actor',
        subject: 1,
        at: tx.tick(),
        visibility: 'PUBLIC',
        payload,
      });
    }
    return null;
  });
}
