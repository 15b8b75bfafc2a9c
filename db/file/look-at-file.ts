import Sqlite from 'libsql';
import { migrationsFolder, type Queryable, type SchemaSeen, schemaSeen } from './migrate.ts';
import { DatabaseCorrupt } from './startup-error.ts';

/** A file that is looked at before it is worked with. */
export interface FileLook {
  /** The path of the file, or its address. */
  readonly address: string;
  /** How messages name it. */
  readonly location: string;
  readonly migrationsFolder: string;
  /** Whether every page and reference is looked at, too: some 10 ms a MiB. */
  readonly whole: boolean;
}

/**
 * Looks at a file without changing it.
 * @throws SchemaNewer, SchemaChanged, DatabaseForeign, DatabaseCorrupt
 */
export async function lookAtFile(look: FileLook): Promise<SchemaSeen> {
  const file = new Sqlite(look.address, { timeout: lockWaitMs });
  try {
    const seen = await schemaSeen(queryable(file), look);
    if (look.whole) assertSound(file, look.location);
    return seen;
  } finally {
    file.close();
  }
}

/** Passes when this program can open the file at `path`, migrations apart. */
export async function assertFileSchema(path: string, location: string): Promise<void> {
  await lookAtFile({ address: path, location, migrationsFolder, whole: false });
}

const lockWaitMs = 5000;

/** Asks a file through the driver that readers use, which sets no mode of the file. */
export function queryable(file: Sqlite.Database): Queryable {
  return {
    execute: async (query) => ({
      rows: file
        .prepare(query)
        .all()
        .map((row): Record<string, unknown> => Object(row)),
    }),
  };
}

function assertSound(file: Sqlite.Database, location: string): void {
  const cell = (query: string): unknown => Object(file.prepare(query).raw(true).get())[0];
  const fault = cell('pragma quick_check(1)');
  if (fault !== 'ok') throw new DatabaseCorrupt(location, fault);
  const broken = cell('select "table" from pragma_foreign_key_check limit 1');
  if (broken !== undefined) {
    throw new DatabaseCorrupt(location, `a row of ${broken} refers to one that is not there`);
  }
}
