import type { Log } from '../log.ts';
import type { Shell } from './shell.ts';

/** The shell of this process: its streams, its environment and its signals. */
export const processShell: Shell = {
  env: process.env,
  // Asked for when they are needed: opening standard input is an act of its own.
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    return process.stderr;
  },
  async untilInterrupted(work) {
    const interrupt = new AbortController();
    const onSignal = () => interrupt.abort();
    // Once: a second Ctrl-C ends the process where it is.
    process.once('SIGINT', onSignal);
    process.once('SIGTERM', onSignal);
    try {
      return await work(interrupt.signal);
    } finally {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    }
  },
  untilStopped: (stop, log) => new Promise(() => stopAtSignal(stop, log)),
};

/**
 * Stops at SIGTERM and SIGINT, and leaves the process within five seconds, whatever still runs. A second signal leaves
 * at once.
 */
function stopAtSignal(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(0), 4_800).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the server did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
