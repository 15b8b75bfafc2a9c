import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClient } from '../../../sdk/src/client.ts';
import { RefusedError } from '../../../sdk/src/errors.ts';
import { type FixtureServer, json, type Received, startFixture } from './fixture-server.ts';

let server: FixtureServer;
beforeEach(async () => {
  server = await startFixture();
});
afterEach(() => server[Symbol.asyncDispose]());

const record = () => createClient({ url: server.url, token: 'onr_secret' });
const withdrawn = { stance: { id: 's1' }, created: false, cursor: 'c1' };
const refusal = {
  code: 'NOT_ON_RECORD',
  message: 'There is no stance hush on record.',
  path: ['stance', 'slug'],
  noun: 'stance',
  reference: 'hush',
} as const;
const asked = { stance: { slug: 'hush' }, reason: 'It was said of another call.' } as const;

const keyOf = ({ variables }: Received): string | undefined =>
  (variables.input as { readonly idempotencyKey?: string }).idempotencyKey;

test('a change answers its payload', async () => {
  server.handle((_, response) => json(response, { data: { withdrawStance: withdrawn } }));

  expect(await record().withdrawStance(asked)).toEqual(withdrawn);
  expect(await record().withdrawStance.safe(asked)).toEqual({ ok: true, ...withdrawn });
  expect(server.received[0]?.variables).toMatchObject({ input: asked });
});

test('each change has a key of its own, and keeps it when it is sent again', async () => {
  server.handle((_, response) => {
    server.handle((_, next) => json(next, { data: { withdrawStance: withdrawn } }));
    response.destroy();
  });

  await record().withdrawStance(asked);
  await record().withdrawStance(asked);
  await record().withdrawStance({ ...asked, idempotencyKey: 'monday-1' });

  const [lost, again, ...others] = server.received.map(keyOf);
  expect(lost).toMatch(/^[\w-]{20,}$/);
  expect(again).toBe(lost);
  expect(others).toEqual([expect.any(String), 'monday-1']);
  expect(others).not.toContain(lost);
});

test('a change without a key is not sent twice', async () => {
  server.handle((_, response) => response.destroy());

  await expect(record().createToken({ name: 'newsroom', role: 'EDITOR' })).rejects.toMatchObject({
    name: 'NetworkError',
  });

  expect(server.received).toHaveLength(1);
  expect(server.received.map(keyOf)).toEqual([undefined]);
});

test('a refusal is thrown with its code, its place, its facts and the request', async () => {
  server.handle((_, response) =>
    json(response, { data: { withdrawStance: refusal } }, { headers: { 'x-request-id': 'r1' } }),
  );

  const error: unknown = await record()
    .withdrawStance(asked)
    .catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(RefusedError);
  expect(error).toMatchObject({
    name: 'RefusedError',
    code: 'NOT_ON_RECORD',
    requestId: 'r1',
    refusal,
  });
  expect(String(error)).toBe('RefusedError: There is no stance hush on record.');
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'RefusedError',
    message: 'There is no stance hush on record.',
    code: 'NOT_ON_RECORD',
    operation: 'withdrawStance',
    requestId: 'r1',
  });
  expect(inspect(error)).not.toContain('refusal');
});

test('a refusal is a value where it is asked for as one', async () => {
  server.handle((_, response) => json(response, { data: { withdrawStance: refusal } }));

  expect(await record().withdrawStance.safe(asked)).toEqual({ ok: false, refusal });
});

test('what is no refusal is thrown by safe, too', async () => {
  server.handle((_, response) =>
    json(
      response,
      { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] },
      { status: 401 },
    ),
  );

  await expect(record().withdrawStance.safe(asked)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('a change can be given up', async () => {
  const reason = new Error('not any more');

  await expect(record().withdrawStance(asked, { signal: AbortSignal.abort(reason) })).rejects.toBe(
    reason,
  );
});

test('an option that no call has is refused before anything is sent', async () => {
  const misplaced: object = { idempotencyKey: 'monday-1' };

  await expect(record().withdrawStance(asked, misplaced)).rejects.toThrow(
    new TypeError('A call takes no idempotencyKey.'),
  );
  expect(server.received).toEqual([]);
});
