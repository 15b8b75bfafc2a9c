import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { select } from '../../db/read/query.ts';
import { statement } from '../../db/read/read.ts';

/** Takes a second or so. */
export const longStatement = statement(
  select({ count: sql<number>`count(*)` }).from(sql`(
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 4000000) select i from n)`),
);

/** A statement that is read aside, and takes a second or so: whoever asks for anything aside meanwhile waits behind it. */
export interface LongRead {
  readonly isOver: () => boolean;
  readonly over: Promise<void>;
}

export function beginLongRead(db: Database): LongRead {
  let isOver = false;
  const over = (async () => {
    await db.aside().read(longStatement);
    isOver = true;
  })();
  return { isOver: () => isOver, over };
}
