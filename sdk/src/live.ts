import type { CallOptions, Connection } from './connect.ts';
import { FeedError, ResponseError } from './errors.ts';
import { type FeedOptions, type FeedState, teller } from './feed-options.ts';
import type { Signal } from './host.ts';
import type { Page } from './list.ts';
import { retryDelay } from './patience.ts';
import { follow } from './subscribe.ts';
import { pause, watchOver } from './watch.ts';

/** A page that knows at which cursor of the record it was read: a feed that begins there misses nothing. */
export interface PageOnRecord<Node> extends Page<Node> {
  readonly feedCursor: string;
}

/** What watching a list takes beside its variables. */
export interface LiveOptions extends CallOptions {
  /** Hears of each change of the feed's state, for a light on the page that says whether it is live. */
  readonly onState?: FeedOptions['onState'];
}

const settleMs = 100;
const changes = {
  text: 'subscription live($after:String,$checkpoints:Boolean){recordEvents(after:$after,checkpoints:$checkpoints){cursor at}}',
  variables: {},
  isOurs: true,
};

/** A page, then the same page again each time that a change of the record shows in it. */
export async function* livePage<OfPage extends PageOnRecord<unknown>>(
  connection: Connection,
  read: () => Promise<OfPage>,
  { signal, onState }: LiveOptions,
): AsyncGenerator<OfPage, void, undefined> {
  const watch = watchOver(0, signal);
  const tell = teller(onState);
  let cursor: string | undefined;
  let shown = '';
  let bell: Bell | undefined;
  try {
    tell({ kind: 'connecting', cursor });
    for (;;) {
      const page = await outlast(read, watch.signal, bell ? undefined : tell);
      if (!page) return;
      cursor = page.feedCursor;
      // One ring is enough, however much happens: all of it is in the page that is read next.
      bell ??= bellFor(
        follow(connection, changes, { after: cursor, signal: watch.signal, onState: tell }),
      );
      const content = JSON.stringify({ ...page, feedCursor: '' });
      if (content !== shown) yield page;
      shown = content;
      if (!(await bell.rung(watch.signal))) return;
    }
  } catch (error) {
    const cause = error instanceof ResponseError ? new FeedError('live', error, cursor) : error;
    tell({ kind: 'ended', cause, cursor });
    throw cause;
  } finally {
    watch.end();
    tell({ kind: 'ended', cause: undefined, cursor });
    await bell?.end();
  }
}

/** Rings when something happens. */
interface Bell {
  /** Passes when it has rung since the last time: with true, or with false when it will not ring any more. */
  rung(signal: Signal): Promise<boolean>;
  end(): Promise<void>;
}

/** A bell that rings at each event. */
function bellFor(events: AsyncIterable<unknown>): Bell {
  let hasRung = false;
  let isOver = false;
  let wake = () => {};
  const ringing = (async () => {
    for await (const _ of events) {
      hasRung = true;
      wake();
    }
  })().finally(() => {
    isOver = true;
    wake();
  });
  const over = ringing.catch(() => {});
  return {
    async rung(signal) {
      if (!hasRung && !isOver)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (isOver) await ringing;
      // Whoever watches hears of it at the same moment: they do not all read at the same one.
      await pause(settleMs * (1 + Math.random()), signal);
      hasRung = false;
      return !isOver;
    },
    end: () => over,
  };
}

/** Repeats what fails for a reason that passes. Undefined when the signal falls. */
async function outlast<Answer>(
  task: () => Promise<Answer>,
  signal: Signal,
  tell: ((state: FeedState) => void) | undefined,
): Promise<Answer | undefined> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      return await task();
    } catch (cause) {
      if (signal.aborted) break;
      const retryInMs = retryDelay(cause, failures);
      if (retryInMs === undefined) throw cause;
      tell?.({ kind: 'waiting', retryInMs, cause, cursor: undefined });
      await pause(retryInMs, signal);
      tell?.({ kind: 'connecting', cursor: undefined });
    }
  }
  return undefined;
}
