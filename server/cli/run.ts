import type { Command } from 'commander';
import { openAccess } from './open-access.ts';
import { type Progress, terminalProgress } from './progress.ts';
import type { RecordAccess } from './record-access.ts';

/** What a command that works on a record is given. */
export interface Work {
  readonly record: RecordAccess;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Opens the record that the command's flags lead to, works on it, and lets go of it. */
export async function withRecord(
  command: Command,
  options: { readonly create: boolean },
  work: (work: Work) => Promise<void>,
): Promise<void> {
  const interrupt = new AbortController();
  const onSignal = () => interrupt.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const progress = terminalProgress();
  try {
    const record = await openAccess(command, options);
    try {
      await work({ record, signal: interrupt.signal, progress });
    } finally {
      progress.clear();
      await record.close();
    }
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** Prints a line for a person or a program. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}
