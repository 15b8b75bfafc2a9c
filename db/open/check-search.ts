import { sql } from 'drizzle-orm';
import { searchIndexes } from '../queries/verify.ts';
import type { Reader } from '../read/read.ts';
import { hasCode } from '../read/storage-error.ts';
import type { Writer } from '../write/write.ts';

const author = { token: null };

/** Asks a server whether each index of the search holds the words that it is to hold: the names of those that do not. */
export async function checkSearch({
  reader,
  writer,
}: {
  readonly reader: Reader;
  readonly writer: Writer;
}): Promise<readonly string[]> {
  const atFault: string[] = [];
  for (const { name } of await reader.read(searchIndexes)) {
    const index = sql.raw(name);
    try {
      await writer.rehearse(author, {
        command: (tx) =>
          tx.drizzle.run(sql`insert into ${index} (${index}, rank) values ('integrity-check', 1)`),
        look: () => Promise.resolve(),
      });
    } catch (error) {
      if (!hasCode(error, 'SQLITE_CORRUPT')) throw error;
      atFault.push(name);
    }
  }
  return atFault;
}
