import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { InputInvalid, PageInvalid, type RecordError } from '../../db/rules/errors.ts';
import type { PageArticle } from '../../extract/web-page/page.ts';
import type { ReadInput } from '../../schema/context.ts';
import type { FileBytes } from '../cli/article-file.ts';

/** What the thread is asked: who an extractor is or, with an input, what it drafts; in which language a text is; what stands on a page, or in a file. */
export type ReadingRequest =
  | {
      readonly extractor: string;
      readonly input?: ReadInput;
      /** Whether what it read of the text is kept for a while, for whoever asks again with other input. */
      readonly isKept?: boolean;
    }
  | { readonly text: string; readonly declared: string | null | undefined }
  | { readonly page: Uint8Array; readonly address?: string | undefined }
  | { readonly file: FileBytes };

export type ReadingAnswer = { readonly done: unknown } | { readonly failed: unknown };

/** What it answers about a page. */
export type PageAnswer =
  | { readonly read: PageArticle }
  | { readonly unreadable: string; readonly isNoArticle: boolean };

export interface ReadingOptions {
  /** The file with the weights of the extractor of that name. */
  readonly weights?: string | undefined;
  /** How long one text may take. */
  readonly patienceMs?: number;
}

// Soon enough for whoever asked to be told, and not only that their time is over. The largest page of prose takes 4 s.
const pagePatienceMs = 8_000;

// A page is taken apart in seconds, or never.
const filePatienceMs = 30_000;

// Thrice what the largest page of prose takes, beside the model of the language.
const memoryMb = 1_024;

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

  /** @throws The signal's reason, once it is aborted; InputInvalid or PageInvalid where it takes too long or too much */
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
    const patienceMs = Math.min(patience, mostPatienceMs(asked));
    const late = AbortSignal.timeout(patienceMs);
    this.#stop = new AbortController();
    const given = signal ? [signal] : [];
    try {
      return await this.#answer(asked, AbortSignal.any([this.#stop.signal, late, ...given]));
    } catch (error) {
      signal?.throwIfAborted();
      if (late.aborted) throw tooSlow(patienceMs, asked);
      if (Object(error).code === 'ERR_WORKER_OUT_OF_MEMORY') throw tooLarge(asked);
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
    const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
    const worker = new Worker(program, { execArgv: [], workerData: { weights }, resourceLimits });
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

function mostPatienceMs(asked: ReadingRequest): number {
  if ('page' in asked) return pagePatienceMs;
  return 'file' in asked ? filePatienceMs : Number.POSITIVE_INFINITY;
}

function tooSlow(ms: number, asked: ReadingRequest): RecordError {
  const because = `takes longer than ${ms / 1_000} s to be read`;
  if ('page' in asked) return new PageInvalid({ fault: 'TOO_SLOW', because: `It ${because}.` });
  return new InputInvalid(`This text ${because}: record it without reading.`, ['text']);
}

function tooLarge(asked: ReadingRequest): RecordError {
  const because = 'takes more memory to be read than there is for it';
  if ('page' in asked) return new PageInvalid({ fault: 'TOO_LARGE', because: `It ${because}.` });
  return new InputInvalid(`This text ${because}: record it without reading.`, ['text']);
}
