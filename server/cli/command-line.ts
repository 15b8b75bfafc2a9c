import { readFileSync } from 'node:fs';
import { Command, type OutputConfiguration } from 'commander';
import { exitCodeOf, exitCodes, exitCodesHelp, messageOf } from './exit.ts';
import type { Shell } from './shell.ts';

/** Gives a command its description and its options, and tells what it does. */
type Define = (command: Command, shell: Shell) => void;

/** A command: its name, what the help says of it, and what defines it, which is loaded where it is called, and for none but it. */
type Listed = readonly [name: string, summary: string, load: () => Promise<Define>];

/** The commands, in the order of the help. */
const commands: readonly Listed[] = [
  ['serve', 'serve the record over GraphQL', async () => (await import('./serve.ts')).defineServe],
  [
    'demo',
    'play the sample record as live events',
    async () => (await import('./demo.ts')).defineDemo,
  ],
  [
    'status',
    'show the state of the record on one screen',
    async () => (await import('./status.ts')).defineStatus,
  ],
  [
    'migrate',
    'bring the database up to date',
    async () => (await import('./migrate.ts')).defineMigrate,
  ],
  [
    'import',
    'bring files in the format onrecord/1 into the record',
    async () => (await import('./import.ts')).defineImport,
  ],
  [
    'export',
    'write the record in the format onrecord/1',
    async () => (await import('./export.ts')).defineExport,
  ],
  [
    'verify',
    'look for faults in the whole record',
    async () => (await import('./verify.ts')).defineVerify,
  ],
  [
    'backup',
    'copy the database file, while it is served, too',
    async () => (await import('./backup.ts')).defineBackup,
  ],
  [
    'restore',
    'make the database of a backup',
    async () => (await import('./restore.ts')).defineRestore,
  ],
  [
    'erase',
    'take the text and the quotes of an article off for good',
    async () => (await import('./erase.ts')).defineErase,
  ],
  [
    'ingest',
    'record articles and draft what stands in them',
    async () => (await import('./ingest/ingest.ts')).defineIngest,
  ],
  [
    'extract',
    'print what an article would draft',
    async () => (await import('./extract.ts')).defineExtract,
  ],
  [
    'train',
    'train the weights that read better than the rules',
    async () => (await import('./train.ts')).defineTrain,
  ],
  ['token', 'create, list and revoke tokens', async () => (await import('./token.ts')).defineToken],
  [
    'print-schema',
    'print the GraphQL schema',
    async () => (await import('./print-schema.ts')).definePrintSchema,
  ],
];

/** Runs the command line as it was called with these arguments, and answers its exit code. */
export async function runCommandLine(args: readonly string[], shell: Shell): Promise<number> {
  const program = new Command('onrecord')
    .description('The public record of who said what, who disputes it, and in whose words.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .showHelpAfterError('(--help tells more)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: false, subcommandTerm: (command) => command.name() })
    .configureOutput(outputOf(shell));
  const called = args.find((arg) => !arg.startsWith('-') && arg !== 'help');
  for (const [name, summary, load] of commands) {
    const command = program.command(name).summary(summary);
    if (name === called) (await load())(command, shell);
  }
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
