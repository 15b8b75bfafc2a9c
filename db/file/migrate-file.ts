import type { InStatement } from '@libsql/client';
import type Sqlite from 'libsql';
import { openDriver } from './connection.ts';
import { queryable } from './look-at-file.ts';
import { migrateSchema, type SchemaOptions, type TellMigration } from './migrate.ts';

// A migration passes over whole tables, and makes indexes of them.
const cachePragma = 'pragma cache_size = -131072';

/**
 * Runs the migrations that a file lacks, each in a transaction of its own: whenever it is broken off, each of them has been run or
 * left no trace.
 * @throws SchemaNewer, SchemaChanged, DatabaseForeign
 */
export async function migrateFile(
  path: string,
  options: SchemaOptions,
  tell: TellMigration,
): Promise<void> {
  const file = openDriver(path);
  const migrate = async (
    statements: readonly InStatement[],
    onRun: (statements: number) => void,
  ): Promise<void> => runTogether(file, statements, onRun);
  try {
    file.exec(cachePragma);
    await migrateSchema({ ...queryable(file), migrate }, options, tell);
  } finally {
    file.close();
  }
}

function runTogether(
  file: Sqlite.Database,
  statements: readonly InStatement[],
  onRun: (statements: number) => void,
): void {
  // What refers to a table that is made anew is not followed while it is gone; the look at the file follows all of it.
  file.exec('pragma foreign_keys = off; begin immediate');
  try {
    for (const [index, statement] of statements.entries()) {
      onRun(index);
      run(file, statement);
    }
    file.exec('commit');
  } catch (error) {
    if (file.inTransaction) file.exec('rollback');
    throw error;
  } finally {
    file.exec('pragma foreign_keys = on');
  }
}

function run(file: Sqlite.Database, statement: InStatement): void {
  if (typeof statement === 'string') file.exec(statement);
  else file.prepare(statement.sql).run(statement.args);
}
