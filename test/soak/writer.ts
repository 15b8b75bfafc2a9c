import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, NetworkError, ResponseError } from '../../sdk/src/index.ts';

/** What writers wrote, and what they were told of it. */
export interface Written {
  /** The texts of the claims that a server acknowledged, in the order of acknowledgement. */
  readonly acknowledged: string[];
  /** How often no answer came, or one that says to try again later. */
  failures: number;
}

/** Puts on record the actor by whom all claims of a soak are asserted. */
export async function recordMayor(record: Client): Promise<void> {
  await record.recordActor({ slug: 'mayor', name: 'The mayor', kind: 'PERSON' });
}

/** How a claim is written. */
export interface Writing {
  readonly written: Written;
  /** The server that is asked first, and those that are asked when it does not answer. */
  readonly servers: readonly Client[];
  /** Gives it up. */
  readonly signal: AbortSignal;
}

/** Writes a claim until it is acknowledged. However often it is sent, and where, it has one key, and so is one claim. */
export async function writeClaim(
  text: string,
  { written, servers, signal }: Writing,
): Promise<void> {
  const input = {
    text,
    kind: 'FACT',
    language: 'en',
    idempotencyKey: text,
    stances: [
      { actor: { slug: 'mayor' }, kind: 'ASSERTS', certainty: 'PLAIN', note: 'In the square.' },
    ],
  } as const;
  for (const record of inTurn(servers)) {
    try {
      await record.recordClaim(input, { signal });
      written.acknowledged.push(text);
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (!passes(error)) throw error;
      written.failures += 1;
      await pause(250);
    }
  }
}

/** Writers that write one claim after another, until they are told to finish what they have begun. */
export interface Writers extends AsyncDisposable {
  readonly written: Written;
  /** @throws what a writer failed with */
  finish(): Promise<void>;
}

export function startWriters(record: Client, count: number): Writers {
  const written: Written = { acknowledged: [], failures: 0 };
  const leaving = new AbortController();
  const { signal } = leaving;
  // Each waits for an answer, which may end with it.
  setMaxListeners(2 * count, signal);
  const writing: Writing = { written, servers: [record], signal };
  let isOver = false;
  const write = async (name: number): Promise<void> => {
    for (let number = 0; !isOver && !signal.aborted; number += 1)
      await writeClaim(`Claim ${number} of the writer ${name}.`, writing);
  };
  const ended = Promise.allSettled(Array.from({ length: count }, (_, name) => write(name)));
  return {
    written,
    async finish() {
      isOver = true;
      const failed = (await ended).find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    },
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await ended;
    },
  };
}

function* inTurn<One>(all: readonly One[]): Generator<One> {
  for (;;) yield* all;
}

function passes(error: unknown): boolean {
  return (
    error instanceof NetworkError ||
    (error instanceof ResponseError && error.code === 'UNAVAILABLE')
  );
}
