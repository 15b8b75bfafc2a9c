import { fileURLToPath } from 'node:url';
import type { InStatement } from '@libsql/client';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { DatabaseForeign, SchemaChanged, SchemaNewer } from './startup-error.ts';

/** Where the migrations of this program are. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Whatever a database can be asked through. */
export interface Queryable {
  execute(query: string): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>;
}

/** Where migrations are run: all statements of one in a transaction. `onRun` is told how many have been, where that can be seen. */
interface Migratable extends Queryable {
  migrate(statements: InStatement[], onRun: (statements: number) => void): Promise<unknown>;
}

/** Told how many statements of a migration have been run, and of how many. */
export type TellMigration = (migration: {
  readonly name: string;
  readonly done: number;
  readonly of: number;
}) => void;

export interface SchemaOptions {
  readonly location: string;
  readonly migrationsFolder: string;
}

interface Migration {
  readonly name: string;
  readonly hash: string;
  readonly at: number;
  readonly statements: readonly string[];
}

/** What a database has of the schema. */
export interface SchemaSeen {
  /** The migrations that it lacks, in their order. */
  readonly lacking: readonly string[];
  /** Whether it has run none yet. */
  readonly isNew: boolean;
}

/** Looks at what a database has run. @throws SchemaNewer, SchemaChanged, DatabaseForeign */
export async function schemaSeen(database: Queryable, options: SchemaOptions): Promise<SchemaSeen> {
  const known = migrationsIn(options.migrationsFolder);
  const missing = await migrationsMissing(database, options);
  const lacking = missing.map(({ name }) => name);
  return { lacking, isNew: lacking.length === known.length };
}

/**
 * Runs the migrations that the database lacks, each in a transaction of its own.
 * @throws SchemaNewer, SchemaChanged, DatabaseForeign
 */
export async function migrateSchema(
  client: Migratable,
  options: SchemaOptions,
  tell: TellMigration,
): Promise<void> {
  for (const migration of await migrationsMissing(client, options)) {
    await run(client, migration, { ...options, tell });
  }
}

async function run(
  client: Migratable,
  migration: Migration,
  { tell, ...options }: SchemaOptions & { readonly tell: TellMigration },
): Promise<void> {
  const statements = [makeLedger, ...migration.statements, noted(migration)];
  const tellRun = (done: number) => tell({ name: migration.name, done, of: statements.length });
  tellRun(0);
  try {
    await client.migrate(statements, tellRun);
  } catch (error) {
    // Of two processes that start at the same moment one is faster; the other's transaction leaves nothing behind.
    if ((await schemaSeen(client, options)).lacking.includes(migration.name)) throw error;
  }
}

// The table that drizzle-kit knows, too.
const makeLedger = `create table if not exists __drizzle_migrations
  (id integer primary key, hash text not null, created_at numeric, name text, applied_at text)`;

function noted({ name, hash, at }: Migration): InStatement {
  return {
    sql: 'insert into __drizzle_migrations (hash, created_at, name, applied_at) values (?, ?, ?, ?)',
    args: [hash, at, name, new Date().toISOString()],
  };
}

async function migrationsMissing(
  database: Queryable,
  { location, migrationsFolder }: SchemaOptions,
): Promise<readonly Migration[]> {
  const known = migrationsIn(migrationsFolder);
  const applied = await appliedMigrations(database, location);
  const hashOf = new Map(known.map(({ name, hash }) => [name, hash]));

  const unknown = [...applied.keys()].filter((name) => !hashOf.has(name));
  if (unknown.length > 0) throw new SchemaNewer(unknown);
  const changed = [...applied].filter(([name, hash]) => hash !== hashOf.get(name));
  if (changed.length > 0) throw new SchemaChanged(changed.map(([name]) => name));
  return known.filter(({ name }) => !applied.has(name));
}

function migrationsIn(folder: string): readonly Migration[] {
  return readMigrationFiles({ migrationsFolder: folder }).map(
    ({ name, hash, folderMillis, sql }) => ({ name, hash, at: folderMillis, statements: sql }),
  );
}

/** The hashes of the migrations that the database has run, by their names. */
async function appliedMigrations(
  database: Queryable,
  location: string,
): Promise<ReadonlyMap<string, string>> {
  const tables = await database.execute("select name from sqlite_schema where type = 'table'");
  if (tables.rows.length === 0) return new Map();
  if (!tables.rows.some((row) => row.name === '__drizzle_migrations')) {
    throw new DatabaseForeign(location);
  }
  const applied = await database.execute('select name, hash from __drizzle_migrations order by id');
  return new Map(applied.rows.map(({ name, hash }) => [String(name), String(hash)]));
}
