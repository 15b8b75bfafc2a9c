import { type DestinationStream, destination, type Logger, pino, stdSerializers } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

/**
 * The process's log: JSON lines, on standard error unless another `stream` is given. Of an error it tells what failed
 * and where, but no token, and none of the values that a statement was asked with.
 */
export function createLog(options: { level: LogLevel; stream?: DestinationStream }): Log {
  return pino(
    { level: options.level, base: null, serializers: { err: errorTold } },
    options.stream ?? destination({ dest: 2, sync: true }),
  );
}

/** The name of an operation as it may stand in the log: whoever asks chooses it. */
export function nameInLog(operation: unknown): string | undefined {
  return typeof operation === 'string' && /^\w{1,100}$/.test(operation) ? operation : undefined;
}

function errorTold(error: unknown): unknown {
  if (!(error instanceof Error)) return withoutSecrets(String(error));
  const { message, stack, type } = stdSerializers.err(error);
  const code = 'code' in error ? error.code : undefined;
  return { type, code, message: withoutSecrets(message), stack: withoutSecrets(stack) };
}

/** What stands after `params:` are the values of a statement that failed, up to the first line of its stack. */
function withoutSecrets(text: string): string {
  return text
    .replaceAll(/\bonr_[\w-]{43}/g, 'onr_…')
    .replaceAll(/\nparams: .*?(?=\n {4}at |$)/gs, '\nparams: …');
}
