import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { unfinishedOf } from '../../db/file/backup/back-up.ts';
import { checksumOf } from '../../db/file/backup/checksum.ts';
import type { Progress } from './progress.ts';
import { withRecord } from './run.ts';
import { databaseSettings, withSettings } from './settings.ts';
import { type Call, print, printJson, type Shell } from './shell.ts';
import { sizeText } from './size.ts';

const examples = `
Works while a server runs, and is made by it then. FILE must not be there yet; it appears whole or not at all, with
FILE.sha256 beside it.

Where the database file or its log was removed or replaced while a server runs, --rescue saves what that server still has
open. It asks the server alone, which answers nothing else meanwhile.

Examples:
  $ onrecord backup /backups/onrecord-$(date +%F).db
  $ onrecord backup /backups/onrecord.db --json
  $ onrecord backup --rescue /backups/rescued.db`;

export function defineBackup(command: Command, shell: Shell): void {
  command
    .description(
      'Copies the database file as it is now, examines the copy and puts its checksum beside it.',
    )
    .argument('<file>', 'where to put it')
    .option('--rescue', 'of what the running server still has open, where the file itself is gone')
    .option('--json', 'print what was made as JSON')
    .addHelpText('after', examples);
  withSettings(command, databaseSettings).action((file: string) =>
    backUp({ command, shell }, resolve(file)),
  );
}

async function backUp(call: Call, file: string): Promise<void> {
  const { json = false, rescue = false } = call.command.opts<BackupFlags>();
  await withRecord(
    call,
    { create: false, isServed: rescue },
    async ({ record, signal, progress }) => {
      const watching = watchFile(unfinishedOf(file), progress);
      const making = rescue ? record.rescue(file) : record.backUp(file, signal);
      const made = await making.finally(() => clearInterval(watching));
      progress.clear();
      if (json) printJson(call.shell, made);
      else {
        print(
          call.shell,
          `${made.file} holds the record up to event ${made.seq}: ${sizeText(made.bytes)}.`,
        );
        print(call.shell, `Its checksum is in ${checksumOf(made.file)}.`);
      }
    },
  );
}

interface BackupFlags {
  readonly json?: boolean;
  readonly rescue?: boolean;
}

/** Tells how much of a file is written, whoever writes it. */
function watchFile(path: string, progress: Progress): NodeJS.Timeout {
  return setInterval(() => {
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size !== undefined) progress.update(`Copied ${sizeText(size)}`);
  }, 200);
}
