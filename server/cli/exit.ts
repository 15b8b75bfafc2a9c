import { CommanderError } from 'commander';
import { StartupError } from '../../db/file/startup-error.ts';
import { isDamage, isFull, StorageError } from '../../db/read/storage-error.ts';
import { RecordError } from '../../db/rules/errors.ts';
import { SettingRefused } from '../setting-refused.ts';

/** What the process tells whoever started it. */
export const exitCodes = { done: 0, fault: 1, usage: 2, unavailable: 3, interrupted: 130 } as const;

/** The exit codes, as `--help` lists them. */
export const exitCodesHelp = `
Exit codes:
  0    done
  1    refused, or a fault was found
  2    wrong usage: an option, a setting or a file that cannot be used
  3    the database or the server is not available: owned, newer, damaged, out of reach
  130  interrupted; what was written before stays, and doing it again goes on from there`;

/** A command that ends here, with a message of one or more lines for the person who started it. */
export class CommandFailed extends Error {
  readonly code = 'COMMAND_FAILED';
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.name = 'CommandFailed';
    this.exitCode = exitCode;
  }
}

/** The exit code of whatever a command threw. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommandFailed) return error.exitCode;
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof SettingRefused) return exitCodes.usage;
  if (error instanceof StartupError) return startupCode(error);
  if (error instanceof StorageError || cannotListen(error)) return exitCodes.unavailable;
  if (isFull(error) || isDamage(error)) return exitCodes.unavailable;
  if (isAbort(error)) return exitCodes.interrupted;
  return exitCodes.fault;
}

/** What a person is told of it; null where they were told already. */
export function messageOf(error: unknown): string | null {
  if (error instanceof CommanderError) return null;
  if (isAbort(error)) return 'Interrupted.';
  if (error instanceof StartupError || error instanceof StorageError || cannotListen(error)) {
    return `${error.code}: ${error.message}`;
  }
  if (isFull(error)) return `STORAGE_FULL: There is no room left to write to.`;
  if (isDamage(error)) return `DATABASE_CORRUPT: ${error.message}: restore a backup.`;
  const isExpected =
    error instanceof CommandFailed ||
    error instanceof SettingRefused ||
    error instanceof RecordError;
  if (isExpected) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const startupCodes: Readonly<Record<string, number>> = {
  DATABASE_URL_INVALID: exitCodes.usage,
  BACKUP_NOT_FOUND: exitCodes.usage,
  DATABASE_EXISTS: exitCodes.fault,
  NO_FILE_HERE: exitCodes.fault,
};

function startupCode({ code }: StartupError): number {
  return startupCodes[code] ?? exitCodes.unavailable;
}

// By its code: the server's modules are not loaded for commands that serve nothing.
function cannotListen(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && error.code === 'CANNOT_LISTEN';
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
