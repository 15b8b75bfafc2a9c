import type { Command } from 'commander';
import { type DatabaseOptions, openDatabase } from '../../db/client.ts';
import { databaseLocation, nameOf } from '../../db/file/location.ts';
import { SchemaOlder } from '../../db/file/startup-error.ts';
import { recordStatus } from '../../db/queries/status.ts';
import { tellUpgrade, terminalProgress } from './progress.ts';
import { configOf, databaseSettings, withSettings } from './settings.ts';
import { type Call, print, type Shell } from './shell.ts';

const examples = `
\`onrecord serve\` and \`onrecord import\` do this by themselves. The server has to be stopped.

Example:
  $ onrecord migrate --database-url file:./data/onrecord.db`;

export function defineMigrate(command: Command, shell: Shell): void {
  command
    .description(
      'Runs the migrations that the database lacks, and makes the database where there is none.',
    )
    .addHelpText('after', examples);
  withSettings(command, databaseSettings).action(() => migrate({ command, shell }));
}

async function migrate(call: Call): Promise<void> {
  const { databaseUrl: url, databaseAuthToken: authToken, requireSynced } = configOf(call);
  const opened = { url, authToken, requireSynced, command: 'migrate' };
  const before = await migrationsOf({ ...opened, migrate: false, check: false });
  const onBackup = ({ file }: { readonly file: string }) =>
    print(call.shell, `Backed up first: ${file}`);
  const progress = terminalProgress(call.shell.stderr);
  const onUpgrade = tellUpgrade(progress);
  const after = await migrationsOf({ ...opened, onBackup, onUpgrade });
  progress.clear();
  const where = nameOf(databaseLocation(url));
  const state = before === null ? 'is up to date now' : 'was up to date';
  print(call.shell, `${where} ${state}: its last migration is ${after?.at(-1)}.`);
}

/** The migrations that the database has run; null where it lacks some that are not to be run. */
async function migrationsOf(options: DatabaseOptions): Promise<readonly string[] | null> {
  try {
    const db = await openDatabase(options);
    try {
      return (await recordStatus(db.reader)).migrations;
    } finally {
      await db.close();
    }
  } catch (error) {
    if (error instanceof SchemaOlder) return null;
    throw error;
  }
}
