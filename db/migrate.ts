import { fileURLToPath } from 'node:url';
import type { Client } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { DatabaseForeign, SchemaNewer, SchemaOlder } from './startup-error.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** The migrations of this program, and which of them the database has. */
interface SchemaState {
  readonly applied: readonly string[];
  readonly missing: readonly string[];
}

/** Brings the schema up to date, or with `migrate: false` asserts that it is. */
export async function prepareSchema(
  client: Client,
  options: { readonly location: string; readonly migrate: boolean },
): Promise<void> {
  const { missing } = await schemaState(client, options.location);
  if (missing.length === 0) return;
  if (!options.migrate) throw new SchemaOlder(missing);
  await migrate(drizzle({ client }), { migrationsFolder });
}

/**
 * Which migrations the database has, and which it lacks.
 * @throws SchemaNewer when it has one that this program does not know, DatabaseForeign when it is not ours
 */
async function schemaState(client: Client, location: string): Promise<SchemaState> {
  const known = readMigrationFiles({ migrationsFolder }).map((migration) => migration.name);
  const applied = await appliedMigrations(client, location);

  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new SchemaNewer(unknown);
  return { applied, missing: known.filter((name) => !applied.includes(name)) };
}

async function appliedMigrations(client: Client, location: string): Promise<string[]> {
  const tables = await client.execute("select name from sqlite_schema where type = 'table'");
  if (tables.rows.length === 0) return [];
  if (!tables.rows.some((row) => row.name === '__drizzle_migrations')) {
    throw new DatabaseForeign(location);
  }
  const applied = await client.execute('select name from __drizzle_migrations order by id');
  return applied.rows.map((row) => String(row.name));
}
