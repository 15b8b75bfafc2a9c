import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import type { Shell } from '../../../server/cli/shell.ts';
import { type CliPlace, openPlace, type PlaceOptions, type Ran, type Running } from './run-cli.ts';

/** A command that runs in this process. */
interface Started extends Pick<Running, 'until' | 'ended'> {
  /** What it reads as standard input. */
  readonly stdin: PassThrough;
  /** Ctrl-C. */
  interrupt(): void;
}

/** A folder with a database of its own, and the command line on it, without a process for each command. */
export interface PlaceInProcess extends Omit<CliPlace, 'start'> {
  start(...args: string[]): Started;
  /** Starts a process, where that is what is tested. */
  spawn(...args: string[]): Running;
}

export async function openPlaceInProcess(options: PlaceOptions = {}): Promise<PlaceInProcess> {
  const place = await openPlace(options);
  const all: Started[] = [];
  const start = (...args: string[]): Started => {
    const started = startInProcess(args, place.env);
    all.push(started);
    return started;
  };
  return {
    ...place,
    run: (...args) => start(...args).ended(),
    start,
    spawn: place.start,
    async [Symbol.asyncDispose]() {
      for (const started of all) started.interrupt();
      await Promise.all(all.map((started) => started.ended()));
      await place[Symbol.asyncDispose]();
    },
  };
}

function startInProcess(args: readonly string[], env: CliPlace['env']): Started {
  const [out, err, stdin] = [new Captured(), new Captured(), new PassThrough()];
  const interrupt = new AbortController();
  const { signal } = interrupt;
  const shell: Shell = {
    env,
    stdin,
    stdout: out,
    stderr: err,
    untilInterrupted: (work) => work(signal),
    async untilStopped(stop) {
      if (!signal.aborted) await once(signal, 'abort');
      await stop();
    },
  };
  const ended = runCommandLine(args, shell).then(
    (code): Ran => ({ code, out: out.text, err: err.text }),
  );
  return {
    stdin,
    interrupt: () => interrupt.abort(),
    ended: () => ended,
    async until(text) {
      while (!out.text.includes(text)) {
        const over = await Promise.race([once(out, 'told').then(() => null), ended]);
        if (over !== null && !out.text.includes(text)) {
          throw new Error(`It ended without ${JSON.stringify(text)}: ${over.out}${over.err}`);
        }
      }
      return out.text;
    },
  };
}

/** A stream that keeps what it is told, and tells of it. */
class Captured extends Writable {
  text = '';

  constructor() {
    super({ decodeStrings: false });
  }

  override _write(chunk: string, _encoding: string, done: () => void): void {
    this.text += chunk;
    done();
    this.emit('told');
  }
}
