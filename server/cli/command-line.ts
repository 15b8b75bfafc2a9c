import { readFileSync } from 'node:fs';
import { Command, type OutputConfiguration } from 'commander';
import { exitCodeOf, exitCodes, exitCodesHelp, messageOf } from './exit.ts';
import type { Shell } from './shell.ts';

type AddCommand = (program: Command, shell: Shell) => void;

/** The commands in the order of the help. What one of them needs is loaded where it is called, and for none but it. */
const commands: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['serve', async () => (await import('./serve.ts')).addServe],
  ['demo', async () => (await import('./demo.ts')).addDemo],
  ['status', async () => (await import('./status.ts')).addStatus],
  ['migrate', async () => (await import('./migrate.ts')).addMigrate],
  ['import', async () => (await import('./import.ts')).addImport],
  ['export', async () => (await import('./export.ts')).addExport],
  ['verify', async () => (await import('./verify.ts')).addVerify],
  ['backup', async () => (await import('./backup.ts')).addBackup],
  ['restore', async () => (await import('./restore.ts')).addRestore],
  ['erase', async () => (await import('./erase.ts')).addErase],
  ['ingest', async () => (await import('./ingest.ts')).addIngest],
  ['extract', async () => (await import('./extract.ts')).addExtract],
  ['train', async () => (await import('./train.ts')).addTrain],
  ['token', async () => (await import('./token.ts')).addToken],
  ['print-schema', async () => (await import('./print-schema.ts')).addPrintSchema],
]);

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
  for (const add of await commandsFor(args)) add(program, shell);
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

/** The command that is called; all of them where none is, or one that is not there: their names are wanted then. */
async function commandsFor([name = '']: readonly string[]): Promise<readonly AddCommand[]> {
  if (name === '-V' || name === '--version') return [];
  const called = commands.get(name);
  const loads = called === undefined ? [...commands.values()] : [called];
  return Promise.all(loads.map((load) => load()));
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
