import { type DestinationStream, destination, symbols } from 'pino';

/** So many bytes of lines are written at once. */
const heldBytes = 4_096;

/** No line waits longer. */
const heldMs = 500;

/** The level from which on a line is written at once, as pino counts levels. */
const error = 50;

interface LeveledStream extends DestinationStream {
  /** Asks pino to tell the level of each line. */
  readonly [symbols.needsMetadataGsym]: true;
  lastLevel: number;
}

/** Signals that end a process unless it listens to them. */
const fatalSignals = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const;

let opened: LeveledStream | null = null;

/**
 * Standard error for the log of a process that logs much: a line waits there for others, and is written after half a
 * second at the latest; with an error, and whatever else ends the process but SIGKILL, at once. A process has one.
 */
export function openLogStream(): LeveledStream {
  opened ??= open();
  return opened;
}

function open(): LeveledStream {
  const held = destination({ dest: 2, sync: true, minLength: heldBytes, periodicFlush: heldMs });
  const flush = (): void => held.flush();
  process.on('exit', flush);
  for (const signal of fatalSignals) {
    // Before all others that listen: those that listen once would be gone.
    process.prependOnceListener(signal, () => {
      flush();
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
  return {
    [symbols.needsMetadataGsym]: true,
    lastLevel: 0,
    write(line) {
      held.write(line);
      if (this.lastLevel >= error) flush();
    },
  };
}
