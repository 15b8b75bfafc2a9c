#!/usr/bin/env node
import { runCommandLine } from './command-line.ts';
import { exitCodes } from './exit.ts';
import { processShell } from './process-shell.ts';

// What this program makes, files and folders, is for whoever runs it alone, whatever mask it was started with.
process.umask(0o077);

// Whoever reads may stop reading: `onrecord export | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.done);
});

process.exitCode = await runCommandLine(process.argv.slice(2), processShell);
