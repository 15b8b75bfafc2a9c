import type { Database } from '../../db/client.ts';
import { type Args, type Reader, type Statement, valuesOf } from '../../db/read/read.ts';

/** A statement that a database was asked. */
export interface AskedStatement {
  readonly text: string;
  readonly args: Args;
  /** The values of its placeholders. */
  readonly values: readonly unknown[];
  /** Whether it was read aside, while everything else went on. */
  readonly isAside: boolean;
  /** Whether it was answered in the end. */
  readonly isRead: Promise<boolean>;
}

/** The same database, which writes down what its readers are asked. */
export function listenTo(db: Database): {
  readonly db: Database;
  readonly asked: AskedStatement[];
} {
  const asked: AskedStatement[] = [];
  const listened = (reader: Reader): Reader => ({
    shape: reader.shape,
    read<Row>(statement: Statement<Row>, args: Args = {}) {
      const rows = reader.read(statement, args);
      const isRead = Promise.resolve(rows).then(
        () => true,
        () => false,
      );
      const { text } = statement;
      const values = valuesOf(statement, args);
      asked.push({ text, args, values, isAside: reader.read !== db.reader.read, isRead });
      return rows;
    },
  });
  return {
    db: {
      ...db,
      reader: listened(db.reader),
      aside: (isCancelled) => {
        const reader = db.aside(isCancelled);
        return {
          ...listened(reader),
          get spentMs() {
            return reader.spentMs;
          },
        };
      },
    },
    asked,
  };
}

/** How many of the statements were answered, once no more are asked. */
export async function countRead(asked: readonly AskedStatement[]): Promise<number> {
  let known = -1;
  let read: readonly boolean[] = [];
  while (known < asked.length) {
    known = asked.length;
    read = await Promise.all(asked.map(({ isRead }) => isRead));
    await new Promise(setImmediate);
  }
  return read.filter(Boolean).length;
}
