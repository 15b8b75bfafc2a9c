import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../../sdk/src/index.ts';
import { newClaims, overSse } from '../../e2e/components/feed-reader.ts';
import { recordMayor, type Writing, writeClaim } from '../writer.ts';

/** How long honest people waited, in milliseconds. */
export interface Waited {
  readonly healthz: number[];
  /** For a page of claims. */
  readonly page: number[];
  /** For an event, from the sending of the change that it tells of. */
  readonly event: number[];
}

/** A reader, a writer, a subscriber, and whoever looks whether the server is well. */
export interface Honest extends AsyncDisposable {
  /** What was waited since this was last asked for. */
  take(): Waited;
  /** What was not answered at all. */
  readonly faults: readonly string[];
}

const everyMs = 50;

export async function actHonestly(url: string, record: Client): Promise<Honest> {
  await recordMayor(record);
  const after = (await record.summary()).feedCursor;
  const leaving = new AbortController();
  const { signal } = leaving;
  const faults: string[] = [];
  let waited: Waited = { healthz: [], page: [], event: [] };
  const sentAt = new Map<string, number>();
  const written = { acknowledged: [], failures: 0 };
  const writing: Writing = { written, servers: [record], signal };

  const again = async (what: string, act: () => Promise<void>): Promise<void> => {
    while (!signal.aborted) {
      await act().catch((error: unknown) => {
        if (!signal.aborted) faults.push(`${what}: ${String(error)}`);
      });
      await pause(everyMs);
    }
  };
  const timed = async (times: () => number[], act: () => Promise<unknown>): Promise<void> => {
    const since = performance.now();
    await act();
    times().push(performance.now() - since);
  };
  let number = 0;
  const all = [
    again('healthz', () =>
      timed(
        () => waited.healthz,
        () => fetch(new URL('/healthz', url), { signal }),
      ),
    ),
    again('a page', () =>
      timed(
        () => waited.page,
        () => record.claims({ first: 20 }),
      ),
    ),
    again('a claim', async () => {
      number += 1;
      const text = `Claim ${number} of an honest writer.`;
      sentAt.set(text, performance.now());
      await writeClaim(text, writing);
    }),
    again('the feed', async () => {
      for await (const { what } of overSse({ url, query: newClaims, after }, signal)) {
        const { claim } = JSON.parse(what);
        const since = sentAt.get(claim.text);
        sentAt.delete(claim.text);
        if (since === undefined) faults.push(`Told of what nobody sent, or told twice: ${what}`);
        else waited.event.push(performance.now() - since);
      }
    }),
  ];
  return {
    faults,
    take() {
      const taken = waited;
      waited = { healthz: [], page: [], event: [] };
      return taken;
    },
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await Promise.all(all);
    },
  };
}
