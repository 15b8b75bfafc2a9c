import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import { keepMode } from '../../db/file/file-mode.ts';
import type { ExportChoices } from '../../db/interchange/export.ts';
import { withAccess } from './open-access.ts';
import { withRecord } from './run.ts';
import type { Call, Shell } from './shell.ts';

const examples = `
The export holds content and no clocks: imported into an empty database it makes the same export again. Without
FILE it goes to standard output. A file appears whole or not at all. Without texts it is a ledger: hashes, places and
chains stay, and what is quoted is checked when the texts are imported.

Examples:
  $ onrecord export record.jsonl
  $ onrecord export | gzip > record.jsonl.gz
  $ onrecord export --without-texts ledger.jsonl`;

export function defineExport(command: Command, shell: Shell): void {
  command
    .description(
      'Writes everything on record in the format onrecord/1; docs/format.md tells the format.',
    )
    .argument('[file]', 'where to write it')
    .option('--without-texts', 'leave the texts of articles out')
    .option('--without-quotes', 'leave the quotes out, and the texts with them')
    .addHelpText('after', examples);
  withAccess(command).action((file?: string) => exportRecord({ command, shell }, file));
}

async function exportRecord(call: Call, path: string | undefined): Promise<void> {
  const choices = call.command.opts<ExportChoices>();
  await withRecord(call, { create: false }, async ({ record, signal, progress }) => {
    const onProgress = (lines: number) => progress.update(`${lines} lines`);
    if (path === undefined) {
      // A terminal shows the lines themselves.
      return writeLines(record.exportLines(choices), call.shell.stdout, {
        signal,
        onProgress: () => {},
      });
    }
    const part = `${path}.part`;
    const file = createWriteStream(part);
    try {
      await once(file, 'open');
      await writeLines(record.exportLines(choices), file, { signal, onProgress });
      file.end();
      await once(file, 'close');
      keepMode(part, path);
      await rename(part, path);
    } catch (error) {
      file.destroy();
      await rm(part, { force: true });
      throw error;
    }
  });
}

async function writeLines(
  lines: AsyncIterable<string>,
  stream: Writable,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress: (lines: number) => void },
): Promise<void> {
  let count = 0;
  for await (const line of lines) {
    signal.throwIfAborted();
    if (!stream.write(`${line}\n`)) await once(stream, 'drain', { signal });
    count += 1;
    onProgress(count);
  }
}
