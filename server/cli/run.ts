import { type AccessOptions, openAccess } from './open-access.ts';
import { type Progress, terminalProgress } from './progress.ts';
import type { RecordAccess } from './record-access.ts';
import type { Call, Shell } from './shell.ts';

/** What a command that works on a record is given. */
export interface Work {
  readonly record: RecordAccess;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Opens the record that the command's flags lead to, works on it, and lets go of it. */
export async function withRecord(
  call: Call,
  options: AccessOptions,
  work: (work: Work) => Promise<void>,
): Promise<void> {
  await untilInterrupted(call.shell, async (signal, progress) => {
    const record = await openAccess(call, { ...options, signal, progress });
    try {
      await work({ record, signal, progress });
    } finally {
      progress.clear();
      await record.close();
    }
  });
}

/** Works until it is done or Ctrl-C aborts the signal. */
export function untilInterrupted(
  shell: Shell,
  work: (signal: AbortSignal, progress: Progress) => Promise<void>,
): Promise<void> {
  return shell.untilInterrupted((signal) => work(signal, terminalProgress(shell.stderr)));
}
