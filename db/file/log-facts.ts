import { NumberSeal } from '../rules/number-seal.ts';
import type { Queryable } from './migrate.ts';

/** What cursors go by, as `meta` holds it: the same for all processes that share a database. */
export interface LogFacts {
  /** The random name of the log of events. */
  readonly epoch: string;
  /** Hides the numbers in cursors. Its key is in every copy of the database, and in no export. */
  readonly seal: NumberSeal;
  /** The number of the last event whose cursor, of the form that hid nothing, still holds. */
  readonly lastOpenCursor: number;
}

/** What cursors go by in a database that has all migrations. */
export async function logFactsOf(database: Queryable): Promise<LogFacts> {
  const { rows } = await database.execute(
    "select name, value from meta where name in ('epoch', 'cursor_key', 'last_open_cursor')",
  );
  const facts = new Map(rows.map(({ name, value }) => [name, String(value)]));
  return {
    epoch: facts.get('epoch') ?? '',
    seal: new NumberSeal(facts.get('cursor_key') ?? ''),
    lastOpenCursor: Number(facts.get('last_open_cursor')),
  };
}
