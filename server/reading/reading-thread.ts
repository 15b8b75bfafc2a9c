import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { InputInvalid } from '../../db/rules/errors.ts';
import type { ReadInput } from '../../schema/context.ts';
import type { FileBytes } from '../cli/article-file.ts';

/** What the thread is asked: who an extractor is or, with an input, what it drafts; or which article a file holds. */
export type ReadingRequest =
  | {
      readonly extractor: string;
      readonly input?: ReadInput;
      /** Whether what it read of the text is kept for a while, for whoever asks again with other input. */
      readonly isKept?: boolean;
    }
  | { readonly file: FileBytes };

export type ReadingAnswer = { readonly done: unknown } | { readonly failed: unknown };

export interface ReadingOptions {
  /** The file with the weights of the extractor of that name. */
  readonly weights?: string | undefined;
  /** How long one text may take. */
  readonly patienceMs?: number;
}

// A page is taken apart in seconds, or never.
const filePatienceMs = 30_000;

/**
 * Reads one text after the other in a thread of its own, so that this one goes on answering. It is started when it is
 * first needed, and anew after it died or was ended.
 */
export class ReadingThread {
  readonly #options: ReadingOptions;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #stop = new AbortController();
  #isClosed = false;

  constructor(options: ReadingOptions) {
    this.#options = options;
  }

  /** @throws The signal's reason, once it is aborted; InputInvalid where the text takes too long */
  ask(asked: ReadingRequest, signal?: AbortSignal): Promise<unknown> {
    const answer = this.#last.then(() => this.#askNow(asked, signal));
    this.#last = answer.catch(() => {});
    return answer;
  }

  /** Ends the thread, whatever it reads. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stop.abort();
    await this.#last;
    await this.#end();
  }

  async #askNow(asked: ReadingRequest, signal: AbortSignal | undefined): Promise<unknown> {
    signal?.throwIfAborted();
    if (this.#isClosed) throw new Error('The server has stopped: nothing is read any more.');
    const { patienceMs: patience = 30_000 } = this.#options;
    const patienceMs = 'file' in asked ? Math.min(patience, filePatienceMs) : patience;
    const late = AbortSignal.timeout(patienceMs);
    this.#stop = new AbortController();
    const given = signal ? [signal] : [];
    try {
      return await this.#answer(asked, AbortSignal.any([this.#stop.signal, late, ...given]));
    } catch (error) {
      signal?.throwIfAborted();
      if (late.aborted) throw tooSlow(patienceMs);
      throw error;
    }
  }

  async #answer(asked: ReadingRequest, signal: AbortSignal): Promise<unknown> {
    const worker = this.#worker ?? this.#start();
    this.#worker = worker;
    worker.ref();
    worker.postMessage(asked);
    // It may be left in the midst of a text: the next one gets another thread.
    const [answer]: ReadingAnswer[] = await once(worker, 'message', { signal }).catch(
      async (error: unknown) => {
        await this.#end();
        throw error;
      },
    );
    worker.unref();
    if (answer === undefined) throw new Error('The thread that reads answered nothing.');
    if ('failed' in answer) throw answer.failed;
    return answer.done;
  }

  #start(): Worker {
    const { weights } = this.#options;
    const isCompiled = import.meta.url.endsWith('.js');
    const program = isCompiled
      ? new URL('./reading-program.js', import.meta.url)
      : new URL('./reading-from-sources.js', import.meta.url);
    const worker = new Worker(program, { execArgv: [], workerData: { weights } });
    worker.on('error', () => {});
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    return worker;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

function tooSlow(ms: number): InputInvalid {
  const because = `This text takes longer than ${ms / 1_000} s to be read: record it without reading.`;
  return new InputInvalid(because, ['text']);
}
