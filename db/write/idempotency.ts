import { createHash } from 'node:crypto';
import { answeredBefore } from '../queries/request-answered.ts';
import { Conflict } from '../rules/errors.ts';
import { assertText } from '../rules/text.ts';
import { idempotencyKeys } from '../tables/token.ts';
import { insertRows } from './insert.ts';
import type { WriteTx } from './transaction.ts';
import type { Command, WriteRequest } from './write-request.ts';

/**
 * Carries out a keyed request once: asked again with the same key, its first answer is given and nothing is done.
 * @throws Conflict when the key stands for another request
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
  const [known] = await tx.reader.read(answeredBefore, { token, key: idempotencyKey });
  if (known !== undefined) {
    if (known.request === hash) return known.answer as T; // what this very request was answered
    const facts = { noun: 'idempotency key', reference: idempotencyKey, keys: ['input'] };
    throw new Conflict(facts, ['idempotencyKey']);
  }

  const answer = await command(tx);
  await insertRows(tx, idempotencyKeys, [
    { token, idempotencyKey, request: hash, answer, recordedAt: tx.tick() },
  ]);
  return answer;
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
