import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../db/client.ts';
import { type EventOnRecord, eventsAfter, lastSeq } from '../db/queries/event.ts';
import type { Feed } from '../schema/context.ts';

export const feedPace = { batch: 100, busyMs: 25, idleMs: 250 } as const;

export interface OpenFeed extends Feed {
  /** Ends every iteration after the batch that it is at. */
  close(): void;
}

/**
 * The event log as this process follows it: one tail, whatever the number of readers, and nothing kept for a reader
 * but its place. A database of our own tells of each commit; a server is asked, more often while the log grows.
 */
export function createFeed(db: Database, onError: (error: unknown) => void): OpenFeed {
  const waiting = new Set<() => void>();
  let head = 0;
  let isClosed = false;

  const wakeAll = (): void => {
    for (const wake of [...waiting]) wake();
  };
  const advance = (seq: number): void => {
    if (seq <= head) return;
    head = seq;
    wakeAll();
  };
  const look = async (): Promise<boolean> => {
    const [found] = await db.reader.read(lastSeq);
    const before = head;
    advance(found?.seq ?? 0);
    return head > before;
  };
  const tail = db.isLocal ? undefined : createTail(look, onError);
  const stopListening = db.onCommit(advance);
  const pageAfter = sharedPages(db);

  /** Resolves when the log has grown beyond `seq`, or its reader or the feed has ended. */
  const grownBeyond = (seq: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (head > seq || signal.aborted || isClosed) return resolve();
      const wake = (): void => {
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        if (waiting.size === 0) tail?.stop();
        resolve();
      };
      signal.addEventListener('abort', wake);
      waiting.add(wake);
      tail?.start();
    });

  return {
    async *after(seq, signal) {
      let place = seq;
      while (!signal.aborted && !isClosed) {
        const known = head;
        const batch = await pageAfter(place, known);
        const last = batch.at(-1);
        if (last === undefined) {
          await grownBeyond(Math.max(place, known), signal);
        } else if (!signal.aborted) {
          place = last.seq;
          advance(place);
          yield batch;
        }
      }
    },
    close() {
      isClosed = true;
      stopListening();
      wakeAll();
    },
  };
}

type Batch = readonly EventOnRecord[];

/** Reads the log page by page. Readers that stand at the same place of the same log share one reading. */
function sharedPages(db: Database): (after: number, head: number) => Promise<Batch> {
  let latest:
    | { readonly after: number; readonly head: number; readonly batch: Promise<Batch> }
    | undefined;
  return (after, head) => {
    if (latest?.after === after && latest.head === head) return latest.batch;
    const reading = async () => db.reader.read(eventsAfter, { after, limit: feedPace.batch });
    const page = { after, head, batch: reading() };
    page.batch.catch(() => {
      if (latest === page) latest = undefined;
    });
    latest = page;
    return page.batch;
  };
}

/** Asks `look` again and again while it runs: soon after the log has grown, and less often the longer it stands still. */
function createTail(look: () => Promise<boolean>, onError: (error: unknown) => void) {
  let running: AbortController | undefined;
  let pauseMs: number = feedPace.busyMs;

  const follow = async (signal: AbortSignal): Promise<void> => {
    while (await pause(pauseMs, true, { signal }).catch(() => false)) {
      const hasGrown = await look().catch((error: unknown) => {
        onError(error);
        return false;
      });
      pauseMs = hasGrown ? feedPace.busyMs : Math.min(pauseMs * 2, feedPace.idleMs);
    }
  };

  return {
    start(): void {
      if (running) return;
      running = new AbortController();
      void follow(running.signal);
    },
    stop(): void {
      running?.abort();
      running = undefined;
    },
  };
}
