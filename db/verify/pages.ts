import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reader, Statement } from '../read/read.ts';

/** All rows of a statement that takes `after` and `limit`, page by page in the order of keys. */
export async function* pages<Row extends { readonly key: number }>(
  reader: Reader,
  statement: Statement<Row>,
  limit: number,
): AsyncGenerator<readonly Row[], void> {
  let after: number | undefined = 0;
  while (after !== undefined) {
    const page: readonly Row[] = await reader.read(statement, { after, limit });
    if (page.length > 0) yield page;
    after = page.length < limit ? undefined : page.at(-1)?.key;
    // A file answers without leaving the turn: a server that is verified has others to answer.
    await nextTurn();
  }
}
