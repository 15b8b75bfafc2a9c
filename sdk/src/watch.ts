import type { Signal } from './host.ts';

declare const AbortController: new () => { readonly signal: Signal; abort(reason?: unknown): void };
declare function setTimeout(run: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** Ends a request when its caller gives it up, or when too long nothing is heard. */
export interface Watch {
  readonly signal: Signal;
  /** True when the time ran out; false when the caller gave up. */
  readonly expired: boolean;
  /** Begins to count anew. */
  wait(): void;
  /** Stops counting: nobody is waiting. */
  rest(): void;
  /** Ends what is still under way and lets go of the caller's signal. */
  end(): void;
}

/** A watch that counts from its first `wait` on. */
export function watchOver(ms: number, signal: Signal | undefined): Watch {
  const controller = new AbortController();
  const giveUp = () => controller.abort(signal?.reason);
  let timer: unknown;
  let expired = false;

  const rest = () => clearTimeout(timer);
  const wait = () => {
    rest();
    timer = after(ms, () => {
      expired = true;
      controller.abort();
    });
  };

  if (signal?.aborted) giveUp();
  signal?.addEventListener('abort', giveUp);
  return {
    signal: controller.signal,
    get expired() {
      return expired;
    },
    wait,
    rest,
    end() {
      rest();
      signal?.removeEventListener('abort', giveUp);
      controller.abort();
    },
  };
}

/** Passes after `ms`, or as soon as `signal` falls. */
export function pause(ms: number, signal: Signal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = after(ms, done);
    signal?.addEventListener('abort', done);
    if (signal?.aborted) done();
  });
}

/** What the task comes to, unless the signal falls first: not every task hears it. */
export function within<Value>(signal: Signal, task: Promise<Value>): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    const settle = () => signal.removeEventListener('abort', stop);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    task.then(resolve, reject).finally(settle);
  });
}

// A timer that is to count further than this fires at once.
const after = (ms: number, run: () => void): unknown => setTimeout(run, Math.min(ms, 2 ** 31 - 1));
