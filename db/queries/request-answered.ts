import { and, eq } from 'drizzle-orm';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { idempotencyKeys } from '../tables/token.ts';

/** When the request of a token under a key was answered, where it was. */
export const requestAnswered = statement(
  select({ recordedAt: idempotencyKeys.recordedAt })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.token, placeholder('token')),
        eq(idempotencyKeys.idempotencyKey, placeholder('key')),
      ),
    ),
);

/** What the request of a token under a key was, and what it was answered. */
export const answeredBefore = statement(
  select({ request: idempotencyKeys.request, answer: idempotencyKeys.answer })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.token, placeholder('token')),
        eq(idempotencyKeys.idempotencyKey, placeholder('key')),
      ),
    ),
);
