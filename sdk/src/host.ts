// The shapes of what the SDK uses of its host. Browsers, Node, Deno, Bun and workers have it all, and
// each brings types of its own; so a project needs neither the DOM's nor Node's to use ours.

/**
 * A signal to stop, by its shape: every `AbortSignal` is one.
 * @example const signal: Signal = new AbortController().signal;
 */
export interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What the SDK sends. */
interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: Signal;
}

/** What the SDK reads of an answer, by its shape: every `Response` of the fetch standard is one. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: ByteStream | null;
  text(): Promise<string>;
}

/** A body as it arrives. */
export interface ByteStream {
  getReader(): ByteReader;
}

/** One after another, the pieces of a body. */
interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

/**
 * A function that sends requests: your project's own type of `fetch`, where it knows one.
 * @example const record = createClient({ url, fetch: (...request) => traced(() => fetch(...request)) });
 */
export type Fetch = typeof globalThis extends { fetch: (...call: infer Call) => infer Answer }
  ? (...call: Call) => Answer
  : PlainFetch;

/** `fetch` as the SDK calls it. */
export type PlainFetch = (url: string, request: HttpRequest) => Promise<HttpResponse>;
