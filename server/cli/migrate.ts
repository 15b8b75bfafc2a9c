import type { Command } from 'commander';
import { openDatabase } from '../../db/client.ts';
import { databaseLocation } from '../../db/location.ts';
import { recordStatus } from '../../db/queries/status.ts';
import { SchemaOlder } from '../../db/startup-error.ts';
import { print } from './run.ts';
import { configOf, databaseSettings, withSettings } from './settings.ts';

const examples = `
\`onrecord serve\` and \`onrecord import\` do this by themselves. The server has to be stopped.

Example:
  $ onrecord migrate --database-url file:./data/onrecord.db`;

export function addMigrate(program: Command): void {
  const command = program
    .command('migrate')
    .summary('bring the database up to date')
    .description(
      'Runs the migrations that the database lacks, and makes the database where there is none.',
    )
    .addHelpText('after', examples);
  withSettings(command, databaseSettings).action(() => migrate(command));
}

async function migrate(command: Command): Promise<void> {
  const { databaseUrl: url, databaseAuthToken: authToken } = configOf(command);
  const wasCurrent = await isCurrent({ url, authToken });
  const db = await openDatabase({ url, authToken });
  try {
    const { migrations } = await recordStatus(db.reader);
    const location = databaseLocation(url);
    const where = location.kind === 'file' ? location.path : url;
    const state = wasCurrent ? 'was up to date' : 'is up to date now';
    print(`${where} ${state}: its last migration is ${migrations.at(-1)}.`);
  } finally {
    await db.close();
  }
}

async function isCurrent(options: {
  url: string;
  authToken: string | undefined;
}): Promise<boolean> {
  try {
    const db = await openDatabase({ ...options, migrate: false });
    await db.close();
    return true;
  } catch (error) {
    if (error instanceof SchemaOlder) return false;
    throw error;
  }
}
