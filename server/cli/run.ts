import type { Command } from 'commander';
import { type AccessOptions, openAccess } from './open-access.ts';
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
  options: AccessOptions,
  work: (work: Work) => Promise<void>,
): Promise<void> {
  await untilInterrupted(async (signal, progress) => {
    const record = await openAccess(command, { ...options, signal, progress });
    try {
      await work({ record, signal, progress });
    } finally {
      progress.clear();
      await record.close();
    }
  });
}

/** Works until it is done or Ctrl-C aborts the signal. */
export async function untilInterrupted(
  work: (signal: AbortSignal, progress: Progress) => Promise<void>,
): Promise<void> {
  const interrupt = new AbortController();
  const onSignal = () => interrupt.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    await work(interrupt.signal, terminalProgress());
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
