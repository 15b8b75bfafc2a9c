import type { FeedState } from './feed-options.ts';
import type { Signal } from './host.ts';

declare const AbortController: new () => { readonly signal: Signal; abort(): void };

/**
 * What a component shows: what was read, or why it was not.
 * @example const { data, error, state } = useLiveClaims({ filter: { status: 'DISPUTED' } });
 */
export interface Shown<Value> {
  /** The last that was read; undefined before anything was. It stays where an error comes later. */
  readonly data: Value | undefined;
  /** Why nothing more is read; undefined where all is well. */
  readonly error: Error | undefined;
  /** What is going on: `connecting` at first, `live` where changes are told as they happen, `ended` where nothing more comes. */
  readonly state: FeedState['kind'];
  /** Begins anew. */
  readonly reload: () => void;
}

/** What is told to what a component shows. */
export interface Teller<Value> {
  readonly signal: Signal;
  show(data: Value): void;
  tell(state: Pick<FeedState, 'kind'>): void;
}

/** A source for `useSyncExternalStore`: it is open while somebody looks, and closed with the last look. */
export interface Source<Value> {
  subscribe(listener: () => void): () => void;
  get(): Shown<Value>;
  /** What a server shows, and a browser until it has taken over. */
  first(): Shown<Value>;
}

/** Makes a source that shows what `run` tells. With `isEnough`, what there is at first is not read again by itself. */
export function sourceOf<Value>(
  run: (teller: Teller<Value>) => Promise<void>,
  { initial, isEnough }: { readonly initial: Value | undefined; readonly isEnough: boolean },
): Source<Value> {
  const listeners = new Set<() => void>();
  const first: Shown<Value> = { data: initial, error: undefined, state: 'connecting', reload };
  let shown = first;
  let stop = () => {};

  function set(change: Partial<Shown<Value>>): void {
    shown = { ...shown, ...change };
    for (const listener of listeners) listener();
  }

  function start(): void {
    stop();
    const controller = new AbortController();
    const { signal } = controller;
    stop = () => controller.abort();
    const unlessOver = (change: Partial<Shown<Value>>) => {
      if (!signal.aborted) set(change);
    };
    // React looks, looks away and looks again when it is strict: who has looked away by now has asked nothing.
    Promise.resolve()
      .then(() => {
        if (signal.aborted) return undefined;
        return run({
          signal,
          show: (data) => unlessOver({ data, error: undefined }),
          tell: ({ kind }) => unlessOver({ state: kind }),
        });
      })
      .then(
        () => unlessOver({ state: 'ended' }),
        (error: Error) => unlessOver({ error, state: 'ended' }),
      );
  }

  function reload(): void {
    set({ error: undefined, state: 'connecting' });
    if (listeners.size > 0) start();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1 && !(isEnough && shown.data !== undefined)) start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    get: () => shown,
    first: () => first,
  };
}
