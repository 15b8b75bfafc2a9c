import { createHash } from 'node:crypto';
import { answeredBefore } from '../queries/request-answered.ts';
import { Conflict } from '../rules/errors.ts';
import { assertText } from '../rules/text.ts';
import { idempotencyKeys } from '../tables/token.ts';
import { insertRows } from './insert.ts';
import type { WriteTx } from './transaction.ts';
import type { Command, WriteRequest } from './write-request.ts';

/** The request was carried out before: whatever it has changed now is to be taken back, and this is its answer. */
export class AnsweredBefore extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('This was asked before.');
    this.answer = answer;
  }
}

/**
 * Carries out a keyed request once: asked again with the same key, its first answer is given and nothing is done.
 * @throws Conflict when the key stands for another request; AnsweredBefore where that is known too late
 */
export async function answerOnce<T>(
  tx: WriteTx,
  request: WriteRequest,
  command: Command<T>,
): Promise<T> {
  const { idempotencyKey } = request;
  if (idempotencyKey === undefined || idempotencyKey === null) return command(tx);
  assertText(idempotencyKey, { max: 200, path: ['idempotencyKey'] });

  const token = tx.author.token ?? 0;
  const hash = hashOf(request);
  const kept = tx.reader.read(answeredBefore, { token, key: idempotencyKey });
  const asked = { hash, key: idempotencyKey };
  let answer: T;
  if (tx.isFile) {
    const known = await kept;
    if (known.length > 0) return answerIn(known, asked) as T; // what this very request was answered
    answer = await command(tx);
  } else {
    answer = await answerBeside(command(tx), kept, asked);
  }
  await insertRows(tx, idempotencyKeys, [
    { token, idempotencyKey, request: hash, answer, recordedAt: tx.tick() },
  ]);
  return answer;
}

interface Kept {
  readonly request: string;
  readonly answer: unknown;
}

interface AskedFor {
  readonly hash: string;
  readonly key: string;
}

/** What is carried out while a server is asked whether it was before: both are asked in the same round trip. */
async function answerBeside<T>(
  carriedOut: Promise<T>,
  kept: readonly Kept[] | Promise<readonly Kept[]>,
  asked: AskedFor,
): Promise<T> {
  const [answered, found] = await Promise.allSettled([carriedOut, kept]);
  if (found.status === 'rejected') throw found.reason;
  if (found.value.length > 0) throw new AnsweredBefore(answerIn(found.value, asked));
  if (answered.status === 'rejected') throw answered.reason;
  return answered.value;
}

function answerIn(kept: readonly Kept[], { hash, key }: AskedFor): unknown {
  const [known] = kept;
  if (known?.request === hash) return known.answer;
  throw new Conflict({ noun: 'idempotency key', reference: key, keys: ['input'] }, [
    'idempotencyKey',
  ]);
}

function hashOf({ command, input }: WriteRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([command, sorted(input)]))
    .digest('hex');
}

/** The same value with the keys of its objects in one order, so that equal inputs read the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).filter(
    ([, inner]) => inner !== undefined && inner !== null,
  );
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
