import { resolve } from 'node:path';
import type { Command } from 'commander';
import { restoreFile } from '../../db/file/backup/restore.ts';
import { databaseLocation, nameOf } from '../../db/file/location.ts';
import { NoFileHere } from '../../db/file/startup-error.ts';
import { untilInterrupted } from './run.ts';
import { configOf, databaseSettings, withSettings } from './settings.ts';
import { type Call, print, printJson, type Shell } from './shell.ts';

const examples = `
The server has to be stopped, and the database of before moved away. The checksum is looked for in FILE.sha256. The
restored database is another one to those who follow its feed: they begin anew.

Example:
  $ onrecord restore /backups/onrecord-2026-11-22.db --database-url file:./data/onrecord.db`;

export function defineRestore(command: Command, shell: Shell): void {
  command
    .description('Makes the database of a backup, where there is none, after examining it.')
    .argument('<file>', 'the backup')
    .option('--json', 'print what was restored as JSON')
    .addHelpText('after', examples);
  withSettings(command, databaseSettings).action((file: string) =>
    restore({ command, shell }, resolve(file)),
  );
}

async function restore(call: Call, file: string): Promise<void> {
  const { command, shell } = call;
  const { json = false } = command.opts<{ json?: boolean }>();
  const location = databaseLocation(configOf(call).databaseUrl);
  if (location.kind === 'server') throw new NoFileHere(nameOf(location));
  await untilInterrupted(shell, async (signal, progress) => {
    progress.update(`Examining ${file}`);
    const restored = await restoreFile(file, location.path, signal);
    progress.clear();
    if (json) printJson(shell, restored);
    else
      print(
        shell,
        `${restored.file} holds the record up to event ${restored.seq}, as ${file} does.`,
      );
  });
}
