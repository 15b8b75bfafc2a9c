import type { Database } from '../../db/client.ts';
import type { Author, WriteTx } from '../../db/write/write.ts';

/** The owner of the file, who needs no token. */
export const owner: Author = { token: null };

/** Carries out a command as the owner, in a transaction of its own. */
export function write<Input, Answer>(
  db: Pick<Database, 'write'>,
  command: (tx: WriteTx, input: Input) => Promise<Answer>,
  input: Input,
): Promise<Answer> {
  return db.write({ author: owner, command: command.name, input }, (tx) => command(tx, input));
}
