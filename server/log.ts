import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

/** The process's log: JSON lines, on standard error unless another `stream` is given. */
export function createLog(options: { level: LogLevel; stream?: DestinationStream }): Log {
  return pino(
    { level: options.level, base: null },
    options.stream ?? destination({ dest: 2, sync: true }),
  );
}
