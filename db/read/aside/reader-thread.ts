import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { InValue } from '@libsql/client';

const program = fileURLToPath(new URL('./reader-program.js', import.meta.url));

/** As the reader of this thread is set, with half of its memory: few pages are read twice. */
const pragmas = 'pragma query_only = 1; pragma cache_size = -32768';

/** A statement with the values of its placeholders. */
interface ThreadQuestion {
  readonly text: string;
  readonly values: readonly InValue[];
}

/** What the thread answers. */
interface ThreadAnswer {
  readonly row?: unknown;
  readonly failed?: { readonly code: string; readonly message: string };
  /** How long the statement kept a processor. */
  readonly spentMs: number;
}

interface Asked {
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** A statement failed in the thread. */
export class StatementFailed extends Error {
  readonly code: string;

  constructor({ code, message }: { readonly code: string; readonly message: string }) {
    super(message);
    this.name = 'StatementFailed';
    this.code = code;
  }
}

/**
 * Reads a file in a thread of its own, on a connection of its own. It is started when it is first needed. It is never
 * ended in the midst of a statement: SQLite would take the whole process with it.
 */
export class ReaderThread {
  readonly #address: string;
  #worker: Worker | null = null;
  #asked: Asked | null = null;

  constructor(address: string) {
    this.#address = address;
  }

  get isStarted(): boolean {
    return this.#worker !== null;
  }

  /** The first row that the statement answers with, or why it failed. One statement is asked at a time. */
  ask(question: ThreadQuestion): Promise<ThreadAnswer> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    worker.ref();
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      worker.postMessage(question);
    });
  }

  /** Lets go of the file, while no statement runs. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    this.#worker = null;
    worker.ref();
    const ended = once(worker, 'exit');
    worker.postMessage(null);
    await ended;
  }

  #start(): Worker {
    const workerData = { address: this.#address, pragmas };
    const worker = new Worker(program, { execArgv: [], workerData });
    const settle = (how: (asked: Asked) => void): void => {
      const asked = this.#asked;
      this.#asked = null;
      // A process does not stay for a thread that has nothing to do.
      worker.unref();
      if (asked !== null) how(asked);
    };
    worker.on('message', (answer: ThreadAnswer) => settle(({ resolve }) => resolve(answer)));
    worker.on('error', (error) => settle(({ reject }) => reject(error)));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
      settle(({ reject }) => reject(new Error('The thread that reads has ended.')));
    });
    return worker;
  }
}
