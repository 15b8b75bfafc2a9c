import type { CallOptions, Connection } from './connect.ts';
import { type FeedOptions, teller } from './feed-options.ts';
import { liveFeedOf, type Named } from './live-feed.ts';

/** What watching takes beside the variables. */
export interface LiveOptions extends CallOptions {
  /** Hears of each change of the feed's state, for a light on the page that says whether it is live. */
  readonly onState?: FeedOptions['onState'];
}

/**
 * What is read, then the same again each time that a change of the record shows in it. All who watch the same on one
 * connection share its reading, and everything that is watched there shares one stream.
 */
export async function* watchedOn<Value>(
  connection: Connection,
  asked: Named<Value>,
  { signal, onState }: Pick<LiveOptions, 'onState' | 'signal'>,
): AsyncGenerator<Value, void, undefined> {
  const feed = liveFeedOf(connection);
  const tell = teller(onState);
  let wake = () => {};
  const watcher = { tell, wake: () => wake() };
  let shown: string | undefined;
  let cause: unknown;
  tell({ kind: 'connecting', cursor: undefined });
  const watching = feed.watch(asked, watcher);
  signal?.addEventListener('abort', watcher.wake);
  try {
    while (!signal?.aborted) {
      const { failure, reading } = watching;
      if (reading && reading.content !== shown) {
        shown = reading.content;
        yield reading.value;
      } else if (failure) throw failure.cause;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } catch (error) {
    cause = error;
    throw error;
  } finally {
    signal?.removeEventListener('abort', watcher.wake);
    feed.leave(asked, watching, watcher);
    tell({ kind: 'ended', cause, cursor: feed.cursor });
  }
}
