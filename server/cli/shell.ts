import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import type { Settings } from '../config.ts';
import type { Log } from '../log.ts';

/** What the command line has of whoever started it. `process-shell.ts` is that of a process; a test brings its own. */
export interface Shell {
  readonly env: Settings & { readonly ONRECORD_TOKEN?: string | undefined };
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  /** Works with a signal that aborts when the command is told to end, as by Ctrl-C. */
  untilInterrupted<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
  /** Waits until the command is told to end, stops what it runs, and leaves: in the end whatever still runs. */
  untilStopped(stop: () => Promise<void>, log: Log): Promise<void>;
}

/** A stream that a person may look at. */
export interface Output extends Writable {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  hasColors?(): boolean;
}

/** A command as it was called. */
export interface Call {
  readonly command: Command;
  readonly shell: Shell;
}

/** Prints a line for a person or a program. */
export function print({ stdout }: Shell, text: string): void {
  stdout.write(`${text}\n`);
}

export function printJson(shell: Shell, value: unknown): void {
  print(shell, JSON.stringify(value, null, 2));
}
