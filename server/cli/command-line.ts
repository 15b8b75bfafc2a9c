import { readFileSync } from 'node:fs';
import { Command, type OutputConfiguration } from 'commander';
import { addBackup } from './backup.ts';
import { addDemo } from './demo.ts';
import { addErase } from './erase.ts';
import { exitCodeOf, exitCodes, exitCodesHelp, messageOf } from './exit.ts';
import { addExport } from './export.ts';
import { addExtract } from './extract.ts';
import { addImport } from './import.ts';
import { addIngest } from './ingest.ts';
import { addMigrate } from './migrate.ts';
import { addPrintSchema } from './print-schema.ts';
import { addRestore } from './restore.ts';
import { addServe } from './serve.ts';
import type { Shell } from './shell.ts';
import { addStatus } from './status.ts';
import { addToken } from './token.ts';
import { addTrain } from './train.ts';
import { addVerify } from './verify.ts';

const commands = [
  addServe,
  addDemo,
  addStatus,
  addMigrate,
  addImport,
  addExport,
  addVerify,
  addBackup,
  addRestore,
  addErase,
  addIngest,
  addExtract,
  addTrain,
  addToken,
  addPrintSchema,
];

/** Runs the command line as it was called with these arguments, and answers its exit code. */
export async function runCommandLine(args: readonly string[], shell: Shell): Promise<number> {
  const program = new Command('onrecord')
    .description('The public record of who said what, who disputes it, and in whose words.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .showHelpAfterError('(--help tells more)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput(outputOf(shell));
  for (const add of commands) add(program, shell);
  listExitCodes(program);

  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    const message = messageOf(error);
    if (message !== null) shell.stderr.write(`${message}\n`);
    return exitCodeOf(error);
  }
}

function outputOf({ stdout, stderr }: Shell): OutputConfiguration {
  return {
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
    getOutHelpWidth: () => (stdout.isTTY ? stdout.columns : undefined) ?? 80,
    getErrHelpWidth: () => (stderr.isTTY ? stderr.columns : undefined) ?? 80,
  };
}

/** The help of every command ends with the exit codes. */
function listExitCodes(command: Command): void {
  command.addHelpText('after', exitCodesHelp);
  for (const inner of command.commands) listExitCodes(inner);
}

function version(): string {
  for (const place of ['../../package.json', '../../../package.json']) {
    try {
      const found: unknown = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
      const { version } = Object(found);
      if (typeof version === 'string') return version;
    } catch {
      // Built files lie one folder deeper.
    }
  }
  return 'unknown';
}
